/** Rotas, and who is on duty today. */
import { PlusOutlined } from "@ant-design/icons";
import { dutiesApi, type OnDuty } from "@ginkgo/shared/api/duties.ts";
import { spanWords } from "@ginkgo/shared/day.ts";
import { Button, Card, Skeleton, Tag } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { useMe, useRight } from "../../ui/api/session.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState, Loaded } from "../../ui/States.tsx";
import { RotaForm } from "./RotaForm.tsx";
import "./duties.css";

const Board = () => {
  const place = useMe().data?.tenant ?? "";
  const query = useFetch(dutiesApi.board, { place }, { enabled: place !== "" });
  const line = (one: OnDuty) => (
    <li key={`${one.rota}${one.startsAt}${one.label}`}>
      <div className="case-line">
        <strong>{one.people.join("、") || "暂缺"}</strong>
        {one.now ? <Tag className="tag tag-working">在岗</Tag> : null}
        {one.people.length < one.needed ? (
          <Tag className="tag tag-waiting">缺 {one.needed - one.people.length} 人</Tag>
        ) : null}
      </div>
      <div className="muted small">
        {[one.rota, one.label, spanWords(new Date(one.startsAt), new Date(one.endsAt)), one.place || one.trail]
          .filter(Boolean)
          .join(" · ")}
      </div>
    </li>
  );
  return (
    <Card title="今天值班" className="flush">
      <Loaded query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState text="今天没有公开的值班安排" />
          ) : (
            <ul className="plain-list lined board-list">{items.map(line)}</ul>
          )
        }
      </Loaded>
    </Card>
  );
};

export const DutiesPage = () => {
  const edits = useRight("duty.edit");
  const [adding, setAdding] = useState(false);
  const [ended, setEnded] = useState<"no" | "yes">("no");
  const go = useNavigate();
  const { query, items } = usePages(dutiesApi.rotas, { limit: 50, ended });
  return (
    <>
      <PageHead
        title="值班"
        note="值班表按周或按月排，班次自动往后生成"
        extra={
          <>
            <Button onClick={() => setEnded(ended === "no" ? "yes" : "no")}>
              {ended === "no" ? "看已停用的" : "看在用的"}
            </Button>
            {edits ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                新建值班表
              </Button>
            ) : null}
          </>
        }
      />
      <div className="duty-columns">
        <Card title={ended === "no" ? "值班表" : "已停用的值班表"} className="flush">
          {query.isLoading ? <Skeleton className="state" active /> : null}
          {query.error && items.length === 0 ? (
            <ErrorState error={query.error} onRetry={() => query.refetch()} />
          ) : null}
          {query.isSuccess && items.length === 0 ? <EmptyState text="没有值班表" /> : null}
          <ul className="plain-list">
            {items.map((rota) => (
              <li key={rota.id} className="case-item">
                <Link to={`/duties/${rota.id}`} className="case-link">
                  <span className="case-line">
                    <strong className="wrap">{rota.name}</strong>
                    <Tag className="tag">{rota.kindLabel}</Tag>
                    {rota.signUp ? <Tag className="tag tag-done">自己报名</Tag> : null}
                  </span>
                  <span className="muted small">
                    {[rota.trail, rota.place, rota.cycle === "weekly" ? "按周" : "按月"].filter(Boolean).join(" · ")}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <MoreButton query={query} any={items.length > 0} />
        </Card>
        <Board />
      </div>
      {adding ? <RotaForm onClose={() => setAdding(false)} onSaved={({ id }) => void go(`/duties/${id}`)} /> : null}
    </>
  );
};
