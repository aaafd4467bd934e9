import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { Link } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { Contact } from "./Contact.tsx";

const seen: Record<CaseView["visibility"], string> = {
  public: "公开给邻里",
  private: "只给办理的人看",
  confidential: "保密",
};

export const Facts = ({ one }: { one: CaseView }) => {
  const handlers = one.handlers.map(
    ({ name, body, lead }) =>
      `${name}${body && body !== name ? `（${body}）` : ""}${one.handlers.length > 1 ? (lead ? " 主办" : " 协办") : ""}`,
  );
  const rows: readonly (readonly [string, string | null])[] = [
    ["编号", one.no],
    ["类型", one.kindLabel],
    ["地点", [one.place, one.address].filter(Boolean).join(" ") || null],
    ["提交时间", timeOf(one.submittedAt)],
    ["谁能看到", seen[one.visibility]],
    ["交给", one.assignedTo],
    ["办理人", handlers.join("、") || null],
    [
      "评价",
      one.rating &&
        `${"★".repeat(one.rating.stars)} ${one.rating.stars} 星，${one.rating.solved ? "解决了" : "没有解决"}`,
    ],
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(
          ([label, text]) =>
            text && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
        {one.duplicates.length > 0 && (
          <div>
            <dt>相同的事</dt>
            <dd>
              {one.duplicates.map((other) => (
                <Link key={other.id} to={`/cases/${other.id}`} className="inline-link">
                  {other.no}
                </Link>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {!one.reporter.mine && <Contact one={one} />}
    </>
  );
};
