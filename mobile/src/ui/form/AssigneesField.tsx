import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { distance } from "../case/words.ts";
import { call } from "../net/client.ts";
import { Empty, Loaded } from "../states.tsx";
import type { FieldProps } from "./field-props.ts";
import { useDelayed } from "./use-delayed.ts";

export const AssigneesField = ({ field, value, onChange, id, caseId }: FieldProps<"assignees">) => {
  const [words, setWords] = useState("");
  const q = useDelayed(words.trim());
  const chosen: readonly string[] = Array.isArray(value) ? value : [];
  const query = useQuery({
    queryKey: ["candidates", caseId, field.tiers, q],
    queryFn: () => call(casesApi.candidates, { caseId, tiers: field.tiers.join(","), ...(q ? { q } : {}) }),
    placeholderData: keepPreviousData,
  });
  const toggle = (one: string, on: boolean) => {
    if (!field.many) onChange([one]);
    else onChange(on ? [...chosen, one] : chosen.filter((other) => other !== one));
  };
  return (
    <>
      <input
        id={id}
        className="box"
        placeholder="输入名称查找"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Loaded query={query} lines={2}>
        {({ items }) => (
          <div className="options" style={{ marginTop: "0.6rem", maxHeight: "45vh", overflow: "auto" }}>
            {items.length === 0 && <Empty title="没有找到" hint="换个名称试试" />}
            {items.map((one) => (
              <label key={one.id} className="option">
                <input
                  type={field.many ? "checkbox" : "radio"}
                  name={id}
                  checked={chosen.includes(one.id)}
                  onChange={(event) => toggle(one.id, event.target.checked)}
                />
                <span>
                  {one.name}
                  <small>
                    {[one.tierLabel, one.place, one.people.join("、"), `手上 ${one.openCases} 件`]
                      .filter(Boolean)
                      .join(" · ")}
                    {one.meters !== null && ` · ${distance(one.meters)}`}
                  </small>
                </span>
              </label>
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
};
