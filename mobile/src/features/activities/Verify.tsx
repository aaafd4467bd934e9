/** Open to everyone: whether a certificate is genuine, and still what the record says. Names stay masked. */
import { hoursText } from "@ginkgo/shared/activity-words.ts";
import type { VerifiedCertificate } from "@ginkgo/shared/api/activities.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { verified } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./activities.css";

const states: Readonly<Record<VerifiedCertificate["state"], { title: string; hint: string; tone: string }>> = {
  valid: { title: "证明属实", hint: "与现在的记录一致。", tone: "done" },
  corrected: { title: "开具时属实，之后有更正", hint: "请以现在的记录为准。", tone: "waiting" },
  broken: { title: "不能证明", hint: "保存的内容与开具时不一致，请联系开具的单位。", tone: "stopped" },
};

const Result = ({ one }: { one: VerifiedCertificate }) => {
  const { title, hint, tone } = states[one.state];
  const rows = [
    ["姓名", one.maskedName],
    ["期间", `${one.from} 至 ${one.to}`],
    ["服务时长", `${hoursText(one.minutes)}（${one.activities} 次）`],
    ...(one.state === "corrected" ? [["现在的记录", hoursText(one.minutesNow)]] : []),
    ["开具时间", timeOf(one.issuedAt)],
    ["出具", one.issuer],
    ["编号", one.code],
  ];
  return (
    <section className="card" role="status">
      <div className="case-head">
        <h2 className="case-title">{title}</h2>
        <span className={`tag tag-${tone}`}>
          {one.state === "valid" ? "有效" : one.state === "corrected" ? "有更正" : "无效"}
        </span>
      </div>
      <p className="soft">{hint}</p>
      {one.state === "broken" ? null : (
        <dl className="facts">
          {rows.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="fact-text">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};

const Verify = () => {
  const { code = "" } = useParams();
  const [typed, setTyped] = useState(code);
  const go = useNavigate();
  const query = useQuery(verified(code));
  const missing = query.error && problemOf(query.error).code === "not-found";
  return (
    <Page title="查验时长证明">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) void go(`/verify/${encodeURIComponent(typed.trim())}`, { replace: true });
        }}
      >
        <label className="field-label" htmlFor="verify-code">
          证明上的编号
        </label>
        <input
          id="verify-code"
          className="box"
          maxLength={60}
          autoCapitalize="none"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button block type="submit" color="primary" className="activity-submit" disabled={!typed.trim()}>
          查验
        </Button>
      </form>
      {code &&
        (missing ? (
          <Empty title="没有这张证明" hint="请核对编号，一个字也不能错。" />
        ) : (
          <Loaded query={query}>{(one) => <Result one={one} />}</Loaded>
        ))}
    </Page>
  );
};
export default Verify;
