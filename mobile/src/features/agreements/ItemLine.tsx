import type { AgreedItem } from "@ginkgo/shared/api/agreed-items.ts";
import { Link } from "react-router";
import { StateTag } from "../../ui/case/StateTag.tsx";
import { itemStates, leftText } from "./words.ts";

export const ItemLine = ({ item, source = false }: { item: AgreedItem; source?: boolean }) => (
  <Link to={`/agreements/items/${item.id}`} className="case-link">
    <div className="case-head">
      <span className="agree-what">{item.what}</span>
      <StateTag {...itemStates[item.state]} />
    </div>
    <p className="case-facts">
      <span>{item.owner.name}</span>
      <span>{item.due} 前</span>
      {item.state === "open" ? <span>进度 {item.progress}%</span> : null}
      <span className={item.late ? "due-late" : undefined}>{leftText(item)}</span>
    </p>
    {source && <p className="case-facts">出自：{item.source.title}</p>}
  </Link>
);
