import { SearchOutlined } from "@ant-design/icons";
import { type Candidate, casesApi } from "@ginkgo/shared/api/cases.ts";
import { Checkbox, Input, Radio, Skeleton } from "antd";
import { useState } from "react";
import { detailOf } from "../api/client.ts";
import { useFetch } from "../api/hooks.ts";
import { useDebounced } from "./useDebounced.ts";

interface AssigneePickerProps {
  readonly value?: readonly string[];
  readonly onChange?: (ids: string[]) => void;
  readonly id?: string;
  readonly tiers: readonly string[];
  readonly many: boolean;
  readonly caseId?: string;
}

const distance = (meters: number) => (meters < 1000 ? `${meters} 米` : `${(meters / 1000).toFixed(1)} 公里`);

const Line = ({ candidate }: { candidate: Candidate }) => (
  <span className="candidate">
    <span>
      <strong>{candidate.name}</strong> <span className="muted small">{candidate.tierLabel}</span>
    </span>
    <span className="muted small">
      {[
        candidate.place,
        candidate.meters === null ? null : distance(candidate.meters),
        `在办 ${candidate.openCases} 件`,
        candidate.people.length > 0 ? candidate.people.join("、") : "暂无人员",
      ]
        .filter(Boolean)
        .join(" · ")}
    </span>
  </span>
);

/** Whom to hand a case to, nearest and least busy first as the server orders them. */
export const AssigneePicker = ({ value = [], onChange, id, tiers, many, caseId }: AssigneePickerProps) => {
  const [typed, setTyped] = useState("");
  const q = useDebounced(typed.trim()) || undefined;
  const query = useFetch(casesApi.candidates, { caseId, q, tiers: tiers.join(","), limit: 50 }, { keep: true });
  const items = query.data?.items ?? [];
  const toggle = (candidate: string, on: boolean) => {
    if (!many) return onChange?.([candidate]);
    onChange?.(on ? [...value, candidate] : value.filter((one) => one !== candidate));
  };
  const Box = many ? Checkbox : Radio;

  return (
    <div className="picker">
      <Input
        id={id}
        prefix={<SearchOutlined />}
        placeholder="按名称或人员查找"
        value={typed}
        allowClear
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset className="picker-list" aria-label="可选的承办队伍">
        {query.isLoading ? <Skeleton active paragraph={{ rows: 3 }} title={false} /> : null}
        {query.error ? <div className="field-problem">{detailOf(query.error)}</div> : null}
        {query.data && items.length === 0 ? <div className="muted">没有找到可派的对象</div> : null}
        {items.map((candidate) => (
          <Box
            key={candidate.id}
            className="picker-line"
            checked={value.includes(candidate.id)}
            onChange={(event) => toggle(candidate.id, event.target.checked)}
          >
            <Line candidate={candidate} />
          </Box>
        ))}
      </fieldset>
      {many && value.length > 0 ? <div className="muted small">已选 {value.length} 个</div> : null}
    </div>
  );
};
