/** Corrections one asks for, and what became of them. */
import { type PointRequest, pointsApi, type RequestStatus } from "@ginkgo/shared/api/points.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { More } from "../../ui/More.tsx";
import { problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Empty, Loaded, Refusal } from "../../ui/states.tsx";
import { myRequests, oneEntry } from "./queries.ts";
import { usePointsChange } from "./use-change.ts";
import { signed } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./points.css";

const statuses: { readonly [S in RequestStatus]: { readonly label: string; readonly tone: string } } = {
  open: { label: "等待处理", tone: "waiting" },
  granted: { label: "已更正", tone: "done" },
  refused: { label: "未更正", tone: "stopped" },
  withdrawn: { label: "已撤回", tone: "stopped" },
};

const longest = 500;

const Asking = ({ about, onClose }: { about: string | undefined; onClose: () => void }) => {
  const [words, setWords] = useState("");
  const entry = useQuery({ ...oneEntry(about ?? ""), enabled: about !== undefined }).data;
  const ask = usePointsChange(pointsApi.ask, () => {
    void toast("已提交，社区核对后会告诉您", "success");
    onClose();
  });
  return (
    <Sheet
      open
      title="申请更正"
      onClose={onClose}
      footer={
        <Button
          block
          color="primary"
          disabled={!words.trim()}
          loading={ask.isPending}
          onClick={() => ask.mutate({ words: words.trim(), ...(about ? { about } : {}) })}
        >
          提交
        </Button>
      }
    >
      {entry && (
        <p className="points-about">
          {entry.words}（{signed(entry.points)}）
        </p>
      )}
      <div className="field">
        <label className="field-label" htmlFor="request-words">
          {about ? "这一笔哪里不对？" : "少记了什么？"}
        </label>
        <p className="field-help">写清楚什么时候、在哪里、做了什么，谁可以证明。</p>
        <textarea
          id="request-words"
          className="box"
          rows={4}
          maxLength={longest}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Refusal error={ask.error} />
    </Sheet>
  );
};

const Request = ({ one }: { one: PointRequest }) => {
  const withdraw = usePointsChange(pointsApi.withdrawRequest);
  const ask = async () => {
    if (!(await confirm("撤回更正申请", "撤回以后不再处理，需要时可以重新提。", "撤回"))) return;
    withdraw.mutate(
      { requestId: one.id, version: one.version },
      { onError: (error) => void toast(problemOf(error).detail, "fail") },
    );
  };
  const { label, tone } = statuses[one.status];
  return (
    <li className="card">
      <div className="case-head">
        <span className={`tag tag-${tone}`}>{label}</span>
        <time className="points-soft" dateTime={one.at}>
          {timeOf(one.at)}
        </time>
      </div>
      <p className="points-words">{one.words}</p>
      {one.about && (
        <p className="points-about">
          {one.about.words}（{signed(one.about.points)}）
        </p>
      )}
      {one.answer && (
        <p className="points-words">
          <b>{one.decidedBy}答复：</b>
          {one.answer}
          {one.booked && `（${signed(one.booked.points)} 分）`}
        </p>
      )}
      {one.status === "open" && (
        <button type="button" className="plain-button" disabled={withdraw.isPending} onClick={() => void ask()}>
          撤回
        </button>
      )}
    </li>
  );
};

const Requests = () => {
  const [search, setSearch] = useSearchParams();
  const about = search.get("about") ?? undefined;
  const [asking, setAsking] = useState(about !== undefined);
  const query = useInfiniteQuery(myRequests);
  const close = () => {
    setAsking(false);
    if (about) setSearch({}, { replace: true });
  };
  return (
    <Page
      title="积分更正"
      back="/points"
      footer={
        <Button block color="primary" onClick={() => setAsking(true)}>
          申请更正
        </Button>
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <Empty title="没有更正申请" hint="做过的服务没有记上，或者记错了，可以在这里提出。" />;
          return (
            <ul>
              {items.map((one) => (
                <Request key={one.id} one={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More query={query} />
      {asking && <Asking about={about} onClose={close} />}
    </Page>
  );
};
export default Requests;
