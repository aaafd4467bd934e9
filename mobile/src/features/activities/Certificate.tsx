/** A certificate on the phone: to show, to send as a link, to print on A4. */
import { hoursText, minutesByWords, moment } from "@ginkgo/shared/activity-words.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useParams } from "react-router";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { certificateOf } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "./activities.css";

const dayText = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

const Certificate = () => {
  const { code = "" } = useParams();
  const query = useQuery(certificateOf(code));
  return (
    <Page
      title="时长证明"
      back="/activities/hours"
      footer={
        <Button block size="large" color="primary" onClick={() => window.print()}>
          打印或存成 PDF
        </Button>
      }
    >
      <Loaded query={query}>
        {(one) => (
          <article className="card paper">
            <h2>志愿服务时长证明</h2>
            <p className="paper-words">
              兹证明 <b>{one.name}</b> 于 {dayText(one.from)}至{dayText(one.to)}期间，参加志愿服务 {one.lines.length}{" "}
              次，累计服务时长 <b>{hoursText(one.minutes)}</b>。
            </p>
            <ul className="paper-lines">
              {one.lines.map((line) => (
                <li key={`${line.startsAt}/${line.title}`}>
                  <span>
                    {line.title}
                    <small>
                      {dayOf(new Date(line.startsAt)).slice(0, 4)}年{moment(line.startsAt)} · {line.place} ·{" "}
                      {minutesByWords[line.minutesBy]}
                    </small>
                  </span>
                  <b>{hoursText(line.minutes)}</b>
                </li>
              ))}
            </ul>
            <p className="paper-sign">
              {one.issuer}
              <br />
              {dayText(dayOf(new Date(one.issuedAt)))}
            </p>
            <p className="paper-code">
              编号 <b>{one.code}</b>
              <br />
              查验：{window.location.origin}/m/verify/{one.code}
            </p>
          </article>
        )}
      </Loaded>
    </Page>
  );
};
export default Certificate;
