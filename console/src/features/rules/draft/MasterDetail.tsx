import { ArrowLeftOutlined, PlusOutlined } from "@ant-design/icons";
import { Badge, Button } from "antd";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { usePhoneWidth } from "../../../ui/usePhoneWidth.ts";
import { useDraft } from "./DraftContext.tsx";
import { isUnder } from "./paths.ts";

export interface Entry {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  /** How deep it lies in others. */
  readonly depth?: number;
  /** Where its problems stand, and where those of other entries stand that lie in it. */
  readonly path: string;
  readonly except?: readonly string[];
}

interface MasterDetailProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly add?: { readonly label: string; readonly onAdd: () => string };
  readonly children: (key: string) => ReactNode;
}

/** Which entry is open stands in the address, so that a problem can lead to it. */
export const useItem = () => {
  const [search, setSearch] = useSearchParams();
  const choose = (item: string | null) => {
    const next = new URLSearchParams(search);
    next.delete("at");
    if (item === null) next.delete("item");
    else next.set("item", item);
    setSearch(next, { preventScrollReset: true, replace: true });
  };
  return { item: search.get("item"), choose };
};

export const MasterDetail = ({ label, entries, add, children }: MasterDetailProps) => {
  const phone = usePhoneWidth();
  const { problems, mayEdit } = useDraft();
  const { item, choose } = useItem();
  const first = phone ? undefined : entries[0]?.key;
  const open = entries.some(({ key }) => key === item) ? (item ?? undefined) : first;
  const count = ({ path, except = [] }: Entry) =>
    problems.filter((one) => isUnder(one.path, path) && !except.some((other) => isUnder(one.path, other))).length;
  return (
    <div className="master-detail">
      {phone && open !== undefined ? null : (
        <nav className="master" aria-label={label}>
          <ul className="plain-list">
            {entries.map((entry) => (
              <li key={entry.key}>
                <button
                  type="button"
                  className={entry.key === open ? "master-entry master-open" : "master-entry"}
                  aria-current={entry.key === open}
                  style={{ paddingInlineStart: 10 + 16 * (entry.depth ?? 0) }}
                  onClick={() => choose(entry.key)}
                >
                  <span className="grow">
                    {entry.label || "（没有名称）"}
                    {entry.note ? <span className="muted small"> {entry.note}</span> : null}
                  </span>
                  <Badge count={count(entry)} size="small" title="处问题" />
                </button>
              </li>
            ))}
          </ul>
          {add && mayEdit ? (
            <Button type="dashed" block icon={<PlusOutlined />} onClick={() => choose(add.onAdd())}>
              {add.label}
            </Button>
          ) : null}
        </nav>
      )}
      {open === undefined ? null : (
        <div className="detail" key={open}>
          {phone ? (
            <Button type="text" icon={<ArrowLeftOutlined />} className="gap-below" onClick={() => choose(null)}>
              回到列表
            </Button>
          ) : null}
          {children(open)}
        </div>
      )}
    </div>
  );
};
