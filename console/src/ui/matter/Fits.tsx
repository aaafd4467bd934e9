/** Who fits a need and why; which needs something on offer fits. The same limits as in a matching round. */
import { type FittingAbility, matchingApi } from "@ginkgo/shared/api/matching.ts";
import { Tag } from "antd";
import { Link } from "react-router";
import { codeOf } from "../api/client.ts";
import { useFetch } from "../api/hooks.ts";
import { Loaded } from "../States.tsx";

const states: Readonly<Record<FittingAbility["state"], string | null>> = {
  free: null,
  asked: "正在询问",
  taken: "已经承担",
  refused: "不愿再被问",
};

export const NeedFits = ({ claimableId }: { claimableId: string }) => {
  const query = useFetch(matchingApi.fitsNeed, { claimableId });
  // Who registered with what is for staff; to others there is nothing here.
  if (codeOf(query.error) === "not-found") return null;
  return (
    <section className="section">
      <h2>合适的人和单位</h2>
      <Loaded query={query} rows={3}>
        {({ items, others }) => (
          <>
            {items.length === 0 ? <p className="muted">现在没有合适的</p> : null}
            <ul className="plain-list lined">
              {items.map((one) => (
                <li key={`${one.offer?.id ?? ""}${one.account ?? one.body?.id ?? ""}`}>
                  <strong>{one.name}</strong>{" "}
                  {one.offer ? <Link to={`/claims?open=${one.offer.id}`}>{one.offer.title}</Link> : null}{" "}
                  {states[one.state] ? <Tag className="tag">{states[one.state]}</Tag> : null}
                  <div className="muted small">{one.why.join("；")}</div>
                </li>
              ))}
            </ul>
            {others.length > 0 ? (
              <p className="muted small">不合适的：{others.map(({ why, count }) => `${count} 个${why}`).join("；")}</p>
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  );
};

export const AbilityFits = ({ claimableId }: { claimableId: string }) => {
  const query = useFetch(matchingApi.fitsAbility, { claimableId });
  if (codeOf(query.error) === "not-found") return null;
  return (
    <section className="section">
      <h2>用得上的需求</h2>
      <Loaded query={query} rows={3}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p className="muted">现在没有用得上的需求</p> : null}
            <ul className="plain-list lined">
              {items.map(({ need, why, free }) => (
                <li key={need.id}>
                  <Link to={`/claims?open=${need.id}`}>
                    <strong>{need.title}</strong>
                  </Link>{" "}
                  <span className="muted small">
                    {need.place} · 还差 {free} 个
                  </span>
                  <div className="muted small">{why.join("；")}</div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
};
