/** With several limits running at once, which of them is whose. */
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { dueWords, timeOf } from "../../ui/case/words.ts";

export const Limits = ({ limits }: { limits: CaseView["limits"] }) =>
  limits.length > 1 && (
    <ul className="limits" aria-label="时限">
      {limits.map(({ label, dueAt, time }) => (
        <li key={label}>
          {label}
          <span className={`due-${time}`}>
            {time === "paused" ? "暂停计时" : dueWords({ dueAt, time })}
            {dueAt && time !== "paused" && `（${timeOf(dueAt)} 前）`}
          </span>
        </li>
      ))}
    </ul>
  );
