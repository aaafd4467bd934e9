/** Who works on it and who is awaited, each with their part. */
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { CheckOutline, ClockCircleOutline } from "antd-mobile-icons";
import { timeOf } from "../../ui/case/words.ts";

type Handler = CaseView["handlers"][number];

const Hand = ({ name, body, lead, plays, doneAt }: Handler) => (
  <li>
    {name}
    {body && body !== name && `（${body}）`} <span className="soft">{plays ?? (lead ? "主办" : "协办")}</span>
    {doneAt && (
      <span className="part-done">
        <CheckOutline /> 已完成 {timeOf(doneAt)}
      </span>
    )}
  </li>
);

export const Hands = ({ one: { handlers, invited } }: { one: CaseView }) => (
  <ul>
    {handlers.map((handler) => (
      <Hand key={`${handler.name}${handler.body}${handler.plays}`} {...handler} />
    ))}
    {invited.map(({ name, plays }) => (
      <li key={`${name}${plays}`}>
        {name} <span className="soft">{plays ?? "协办"}</span>
        <span className="soft">
          {" "}
          <ClockCircleOutline /> 已邀请，还没有参加
        </span>
      </li>
    ))}
  </ul>
);
