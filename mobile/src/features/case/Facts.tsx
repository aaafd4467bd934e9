import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { Link } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { Contact } from "./Contact.tsx";
import { Hands } from "./Hands.tsx";

const seen: Record<CaseView["visibility"], string> = {
  public: "公开给邻里",
  private: "只给办理的人看",
  confidential: "保密",
};

export const Facts = ({ one }: { one: CaseView }) => {
  const rows: readonly (readonly [string, string | null])[] = [
    ["编号", one.no],
    ["流程", one.workflowLabel],
    ["类型", one.kindLabel],
    ["地点", [one.place, one.address].filter(Boolean).join(" ") || null],
    ["提交时间", timeOf(one.submittedAt)],
    ["谁能看到", seen[one.visibility]],
    ["交给", one.assignedTo],
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
        {one.handlers.length + one.invited.length > 0 && (
          <div>
            <dt>办理人</dt>
            <dd>
              <Hands one={one} />
            </dd>
          </div>
        )}
        {one.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="fact-text">{text}</dd>
          </div>
        ))}
        {one.publishedAt && (
          <div>
            <dt>结果公示</dt>
            <dd>
              {timeOf(one.publishedAt)} 起{" "}
              <Link to="/outcomes" className="inline-link">
                查看公示
              </Link>
            </dd>
          </div>
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
