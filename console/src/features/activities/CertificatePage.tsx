/** A certificate of service hours on A4, with the code anyone can check it by. */
import { PrinterOutlined } from "@ant-design/icons";
import { hoursText, minutesByWords, moment } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import { Button } from "antd";
import { useParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { BackButton } from "../../ui/print/BackButton.tsx";
import { QrCode } from "../../ui/print/QrCode.tsx";
import { Loaded } from "../../ui/States.tsx";
import "../../ui/print/print.css";
import "./activities.css";

const dayText = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

export const CertificatePage = () => {
  const { code = "" } = useParams();
  const query = useFetch(activitiesApi.certificate, { code });
  return (
    <>
      <div className="page-tools no-print">
        <BackButton to="/activities/hours" />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Loaded query={query}>
        {(one) => {
          const link = `${window.location.origin}/m/verify/${one.code}`;
          return (
            <article className="paper">
              <h1>志愿服务时长证明</h1>
              <p className="paper-words">
                兹证明 <strong>{one.name}</strong> 于 {dayText(one.from)}至{dayText(one.to)}期间，参加志愿服务{" "}
                {one.lines.length} 次，累计服务时长 <strong>{hoursText(one.minutes)}</strong>。
              </p>
              <div className="print-scroll">
                <table className="print-table">
                  <thead>
                    <tr>
                      <th>时间</th>
                      <th>活动</th>
                      <th>地点</th>
                      <th>时长</th>
                      <th>依据</th>
                    </tr>
                  </thead>
                  <tbody>
                    {one.lines.map((line) => (
                      <tr key={`${line.startsAt}/${line.title}`}>
                        <td>
                          {dayOf(new Date(line.startsAt)).slice(0, 4)}年{moment(line.startsAt)}
                        </td>
                        <td>{line.title}</td>
                        <td>{line.place}</td>
                        <td>{hoursText(line.minutes)}</td>
                        <td>{minutesByWords[line.minutesBy]}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <div className="paper-foot">
                <div>
                  <QrCode text={link} label="查验二维码" size={120} />
                  <div className="small">扫码查验，或在 {window.location.host}/m/verify 填写编号</div>
                  <div>编号：{one.code}</div>
                </div>
                <div className="paper-sign">
                  {one.issuer}
                  <br />
                  {dayText(dayOf(new Date(one.issuedAt)))}
                </div>
              </div>
            </article>
          );
        }}
      </Loaded>
    </>
  );
};
