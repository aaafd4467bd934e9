import { ArrowLeftOutlined, EditOutlined, HourglassOutlined, PrinterOutlined, RedoOutlined } from "@ant-design/icons";
import { type AgreementView, agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { addDays, daysBetween } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Progress } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { DueTime } from "../../ui/DueTime.tsx";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { Marks } from "../../ui/Marks.tsx";
import { Loaded } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { Timeline } from "../../ui/Timeline.tsx";
import { AgreementActions } from "./AgreementActions.tsx";
import { AgreementPaper } from "./AgreementPaper.tsx";
import { ItemRows } from "./ItemRows.tsx";
import { Parties } from "./Parties.tsx";
import { SignedFiles } from "./SignedFiles.tsx";
import "./agreements.css";

const Renew = ({ view, onClose }: { view: AgreementView; onClose: () => void }) => {
  const go = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const renew = useChange(agreementsApi.renew, (after) => {
    void queries.invalidateQueries();
    void message.success("续签的草稿已生成，核对后发给各方确认");
    onClose();
    void go(`/agreements/${after.matter.id}`);
  });
  const from = addDays(view.to, 1);
  const initial = { from, to: addDays(from, daysBetween(view.from, view.to)) };
  return (
    <FormModal<{ from: string; to: string }>
      title="续签协议"
      okText="生成续签草稿"
      pending={renew.isPending}
      error={renew.error}
      names={["from", "to"]}
      initial={initial}
      onSubmit={(values) => renew.mutate({ agreementId: view.matter.id, ...values })}
      onClose={onClose}
    >
      <p className="muted">各方和事项照原协议带过来，日期顺延，还可以再改。</p>
      <Form.Item name="from" label="开始日期" rules={[{ required: true, message: "请填写开始日期" }]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="to" label="结束日期" rules={[{ required: true, message: "请填写结束日期" }]}>
        <DayInput />
      </Form.Item>
    </FormModal>
  );
};

const Head = ({ view }: { view: AgreementView }) => {
  const { matter } = view;
  const percent = view.items === 0 ? 0 : Math.round((view.itemsDone / view.items) * 100);
  return (
    <header>
      <div className="case-title">
        <h1>{matter.title}</h1>
        <StateTag label={matter.stateLabel} tone={matter.tone} />
        <Marks marks={matter.marks} />
        <span className="grow" />
        {view.phase === "inForce" ? null : <DueTime time={matter.time} dueAt={matter.dueAt} />}
      </div>
      <div className="muted">
        {view.from} 至 {view.to} · {matter.place || matter.node.name}
        {view.daysLeft === null ? "" : ` · 还有 ${Math.max(0, view.daysLeft)} 天到期`}
        {view.itemsLate > 0 ? <span className="danger"> · {view.itemsLate} 件事项逾期</span> : null}
      </div>
      {matter.waiting && view.phase !== "inForce" ? (
        <Alert className="gap-above" type="info" icon={<HourglassOutlined />} showIcon title={matter.waiting} />
      ) : null}
      {view.phase === "inForce" || view.phase === "over" ? (
        <div className="gap-above">
          <span className="muted">
            事项完成 {view.itemsDone} / {view.items}
          </span>
          <Progress percent={percent} aria-label={`事项完成 ${percent}%`} />
        </div>
      ) : null}
      {view.renews ? (
        <p className="muted small">
          续签自 <Link to={`/agreements/${view.renews.id}`}>{view.renews.title}</Link>
        </p>
      ) : null}
      {view.renewedBy ? (
        <p className="muted small">
          已有续签的协议：<Link to={`/agreements/${view.renewedBy.id}`}>{view.renewedBy.title}</Link>
        </p>
      ) : null}
    </header>
  );
};

export const AgreementPage = () => {
  const { agreementId = "" } = useParams();
  const go = useNavigate();
  const queries = useQueryClient();
  const [renewing, setRenewing] = useState(false);
  const query = useFetch(agreementsApi.view, { agreementId });
  const changed = (after: AgreementView) => {
    queries.setQueryData(keyOf(agreementsApi.view, { agreementId }), after);
    void queries.invalidateQueries();
  };
  return (
    <>
      <div className="page-tools no-print">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => void go("/agreements")}>
          全部协议
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印协议
        </Button>
      </div>
      <Loaded query={query} rows={10}>
        {(view) => (
          <>
            <Card className="no-print">
              <Head view={view} />
              <div className="actions gap-above">
                <AgreementActions view={view} onDone={changed} />
                {view.may.edit ? (
                  <Link to={`/agreements/${agreementId}/edit`}>
                    <Button icon={<EditOutlined />}>修改草稿</Button>
                  </Link>
                ) : null}
                {view.may.renew ? (
                  <Button icon={<RedoOutlined />} onClick={() => setRenewing(true)}>
                    续签
                  </Button>
                ) : null}
              </div>
              <section className="section">
                <h2>各方</h2>
                <Parties view={view} onDone={changed} />
              </section>
              {view.purpose ? (
                <section className="section">
                  <h2>共建目的和约定</h2>
                  <p className="pre">{view.purpose}</p>
                </section>
              ) : null}
              <section className="section">
                <h2>共建事项</h2>
                <ItemRows items={view.agreedItems} empty="还没有写共建事项" />
              </section>
              <section className="section">
                <h2>签字的协议</h2>
                <SignedFiles view={view} onDone={changed} />
              </section>
              {view.matter.facts.length > 0 ? (
                <dl className="known gap-above">
                  {view.matter.facts.map(({ label, text }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd className="pre">{text}</dd>
                    </div>
                  ))}
                </dl>
              ) : null}
              <section className="section">
                <h2>经过</h2>
                <Timeline entries={view.matter.timeline} />
              </section>
            </Card>
            <AgreementPaper view={view} />
            {renewing ? <Renew view={view} onClose={() => setRenewing(false)} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
};
