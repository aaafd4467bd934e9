import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../net/client.ts";
import { Empty, Loaded } from "../states.tsx";
import type { FieldProps } from "./field-props.ts";
import { useDelayed } from "./use-delayed.ts";

export const CaseField = ({ value, onChange, id, caseId }: FieldProps<"case">) => {
  const [words, setWords] = useState("");
  const q = useDelayed(words.trim());
  const query = useQuery({
    queryKey: ["cases", "pick", q],
    queryFn: () => call(casesApi.list, { box: "desk", limit: 20, ...(q ? { q } : {}) }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <input
        id={id}
        className="box"
        placeholder="输入编号或内容查找"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Loaded query={query} lines={2}>
        {({ items }) => (
          <div className="options" style={{ marginTop: "0.6rem", maxHeight: "45vh", overflow: "auto" }}>
            {items.length === 0 && <Empty title="没有找到" />}
            {items
              .filter((one) => one.id !== caseId)
              .map((one) => (
                <label key={one.id} className="option">
                  <input type="radio" name={id} checked={value === one.id} onChange={() => onChange(one.id)} />
                  <span>
                    {one.no} · {one.categoryLabel}
                    <small>{one.words.slice(0, 40)}</small>
                  </span>
                </label>
              ))}
          </div>
        )}
      </Loaded>
    </>
  );
};
