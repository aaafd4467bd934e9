import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { dayOf } from "../../ui/case/words.ts";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { feedbackView } from "./queries.ts";
import { Sums } from "./Sums.tsx";
import "../../ui/case/case.css";
import "./registrations.css";

const hours = (minutes: number) => Math.round((minutes / 60) * 10) / 10;

const FeedbackPage = () => {
  const { feedbackId = "" } = useParams();
  const query = useQuery(feedbackView(feedbackId));
  return (
    <Page title="社区反馈" back="/registrations">
      <Loaded query={query}>
        {(one) => (
          <>
            <h2 className="section-title">
              {one.unit.name} · {one.periodLabel}
            </h2>
            <Sums
              items={[
                ["报到党员", one.sums.people],
                ["新报到", one.sums.joined],
                ["退出", one.sums.left],
                ["完成认领", one.sums.claims],
                ["参加活动", one.sums.activities],
                ["服务小时", hours(one.sums.minutes)],
              ]}
            />
            {one.lines.length === 0 && <p className="card">没有可以查看的个人记录，只有本人同意的才会显示。</p>}
            <ul>
              {one.lines.map((line) => (
                <li key={line.registrationId} className="card">
                  <div className="case-head">
                    <span className="case-category">{line.name}</span>
                    <span className="soft-line">{line.community.name}</span>
                  </div>
                  <p className="soft-line">
                    认领 {line.claims} 件 · 活动 {line.activities} 次
                    {line.minutes > 0 && ` · ${hours(line.minutes)} 小时`}
                  </p>
                  {line.deeds.map((deed) => (
                    <p key={deed.at + deed.title}>
                      {dayOf(deed.at)} {deed.title}
                    </p>
                  ))}
                  {line.words && <p>社区评语：{line.words}</p>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default FeedbackPage;
