import { NodeIndexOutlined } from "@ant-design/icons";
import { type MatchRound, matchingApi } from "@ginkgo/shared/api/matching.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Form, InputNumber, Select, Skeleton } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useChange, useFetch, usePages } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { gapText, roundStates } from "./words.ts";

interface Terms {
  readonly node: string;
  readonly budget: number;
  readonly answerDays: number;
  readonly maxMeters: number;
}

/** A Select has no value for "none": 0 stands for any distance. */
const distances = [
  { value: 0, label: "不限" },
  { value: 1000, label: "1 公里以内" },
  { value: 3000, label: "3 公里以内" },
  { value: 5000, label: "5 公里以内" },
  { value: 10_000, label: "10 公里以内" },
];

const Begin = ({ onClose }: { onClose: () => void }) => {
  const go = useNavigate();
  const queries = useQueryClient();
  const places = useFetch(matchingApi.places, {}).data?.items ?? [];
  const tiers = tiersAs(usePack(), "root", "subdistrict", "community", "zone");
  const begin = useChange(matchingApi.begin, (round) => {
    void queries.invalidateQueries();
    onClose();
    void go(`/matching/${round.id}`);
  });
  return (
    <FormModal<Terms>
      title="撮合一轮"
      okText="开始"
      pending={begin.isPending}
      error={begin.error}
      names={["node", "budget", "answerDays", "maxMeters"]}
      initial={{ node: places[0]?.id, budget: 3, answerDays: 3, maxMeters: 0 }}
      onSubmit={({ maxMeters, ...terms }) => begin.mutate({ ...terms, maxMeters: maxMeters || null })}
      onClose={onClose}
    >
      <p className="muted">
        一次看完所有开放的需求和登记的能力，算出最合适的安排，再去询问。本人同意以后才算数，随时可以谢绝。
      </p>
      <Form.Item name="node" label="范围" rules={[{ required: true, message: "请选择范围" }]}>
        <NodeSelect tiers={tiers} allowClear={false} />
      </Form.Item>
      <Form.Item name="budget" label="每人七天内最多收到几条邀请" rules={[{ required: true, message: "请填写" }]}>
        <InputNumber min={1} max={50} />
      </Form.Item>
      <Form.Item name="answerDays" label="几天内答复有效" rules={[{ required: true, message: "请填写" }]}>
        <InputNumber min={1} max={30} />
      </Form.Item>
      <Form.Item name="maxMeters" label="最远请多远的人">
        <Select options={distances} />
      </Form.Item>
    </FormModal>
  );
};

const Row = ({ round }: { round: MatchRound }) => (
  <li className="case-item">
    <Link to={`/matching/${round.id}`} className="case-link">
      <span className="case-line case-line-tags">
        <StateTag {...roundStates[round.status]} />
        <strong>{round.node.name}</strong>
        <span className="muted small">
          {round.by} · {fullTime(round.createdAt)}
        </span>
      </span>
      {round.result ? (
        <span>
          {round.result.needs} 项需求 {round.result.places} 个名额，询问了 {round.result.fairness.people} 个人和单位，
          {round.answers.accepted} 个答应
        </span>
      ) : (
        <span>{round.problem ?? round.stage}</span>
      )}
      {round.result ? (
        <span className="muted small">
          {gapText(round.result.gap)}；比先到先得多 {round.result.firstCome.gain}%
        </span>
      ) : null}
    </Link>
  </li>
);

export const MatchingPage = () => {
  const [beginning, setBeginning] = useState(false);
  const { query, items } = usePages(matchingApi.rounds, { limit: 20 });
  return (
    <>
      <PageHead
        title="供需撮合"
        note="把需求和能力一次配好：技能、时间、远近、年龄都合适才询问，每条建议都说明理由"
        extra={
          <Button type="primary" icon={<NodeIndexOutlined />} onClick={() => setBeginning(true)}>
            撮合一轮
          </Button>
        }
      />
      <Card className="flush">
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? <EmptyState text="还没有撮合过" /> : null}
        <ul className="plain-list case-list">
          {items.map((round) => (
            <Row key={round.id} round={round} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      {beginning ? <Begin onClose={() => setBeginning(false)} /> : null}
    </>
  );
};
