import { SearchOutlined } from "@ant-design/icons";
import { Input, type InputRef } from "antd";
import { type Ref, useEffect, useRef, useState } from "react";

interface SearchBoxProps {
  readonly q: string;
  readonly onSearch: (q: string | undefined) => void;
  readonly box: Ref<InputRef>;
}

const pause = 400;

/** Typing narrows the list once it pauses; a filter put in from outside shows in the box. */
export const SearchBox = ({ q, onSearch, box }: SearchBoxProps) => {
  const [typed, setTyped] = useState(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (text: string, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(text.trim() || undefined), wait);
  };
  return (
    <Input
      ref={box}
      className="filter-search"
      prefix={<SearchOutlined />}
      placeholder="搜索内容、编号、地址"
      aria-label="搜索"
      maxLength={60}
      allowClear
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        search(event.target.value, pause);
      }}
      onPressEnter={() => search(typed, 0)}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
};
