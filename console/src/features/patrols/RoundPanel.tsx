import { CheckCircleFilled, MinusCircleOutlined } from "@ant-design/icons";
import { patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import { Descriptions, Tag } from "antd";
import { useFetch } from "../../ui/api/hooks.ts";
import { Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { tones } from "./words.ts";

/** What was passed and when, and what was found. */
export const RoundPanel = ({ roundId }: { roundId: string }) => {
  const query = useFetch(patrolsApi.round, { roundId });
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              {
                key: "status",
                label: one.route.kindLabel,
                children: (
                  <>
                    {one.route.name} <Tag className={`tag tag-${tones[one.status]}`}>{one.statusLabel}</Tag>
                  </>
                ),
              },
              { key: "squad", label: "巡逻队", children: one.squad ?? "—" },
              { key: "people", label: "参加", children: one.people.join("、") || "—" },
              { key: "planned", label: "计划", children: one.plannedAt ? fullTime(one.plannedAt) : "自行巡逻" },
              { key: "started", label: "开始", children: one.startedAt ? fullTime(one.startedAt) : "—" },
              { key: "ended", label: "结束", children: one.endedAt ? fullTime(one.endedAt) : "—" },
              ...(one.note ? [{ key: "note", label: "说明", children: one.note }] : []),
            ]}
          />
          <section className="section">
            <h2>
              点位 {one.ticked}/{one.needed}
            </h2>
            <ul className="plain-list lined">
              {one.points.map((point) => (
                <li key={point.id} className="case-line">
                  {point.tickedAt ? (
                    <CheckCircleFilled style={{ color: "#1d5c31" }} aria-label="巡到" />
                  ) : (
                    <MinusCircleOutlined className="muted" aria-label="没有巡到" />
                  )}
                  <span className="grow wrap">{point.name}</span>
                  <span className="muted small">{point.tickedAt ? fullTime(point.tickedAt) : "没有巡到"}</span>
                </li>
              ))}
            </ul>
          </section>
          {one.findings.length > 0 ? (
            <section className="section">
              <h2>发现的问题</h2>
              <ul className="plain-list lined">
                {one.findings.map(({ id, words, point, at }) => (
                  <li key={id}>
                    <div className="wrap">
                      {point ? <strong>{point}：</strong> : null}
                      {words}
                    </div>
                    <div className="muted small">{fullTime(at)}</div>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </>
      )}
    </Loaded>
  );
};
