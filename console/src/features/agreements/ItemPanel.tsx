/** One item: how far it is, evidence, history; what may be reported or changed. */
import { type AgreedItem, agreedItemsApi } from "@ginkgo/shared/api/agreed-items.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Progress, Slider } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useChange, useFetch } from "../../ui/api/hooks.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { PhotoInput } from "../../ui/form/PhotoInput.tsx";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";
import { Loaded } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { itemStates, leftText } from "./words.ts";
import "./agreements.css";

type Dialog = "report" | "done" | "change" | "dropped" | "open";

interface Report {
  readonly progress?: number;
  readonly note?: string;
  readonly photos?: readonly StoredFile[];
}
interface Change {
  readonly due?: string;
  readonly reason: string;
}

const sourcePath = ({ source }: AgreedItem) =>
  source.type === "agreement" ? `/agreements/${source.id}` : `/agreements/meetings/${source.id}`;

const reasonRule = [{ required: true, message: "请说明原因" }];

const Dialogs = ({ item, dialog, onClose }: { item: AgreedItem; dialog: Dialog; onClose: () => void }) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const done = () => {
    void queries.invalidateQueries();
    void message.success("已登记");
    onClose();
  };
  const report = useChange(agreedItemsApi.report, done);
  const change = useChange(agreedItemsApi.change, done);
  const end = useChange(agreedItemsApi.end, done);
  const base = { itemId: item.id, version: item.version };

  if (dialog === "report" || dialog === "done")
    return (
      <FormModal<Report>
        title={dialog === "done" ? "登记完成" : "登记进展"}
        okText={dialog === "done" ? "已完成" : "保存"}
        pending={report.isPending}
        error={report.error}
        names={["progress", "note", "photos"]}
        initial={{ progress: Math.min(item.progress, 90), photos: [] }}
        onSubmit={({ progress = 0, note = "", photos = [] }) =>
          report.mutate({
            ...base,
            progress: dialog === "done" ? 100 : progress,
            note,
            photos: photos.map(({ id }) => id),
          })
        }
        onClose={onClose}
      >
        {dialog === "report" ? (
          <Form.Item name="progress" label="做到多少">
            <Slider min={0} max={90} step={5} marks={{ 0: "0", 50: "50%", 90: "90%" }} />
          </Form.Item>
        ) : null}
        <Form.Item name="note" label={dialog === "done" ? "完成情况（或上传照片）" : "进展（或上传照片）"}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="photos" label="照片">
          <PhotoInput />
        </Form.Item>
      </FormModal>
    );
  if (dialog === "change")
    return (
      <FormModal<Change>
        title="改完成期限"
        okText="保存"
        pending={change.isPending}
        error={change.error}
        names={["due", "reason"]}
        initial={{ due: item.due }}
        onSubmit={({ due, reason }) => change.mutate({ ...base, due, reason })}
        onClose={onClose}
      >
        <Form.Item name="due" label="新的完成期限" rules={[{ required: true, message: "请填写日期" }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={reasonRule}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </FormModal>
    );
  return (
    <FormModal<Change>
      title={dialog === "dropped" ? "不再需要这件事项" : "重新打开"}
      okText={dialog === "dropped" ? "不再需要" : "重新打开"}
      danger={dialog === "dropped"}
      pending={end.isPending}
      error={end.error}
      names={["reason"]}
      onSubmit={({ reason }) => end.mutate({ ...base, to: dialog, reason })}
      onClose={onClose}
    >
      <Form.Item name="reason" label="原因" rules={reasonRule}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormModal>
  );
};

export const ItemPanel = ({ itemId }: { itemId: string }) => {
  const query = useFetch(agreedItemsApi.view, { itemId });
  const [dialog, setDialog] = useState<Dialog>();
  return (
    <Loaded query={query}>
      {(item) => (
        <>
          <div className="agree-line">
            <StateTag {...itemStates[item.state]} />
            {item.late ? <span className="danger">{leftText(item.daysLeft)}</span> : null}
          </div>
          <h3 className="pre">{item.what}</h3>
          <p className="muted">
            由{item.owner.name}负责 · {item.due} 前完成
            <br />
            出自 <Link to={sourcePath(item)}>{item.source.title}</Link>
          </p>
          <Progress percent={item.progress} status={item.late ? "exception" : undefined} aria-label="进度" />
          {item.note ? <p className="pre">{item.note}</p> : null}
          <PhotoGallery files={item.photos} />
          <div className="page-extra gap-above">
            {item.may.report ? (
              <>
                <Button type="primary" onClick={() => setDialog("done")}>
                  已完成
                </Button>
                <Button onClick={() => setDialog("report")}>登记进展</Button>
              </>
            ) : null}
            {item.may.change && item.state === "open" ? (
              <>
                <Button onClick={() => setDialog("change")}>改期限</Button>
                <Button danger onClick={() => setDialog("dropped")}>
                  不再需要
                </Button>
              </>
            ) : null}
            {item.may.change && item.state !== "open" ? (
              <Button onClick={() => setDialog("open")}>重新打开</Button>
            ) : null}
          </div>
          <section className="section">
            <h2>经过</h2>
            <ul className="plain-list lined">
              {item.history.map((entry) => (
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
          {dialog ? <Dialogs key={dialog} item={item} dialog={dialog} onClose={() => setDialog(undefined)} /> : null}
        </>
      )}
    </Loaded>
  );
};
