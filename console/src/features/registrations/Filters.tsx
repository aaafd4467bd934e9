import { SearchOutlined } from "@ant-design/icons";
import { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { Button, Input, Segmented, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import type { Box, Register } from "./useRegister.ts";

const boxLabels: Readonly<Record<Box, string>> = { desk: "辖区内", mine: "我的报到", unit: "本单位人员" };

const nothing = {
  kind: null,
  state: null,
  under: null,
  unit: null,
  body: null,
  skill: null,
  q: null,
  from: null,
  to: null,
  asOf: null,
};

/** Searches when one stops typing; what stands in the address is the truth. */
const SearchBox = ({ q, onSearch }: { q: string; onSearch: (q: string) => void }) => {
  const [typed, setTyped] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(text.trim()), 300);
  };
  return (
    <Input
      className="filter-search"
      prefix={<SearchOutlined />}
      placeholder="姓名、手机号或单位"
      aria-label="查找报到"
      allowClear
      maxLength={60}
      value={typed}
      onChange={(event) => type(event.target.value)}
    />
  );
};

export const Filters = ({ register }: { register: Register }) => {
  const { box, mayOpen, standing, values, set } = register;
  const pack = usePack();
  const kinds = pack?.participation.registrations ?? [];
  const units = [...new Set(kinds.flatMap((kind) => kind.units))].join(",");
  const counts = useFetch(
    registrationsApi.counts,
    {
      box,
      ...(values.kind ? { kind: values.kind } : {}),
      ...(values.under ? { under: values.under } : {}),
      ...(values.unit ? { unit: values.unit } : {}),
    },
    { keep: true },
  ).data;
  const label = (text: string, n: number | undefined) => (n === undefined ? text : `${text} ${n}`);
  const used = Object.keys(values).length > 0;
  return (
    <>
      {mayOpen.length > 1 ? (
        <Segmented
          aria-label="看谁的"
          className="gap-below"
          value={box}
          onChange={(next: Box) => set({ ...nothing, box: next, standing: null, open: null })}
          options={mayOpen.map((one) => ({ value: one, label: boxLabels[one] }))}
        />
      ) : null}
      <div className="filters">
        {values.asOf ? null : (
          <Segmented
            aria-label="状态"
            className="register-standing"
            value={standing}
            onChange={(next) => set({ standing: next })}
            options={[
              { value: "open", label: "全部在办" },
              { value: "waiting", label: label("待社区办", counts?.waiting) },
              { value: "active", label: label("在册", counts?.active) },
              { value: "ended", label: label("已结束", counts?.ended) },
            ]}
          />
        )}
        <SearchBox key={box} q={values.q ?? ""} onSearch={(q) => set({ q })} />
        {kinds.length > 1 ? (
          <Select
            aria-label="报到类型"
            placeholder="全部类型"
            allowClear
            value={values.kind}
            onChange={(kind: string | undefined) => set({ kind, state: null })}
            options={kinds.map((kind) => ({ value: kind.id, label: kind.label }))}
          />
        ) : null}
        {box === "mine" ? null : (
          <>
            <NodeSelect
              aria-label="地方"
              placeholder="全部地方"
              value={values.under}
              onChange={(under) => set({ under })}
            />
            {box === "desk" ? (
              <NodeSelect
                aria-label="单位"
                placeholder="全部单位"
                tiers={units}
                value={values.unit}
                onChange={(unit) => set({ unit })}
              />
            ) : null}
            <Select
              aria-label="技能"
              placeholder="全部技能"
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              value={values.skill}
              onChange={(skill: string | undefined) => set({ skill })}
              options={pack?.participation.skills.map((skill) => ({ value: skill.id, label: skill.label }))}
            />
          </>
        )}
        {used ? (
          <Button type="link" onClick={() => set(nothing)}>
            清空条件
          </Button>
        ) : null}
      </div>
      {values.from || values.to || values.asOf ? (
        <p className="muted small register-days">
          {values.asOf ? `${values.asOf} 当日结束时在册的` : `${values.from ?? ""} 至 ${values.to ?? ""} 报到的`}
        </p>
      ) : null}
    </>
  );
};
