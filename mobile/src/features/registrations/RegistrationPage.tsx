/** One registration: where it stands, what one offers, consent, and leaving. */
import { type RegistrationDetail, registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { timeOf, weekdayName } from "@ginkgo/shared/day.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RightOutline } from "antd-mobile-icons";
import { Link, useParams } from "react-router";
import { dayOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { MatterActions, MatterFacts, MatterHead, MatterHistory, matterView } from "../../ui/matter/MatterDetails.tsx";
import { call, problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { registrationView } from "./queries.ts";
import { reviewDay } from "./words.ts";
import "./registrations.css";

const Consent = ({ one }: { one: RegistrationDetail }) => {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (agreed: boolean) => call(registrationsApi.consent, { registrationId: one.id, agreed }),
    onSuccess: (next) => {
      client.setQueryData(registrationView(one.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ["matter", one.id] });
      void toast(next.unitSees ? "已同意单位查看" : "已收回，单位不再看到", "success");
    },
    onError: (error) => void toast(problemOf(error).detail, "fail"),
  });
  if (!one.may.consent) return null;
  const ask = async () => {
    const yes = one.unitSees
      ? await confirm("收回同意", "单位将看不到您的参与记录，以前发过的反馈里也不再显示。", "收回")
      : await confirm("同意单位查看", `“${one.unit?.name ?? ""}”可以看到您的报到和参与记录，随时可以收回。`, "同意");
    if (yes) change.mutate(!one.unitSees);
  };
  return (
    <section className="card">
      <button
        type="button"
        className="switch-line"
        role="switch"
        aria-checked={one.unitSees}
        onClick={() => void ask()}
      >
        <span>
          单位查看我的参与记录
          <small className="soft-line">
            {one.unitSees && one.consent.agreedAt ? `${dayOf(one.consent.agreedAt)}同意` : "现在单位只看到汇总数"}
          </small>
        </span>
        <i className="switch" />
      </button>
    </section>
  );
};

const Known = ({ one }: { one: RegistrationDetail }) => {
  const lines: readonly (readonly [string, string])[] = [
    ...(one.unit ? [["所在单位", one.unit.name] as const] : []),
    ...(one.skills.length > 0 ? [["职业、技能", one.skills.map(({ label }) => label).join("、")] as const] : []),
    ...(one.free.length > 0
      ? [
          [
            "有空的时间",
            one.free.map(({ day, from, to }) => `${weekdayName(day)} ${timeOf(from)}–${timeOf(to)}`).join("，"),
          ] as const,
        ]
      : []),
    ...(one.reachMeters
      ? [["愿意去", one.reachMeters >= 1000 ? `${one.reachMeters / 1000} 公里内` : `${one.reachMeters} 米内`] as const]
      : []),
    ...(one.active && one.dueAt ? [["下次复核", reviewDay(one.dueAt)] as const] : []),
  ];
  return (
    <section className="card">
      <div className="case-head">
        <h2 className="case-title">报到信息</h2>
        {one.may.edit && (
          <Link to={`/registrations/${one.id}/edit`} className="plain-button">
            修改
          </Link>
        )}
      </div>
      <dl className="facts">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="fact-text">{text}</dd>
          </div>
        ))}
      </dl>
      {lines.length === 0 && <p className="soft-line">还没有填写技能和有空的时间</p>}
    </section>
  );
};

const RegistrationPage = () => {
  const { registrationId = "" } = useParams();
  const query = useQuery(registrationView(registrationId));
  // Steps refresh it under its own key.
  const matter = useQuery(matterView(registrationId)).data ?? query.data?.matter;
  return (
    <Page title="报到" back="/registrations" footer={<MatterActions one={matter} />}>
      <Loaded query={query}>
        {(one) => (
          <>
            {matter && <MatterHead one={matter} />}
            <Known one={one} />
            <Consent one={one} />
            {matter && <MatterFacts one={matter} />}
            <Link to={`/communities/${one.node.id}`} className="row-link">
              <span>社区页</span>
              <RightOutline />
            </Link>
            {matter && <MatterHistory one={matter} />}
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default RegistrationPage;
