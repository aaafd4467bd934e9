import { ArrowLeftOutlined, EditOutlined, FileTextOutlined, PrinterOutlined, RedoOutlined } from "@ant-design/icons";
import { type Attendee, type MeetingView, meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Form, Input } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";
import { Loaded } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { ItemRows } from "./ItemRows.tsx";
import { spanFrom, TimeFields } from "./MeetingForm.tsx";
import { MeetingPaper } from "./MeetingPaper.tsx";
import { MinutesForm } from "./MinutesForm.tsx";
import { answers, meetingStates, roundText, spanOf } from "./words.ts";
import "./agreements.css";

type Dialog = "minutes" | "cancel" | "next" | { readonly answer: Attendee; readonly comes: boolean };

const Attendees = ({ view, onAnswer }: { view: MeetingView; onAnswer: (one: Attendee, comes: boolean) => void }) => (
  <>
    <ul className="plain-list">
      {view.attendees.map((one) => (
        <li key={one.id} className="agree-row">
          <div className="agree-body">
            <div className="agree-line">
              <strong>{one.name}</strong>
              <span className={one.answer === "declined" ? "danger" : "muted"}>{answers[one.answer]}</span>
              {view.status === "held" ? <span className="muted">{one.present ? "到会" : "未到会"}</span> : null}
            </div>
            {one.words || one.answeredBy ? (
              <div className="muted small">{[one.answeredBy, one.words].filter(Boolean).join("：")}</div>
            ) : null}
          </div>
          {one.mine && view.status === "planned" ? (
            <span className="page-extra">
              <Button size="small" type="primary" onClick={() => onAnswer(one, true)}>
                参加
              </Button>
              <Button size="small" onClick={() => onAnswer(one, false)}>
                不能参加
              </Button>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
    {view.others ? <p className="muted">另有：{view.others}</p> : null}
  </>
);

const Dialogs = ({
  view,
  dialog,
  onDone,
  onClose,
}: {
  view: MeetingView;
  dialog: Dialog;
  onDone: (after: MeetingView) => void;
  onClose: () => void;
}) => {
  const go = useNavigate();
  const cancel = useChange(meetingsApi.cancel, onDone);
  const answer = useChange(meetingsApi.answer, onDone);
  const next = useChange(meetingsApi.next, (after) => {
    onDone(view);
    void go(`/agreements/meetings/${after.id}`);
  });
  const at = { meetingId: view.id };
  if (dialog === "minutes") return <MinutesForm view={view} onDone={onDone} onClose={onClose} />;
  if (dialog === "cancel")
    return (
      <FormModal<{ reason: string }>
        title="取消会议"
        okText="取消会议并通知"
        danger
        pending={cancel.isPending}
        error={cancel.error}
        names={["reason"]}
        onSubmit={({ reason }) => cancel.mutate({ ...at, version: view.version, reason })}
        onClose={onClose}
      >
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: "请说明原因" }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </FormModal>
    );
  if (dialog === "next")
    return (
      <FormModal<{ day: string; from: string; to: string; agenda?: string }>
        title={`召集第 ${view.round + 1} 次会议`}
        okText="召集并通知"
        pending={next.isPending}
        error={next.error}
        names={["day", "from", "to", "agenda"]}
        initial={{ day: dayOf(new Date()), from: "09:00", to: "11:00" }}
        onSubmit={({ agenda = "", ...span }) => next.mutate({ ...at, ...spanFrom(span), agenda })}
        onClose={onClose}
      >
        <p className="muted">参加的单位和人照这一次，地点不变，召集后还可以改。</p>
        <TimeFields />
        <Form.Item name="agenda" label="议程">
          <Input.TextArea rows={4} maxLength={3000} />
        </Form.Item>
      </FormModal>
    );
  const { answer: one, comes } = dialog;
  return (
    <FormModal<{ words?: string }>
      title={`${one.name}${comes ? "参加" : "不能参加"}`}
      okText="回复"
      pending={answer.isPending}
      error={answer.error}
      names={["words"]}
      onSubmit={({ words = "" }) => answer.mutate({ ...at, attendeeId: one.id, comes, words })}
      onClose={onClose}
    >
      <Form.Item name="words" label={comes ? "谁来参加（可不填）" : "原因（可不填）"}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  );
};

export const MeetingPage = () => {
  const { meetingId = "" } = useParams();
  const go = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [dialog, setDialog] = useState<Dialog>();
  const query = useFetch(meetingsApi.view, { meetingId });
  const done = (after: MeetingView) => {
    queries.setQueryData(keyOf(meetingsApi.view, { meetingId: after.id }), after);
    void queries.invalidateQueries();
    void message.success("已保存");
    setDialog(undefined);
  };
  return (
    <>
      <div className="page-tools no-print">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => void go("/agreements/meetings")}>
          全部会议
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Loaded query={query} rows={10}>
        {(view) => (
          <>
            <Card className="no-print">
              <div className="case-title">
                <h1>
                  {view.title} {roundText(view)}
                </h1>
                <StateTag {...meetingStates[view.status]} />
              </div>
              <p>
                {spanOf(view.startsAt, view.endsAt)} · {view.place}
                <br />
                <span className="muted">
                  {view.node.name} · {view.calledBy}召集
                </span>
              </p>
              {view.may.edit ? (
                <div className="page-extra">
                  {view.may.record ? (
                    <Button
                      type={view.status === "planned" ? "primary" : "default"}
                      icon={<FileTextOutlined />}
                      onClick={() => setDialog("minutes")}
                    >
                      {view.status === "planned" ? "登记纪要" : "补充、更正纪要"}
                    </Button>
                  ) : null}
                  {view.status === "planned" ? (
                    <>
                      <Link to={`/agreements/meetings/${view.id}/edit`}>
                        <Button icon={<EditOutlined />}>修改</Button>
                      </Link>
                      <Button danger onClick={() => setDialog("cancel")}>
                        取消会议
                      </Button>
                    </>
                  ) : null}
                  {view.rounds.every(({ round }) => round < view.round) && view.status !== "planned" ? (
                    <Button icon={<RedoOutlined />} onClick={() => setDialog("next")}>
                      召集下一次
                    </Button>
                  ) : null}
                </div>
              ) : null}
              {view.agenda ? (
                <section className="section">
                  <h2>议程</h2>
                  <p className="pre">{view.agenda}</p>
                </section>
              ) : null}
              <section className="section">
                <h2>
                  参加（邀请 {view.invited}，参加 {view.accepted}，不能来 {view.declined}）
                </h2>
                <Attendees view={view} onAnswer={(answer, comes) => setDialog({ answer, comes })} />
              </section>
              {view.minutes ? (
                <section className="section">
                  <h2>会议纪要</h2>
                  <p className="pre">{view.minutes}</p>
                  <PhotoGallery files={view.photos} />
                </section>
              ) : null}
              {view.status === "held" ? (
                <section className="section">
                  <h2>定下的事项</h2>
                  <ItemRows items={view.agreedItems} empty="这次会议没有定下事项" />
                </section>
              ) : null}
              {view.rounds.length > 0 ? (
                <section className="section">
                  <h2>各次会议</h2>
                  <div className="agree-line">
                    {view.rounds.map((one) => (
                      <Link key={one.id} to={`/agreements/meetings/${one.id}`}>
                        第 {one.round} 次（{dayOf(new Date(one.startsAt))}，{meetingStates[one.status].label}）
                      </Link>
                    ))}
                  </div>
                </section>
              ) : null}
              <section className="section">
                <h2>经过</h2>
                <ul className="plain-list lined">
                  {view.history.map((entry) => (
                    <li key={entry.id}>
                      <strong>{entry.label}</strong>{" "}
                      <span className="muted small">
                        {entry.actor} · {fullTime(entry.at)}
                      </span>
                      {entry.text ? <div className="pre">{entry.text}</div> : null}
                    </li>
                  ))}
                </ul>
              </section>
            </Card>
            <MeetingPaper view={view} />
            {dialog ? <Dialogs view={view} dialog={dialog} onDone={done} onClose={() => setDialog(undefined)} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
};
