import { CheckOutlined, HourglassOutlined } from "@ant-design/icons";
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { shortTime } from "../../ui/time.ts";
import { Section } from "./Section.tsx";

type Handler = CaseView["handlers"][number];

const Hand = ({ name, body, lead, plays, doneAt }: Handler) => (
  <li>
    <span>
      {name}
      {body && body !== name ? <span className="muted">（{body}）</span> : null}
    </span>
    <span className="muted">{plays ?? (lead ? "主办" : "协办")}</span>
    {doneAt ? (
      <span className="part-done">
        <CheckOutlined /> 已完成 <time dateTime={doneAt}>{shortTime(doneAt)}</time>
      </span>
    ) : null}
  </li>
);

/** Who works on it: the lead first, then those who assist in their part, then those who have been asked and are awaited. */
export const Hands = ({ view: { assignedTo, handlers, invited, children } }: { view: CaseView }) => {
  const nobody = !assignedTo && handlers.length + invited.length === 0;
  // Those who do the parts stand there.
  if (nobody && children.length > 0) return null;
  return (
    <Section title="承办">
      {assignedTo ? <div>派给：{assignedTo}</div> : null}
      {handlers.length + invited.length > 0 ? (
        <ul className="plain-list hands">
          {handlers.map((handler) => (
            <Hand key={`${handler.name}${handler.body}${handler.plays}`} {...handler} />
          ))}
          {invited.map(({ name, plays }) => (
            <li key={`${name}${plays}`}>
              <span>{name}</span>
              <span className="muted">{plays ?? "协办"}</span>
              <span className="muted">
                <HourglassOutlined /> 已邀请，还没有参加
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {nobody ? <div className="muted">还没有承办人</div> : null}
    </Section>
  );
};
