import { type FeedbackDetail, type FeedbackLine, feedbackApi } from "@ginkgo/shared/api/bulletin.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";

const hours = (minutes: number) => Math.round((minutes / 60) * 10) / 10;

const useAnswer = (feedbackId: string) => {
  const queries = useQueryClient();
  return (next: FeedbackDetail) => {
    queries.setQueryData(keyOf(feedbackApi.view, { feedbackId }), next);
    void queries.invalidateQueries({ queryKey: keyOf(feedbackApi.list) });
  };
};

const Say = ({ feedbackId, line }: { feedbackId: string; line: FeedbackLine }) => {
  const { message } = App.useApp();
  const [words, setWords] = useState(line.words ?? "");
  const save = useChange(feedbackApi.say, useAnswer(feedbackId));
  const send = () =>
    save.mutate(
      { feedbackId, registrationId: line.registrationId, words },
      {
        onSuccess: () => void message.success("评语已保存"),
        onError: (error) => void message.error(detailOf(error)),
      },
    );
  return (
    <div className="feedback-say no-print">
      <Input
        aria-label={`给${line.name}的评语`}
        placeholder="一句评语，可不填"
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={send}
      />
      <Button loading={save.isPending} disabled={words.trim() === (line.words ?? "")} onClick={send}>
        保存
      </Button>
    </div>
  );
};

const Line = ({ feedbackId, line }: { feedbackId: string; line: FeedbackLine }) => (
  <li className="feedback-line">
    <div className="case-line">
      <strong>{line.name}</strong>
      <span className="muted small">{line.community.name}</span>
      <span className="grow" />
      <span className="muted small">
        认领 {line.claims} 件 · 活动 {line.activities} 次{line.minutes > 0 ? ` · ${hours(line.minutes)} 小时` : ""}
      </span>
    </div>
    {line.deeds.length > 0 ? (
      <p className="small">{line.deeds.map((deed) => `${fullTime(deed.at).slice(5, 10)} ${deed.title}`).join("；")}</p>
    ) : null}
    {line.agreed ? null : <p className="muted small">本人没有同意单位查看，发送时不含这一条，只计入汇总。</p>}
    {line.mayWrite ? <Say feedbackId={feedbackId} line={line} /> : line.words ? <p>社区评语：{line.words}</p> : null}
  </li>
);

const Parts = ({ one }: { one: FeedbackDetail }) => {
  const { message, modal } = App.useApp();
  const confirm = useChange(feedbackApi.confirm, useAnswer(one.id));
  const ask = (id: string, name: string) =>
    modal.confirm({
      title: `确认${name}这一部分？`,
      content: "确认后不能再改评语；各社区都确认后立即发给单位。",
      okText: "确认",
      cancelText: "取消",
      onOk: () =>
        confirm.mutate(
          { feedbackId: one.id, community: id },
          {
            onSuccess: (next) => void message.success(next.sentAt ? "已确认并发给单位" : "已确认"),
            onError: (error) => void message.error(detailOf(error)),
          },
        ),
    });
  return (
    <ul className="plain-list">
      {one.parts.map(({ community, confirmedAt, confirmedBy, mayConfirm }) => (
        <li key={community.id} className="case-line" style={{ padding: "4px 0" }}>
          <span>{community.name}</span>
          <span className="muted small">
            {confirmedAt
              ? `${confirmedBy ?? ""} ${fullTime(confirmedAt)} 确认`
              : one.sentAt
                ? "到期未核对，按记录发送"
                : "等待核对"}
          </span>
          <span className="grow" />
          {mayConfirm ? (
            <Button
              type="primary"
              size="small"
              className="no-print"
              loading={confirm.isPending}
              onClick={() => ask(community.id, community.name)}
            >
              核对无误，确认
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

export const FeedbackPanel = ({ feedbackId }: { feedbackId: string }) => (
  <Loaded query={useFetch(feedbackApi.view, { feedbackId })}>
    {(one) => (
      <article>
        <div className="case-title">
          <h1>
            {one.unit.name} · {one.periodLabel}
          </h1>
        </div>
        <p className="muted small">
          {one.kindLabel}
          {one.sentAt ? ` · ${fullTime(one.sentAt)} 发送` : ` · ${fullTime(one.sendBy)} 自动发送`}
        </p>
        <dl className="bulletin-sums">
          {(
            [
              ["报到党员", one.sums.people],
              ["本期新报到", one.sums.joined],
              ["本期退出", one.sums.left],
              ["完成认领", one.sums.claims],
              ["参加活动", one.sums.activities],
              ["服务时长（小时）", hours(one.sums.minutes)],
            ] as const
          ).map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{n}</dd>
            </div>
          ))}
        </dl>
        <section className="section">
          <h2>社区核对</h2>
          <Parts one={one} />
        </section>
        <section className="section">
          <h2>每个人的情况</h2>
          {one.unitSees === "sums" ? <Alert type="info" showIcon title="按规则只向单位反馈汇总数。" /> : null}
          {one.lines.length === 0 ? <EmptyState text="没有可以查看的个人记录" /> : null}
          <ul className="plain-list">
            {one.lines.map((line) => (
              <Line key={line.registrationId} feedbackId={feedbackId} line={line} />
            ))}
          </ul>
        </section>
      </article>
    )}
  </Loaded>
);
