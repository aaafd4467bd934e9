/** One item of a list of the pack: what is not on it cannot be answered. */
import { useState } from "react";
import { useSession } from "../session.tsx";
import { Empty } from "../states.tsx";
import type { FieldProps } from "./field-props.ts";

/** A short list is read faster than it is searched. */
const readable = 8;

export const ItemField = ({ field, value, onChange, id }: FieldProps<"item">) => {
  const [words, setWords] = useState("");
  const all = useSession().pack.lists.find((list) => list.id === field.list)?.items ?? [];
  const lines = all.map((item) => ({
    ...item,
    more: [item.address, item.phone, item.detail].filter(Boolean).join(" · "),
  }));
  const typed = words.trim();
  const found = lines.filter(({ label, more, id: item }) => item === value || `${label}${more}`.includes(typed));
  return (
    <>
      {all.length > readable && (
        <input
          id={id}
          className="box"
          type="search"
          placeholder="输入名称查找"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div className="options" style={{ marginTop: "0.6rem", maxHeight: "45vh", overflow: "auto" }}>
        {found.length === 0 && <Empty title="清单里没有" hint="不能填写清单以外的" />}
        {found.map((item) => (
          <label key={item.id} className="option">
            <input type="radio" name={`${id}-item`} checked={value === item.id} onChange={() => onChange(item.id)} />
            <span>
              {item.label}
              {item.more && <small>{item.more}</small>}
            </span>
          </label>
        ))}
      </div>
    </>
  );
};
