/** One person who is visited: masked until a reason is given; what was done; pausing and ending. */
import { type CareView, careApi } from "@ginkgo/shared/api/care.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Descriptions, Form, Input, Popconfirm, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { ReasonModal } from "../../ui/form/ReasonModal.tsx";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";
import { Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { PlanForm } from "./PlanForm.tsx";
import { VisitModal } from "./VisitModal.tsx";
import { dueTone, dueWords, entryWords } from "./words.ts";
import "./care.css";

const useChanged = (onClose: () => void) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return () => {
    void queries.invalidateQueries({ queryKey: keyOf(careApi.plan) });
    void queries.invalidateQueries({ queryKey: keyOf(careApi.plans) });
    void queries.invalidateQueries({ queryKey: keyOf(careApi.counts) });
    void message.success("已保存");
    onClose();
  };
};

const Person = ({ plan }: { plan: CareView }) => {
  const [asking, setAsking] = useState(false);
  const reveal = useChange(careApi.reveal, () => setAsking(false));
  const person = reveal.data;
  if (person)
    return (
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: "name", label: "姓名", children: person.name },
          { key: "phone", label: "电话", children: person.phone || "—" },
          { key: "address", label: "地址", children: person.address || "—" },
          { key: "health", label: "需要注意", children: person.health || "—" },
          {
            key: "guardian",
            label: "家属",
            children: [person.guardian, person.guardianPhone].filter(Boolean).join(" ") || "—",
          },
        ]}
      />
    );
  return (
    <>
      <Button className="gap-above" onClick={() => setAsking(true)}>
        查看姓名、地址和电话
      </Button>
      {asking ? (
        <ReasonModal
          title="查看个人信息"
          okText="查看"
          label="查看的原因"
          note="只用于走访和帮助本人；谁在什么时候、为什么查看都会记录。"
          pending={reveal.isPending}
          error={reveal.error}
          onReason={(reason) => reveal.mutate({ planId: plan.id, reason })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};

interface OneProps {
  readonly plan: CareView;
  readonly onClose: () => void;
}

const Pause = ({ plan, onClose }: OneProps) => {
  const pause = useChange(careApi.pause, useChanged(onClose));
  return (
    <FormModal<{ until: string; reason: string }>
      title="暂停走访"
      okText="暂停"
      pending={pause.isPending}
      error={pause.error}
      names={["until", "reason"]}
      onSubmit={(values) => pause.mutate({ planId: plan.id, version: plan.version, ...values })}
      onClose={onClose}
    >
      <Form.Item name="until" label="到哪天" rules={[{ required: true, message: "请选择日期" }]}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, min: 2, message: "请写明原因" }]}
      >
        <Input maxLength={200} placeholder="如：住院、去子女家" />
      </Form.Item>
    </FormModal>
  );
};

const End = ({ plan, onClose }: OneProps) => {
  const end = useChange(careApi.end, useChanged(onClose));
  return (
    <ReasonModal
      title="结束走访"
      okText="结束"
      label="原因"
      note="结束以后不能恢复；需要再走访的，请重新登记。"
      danger
      pending={end.isPending}
      error={end.error}
      onReason={(reason) => end.mutate({ planId: plan.id, version: plan.version, reason })}
      onClose={onClose}
    />
  );
};

const Note = ({ plan, onClose }: OneProps) => {
  const note = useChange(careApi.note, useChanged(onClose));
  return (
    <FormModal<{ words: string; caseNo?: string }>
      title="记一笔"
      okText="记下"
      pending={note.isPending}
      error={note.error}
      names={["words", "caseNo"]}
      onSubmit={({ words, caseNo }) =>
        note.mutate({ planId: plan.id, words, ...(caseNo?.trim() ? { caseNo: caseNo.trim() } : {}) })
      }
      onClose={onClose}
    >
      <Form.Item
        name="words"
        label="帮了什么、还需要什么"
        rules={[{ required: true, whitespace: true, message: "请填写" }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="caseNo" label="有关的诉求编号">
        <Input maxLength={40} />
      </Form.Item>
    </FormModal>
  );
};

const Entries = ({ plan, onMore }: { plan: CareView; onMore: (cursor: string) => void }) => (
  <section className="section">
    <h2>走访和帮助</h2>
    {plan.entries.length === 0 ? <p className="muted">还没有记录。</p> : null}
    <ul className="plain-list care-entries">
      {plan.entries.map((entry) => (
        <li key={entry.id}>
          <div className="case-line">
            <Tag className={`tag ${entry.type === "not-met" ? "tag-waiting" : "tag-done"}`}>
              {entryWords[entry.type]}
            </Tag>
            <span className="muted small">
              {entry.by} · {fullTime(entry.at)}
            </span>
          </div>
          {entry.details.map(({ label, text }) => (
            <p key={label}>
              <span className="muted">{label}：</span>
              {text}
            </p>
          ))}
          <PhotoGallery files={entry.photos} />
          {entry.caseId ? <Link to={`/cases/${entry.caseId}`}>有关的诉求</Link> : null}
        </li>
      ))}
    </ul>
    {plan.nextCursor ? (
      <Button size="small" onClick={() => plan.nextCursor && onMore(plan.nextCursor)}>
        更早的
      </Button>
    ) : null}
  </section>
);

export const CarePanel = ({ planId }: { planId: string }) => {
  const { message } = App.useApp();
  const [cursor, setCursor] = useState<string>();
  const query = useFetch(careApi.plan, { planId, ...(cursor ? { cursor } : {}) }, { keep: true });
  const [open, setOpen] = useState<"edit" | "pause" | "end" | "note" | "visit">();
  const close = () => setOpen(undefined);
  const resume = useChange(careApi.resume, useChanged(close));
  return (
    <Loaded query={query}>
      {(plan) => (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              {
                key: "due",
                label: plan.kindLabel,
                children: (
                  <>
                    {plan.name} <Tag className={`tag tag-${dueTone(plan)}`}>{dueWords(plan)}</Tag>
                  </>
                ),
              },
              { key: "where", label: "住在", children: plan.trail },
              {
                key: "who",
                label: "走访",
                children: `每 ${plan.everyDays} 天，${[...plan.visitors.map(({ name }) => name), plan.team?.name].filter(Boolean).join("、")}`,
              },
              { key: "last", label: "上次", children: plan.lastVisitAt ? fullTime(plan.lastVisitAt) : "还没有" },
              ...(plan.reason ? [{ key: "reason", label: "原因", children: plan.reason }] : []),
            ]}
          />
          {plan.may.reveal ? <Person key={plan.id} plan={plan} /> : null}
          <div className="page-extra gap-above">
            {plan.may.visit ? (
              <Button type="primary" onClick={() => setOpen("visit")}>
                写走访记录
              </Button>
            ) : null}
            <Button onClick={() => setOpen("note")}>记一笔</Button>
            {plan.may.edit ? (
              <>
                <Button onClick={() => setOpen("edit")}>修改安排</Button>
                {plan.status === "paused" ? (
                  <Popconfirm
                    title="从今天起恢复走访？"
                    onConfirm={() =>
                      resume.mutate(
                        { planId, version: plan.version },
                        { onError: (error) => void message.error(detailOf(error)) },
                      )
                    }
                  >
                    <Button>恢复走访</Button>
                  </Popconfirm>
                ) : (
                  <Button onClick={() => setOpen("pause")}>暂停</Button>
                )}
                <Button danger onClick={() => setOpen("end")}>
                  结束
                </Button>
              </>
            ) : null}
          </div>
          <Entries plan={plan} onMore={setCursor} />
          {cursor ? (
            <Button size="small" type="link" onClick={() => setCursor(undefined)}>
              回到最近的
            </Button>
          ) : null}
          {open === "edit" ? <PlanForm plan={plan} onClose={close} onSaved={() => undefined} /> : null}
          {open === "pause" ? <Pause plan={plan} onClose={close} /> : null}
          {open === "end" ? <End plan={plan} onClose={close} /> : null}
          {open === "note" ? <Note plan={plan} onClose={close} /> : null}
          {open === "visit" ? <VisitModal plan={plan} onClose={close} /> : null}
        </>
      )}
    </Loaded>
  );
};
