/**
 * The list at the width of a desk. A plain table: it stays quick with a thousand rows loaded, its head sticks under the
 * top bar, and it spares the first screen a component of which nothing else would be used.
 */
import { LockOutlined, PictureOutlined } from "@ant-design/icons";
import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { Checkbox } from "antd";
import { DueTime } from "../../ui/DueTime.tsx";
import { Marks } from "../../ui/Marks.tsx";
import { StateTag, UrgentTag } from "../../ui/StateTag.tsx";
import { ago, fullTime } from "../../ui/time.ts";
import { useNow } from "../../ui/useNow.ts";

interface CaseTableProps {
  readonly items: readonly CaseSummary[];
  readonly loading: boolean;
  readonly focused: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onSelectAll: (all: boolean) => void;
  readonly onToggle: (item: CaseSummary) => void;
  readonly onOpen: (item: CaseSummary) => void;
}

const Ago = ({ at }: { at: string }) => (
  <time dateTime={at} title={fullTime(at)}>
    {ago(at, useNow())}
  </time>
);

const Words = ({ item }: { item: CaseSummary }) => (
  <>
    <div className="two-lines">{item.words}</div>
    <div className="muted small">
      {item.no}
      {item.photoCount > 0 ? (
        <span className="hint">
          <PictureOutlined aria-label="照片" /> {item.photoCount}
        </span>
      ) : null}
      {item.visibility === "confidential" ? (
        <span className="hint">
          <LockOutlined /> 保密
        </span>
      ) : null}
    </div>
  </>
);

const Where = ({ item }: { item: CaseSummary }) => (
  <>
    <div className="two-lines">{item.place || <span className="muted">待定</span>}</div>
    {item.community && !item.place.includes(item.community.name) ? (
      <div className="muted small">{item.community.name}</div>
    ) : null}
  </>
);

const Hands = ({ item }: { item: CaseSummary }) => (
  <>
    <div className="two-lines">{item.assignedTo ?? item.handler ?? <span className="muted">—</span>}</div>
    {item.assignedTo && item.handler ? <div className="muted small">{item.handler}</div> : null}
  </>
);

interface RowProps {
  readonly item: CaseSummary;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}

const Row = ({ item, focused, selected, onToggle, onOpen }: RowProps) => (
  <tr
    className={focused ? "row row-focused" : "row"}
    aria-selected={selected}
    data-case={item.id}
    onClick={(event) => {
      // Ticking a row is not opening it.
      if (event.target instanceof Element && event.target.closest("label")) return;
      onOpen();
    }}
  >
    <td>
      <Checkbox checked={selected} onChange={onToggle} aria-label={`选中 ${item.no}`} />
    </td>
    <td>
      <button type="button" className="row-open">
        {item.categoryLabel}
      </button>
      {item.urgent ? <UrgentTag /> : null}
    </td>
    <td>
      <Words item={item} />
    </td>
    <td>
      <Where item={item} />
    </td>
    <td>
      <div className="row-tags">
        <StateTag label={item.stateLabel} tone={item.tone} />
        <Marks marks={item.marks} />
      </div>
    </td>
    <td>
      <DueTime time={item.time} dueAt={item.dueAt} />
    </td>
    <td className="wide-only">
      <Hands item={item} />
    </td>
    <td className="wide-only">
      <Ago at={item.submittedAt} />
    </td>
  </tr>
);

export const CaseTable = ({ items, loading, focused, selected, onSelectAll, onToggle, onOpen }: CaseTableProps) => {
  const all = items.length > 0 && items.every((item) => selected.has(item.id));
  return (
    <table className={loading ? "case-table case-table-loading" : "case-table"} aria-busy={loading}>
      <thead>
        <tr>
          <th className="col-check">
            <Checkbox
              aria-label="全选已加载的"
              checked={all}
              indeterminate={!all && selected.size > 0}
              onChange={(event) => onSelectAll(event.target.checked)}
            />
          </th>
          <th className="col-category">类别</th>
          <th>诉求</th>
          <th className="col-place">地点</th>
          <th className="col-state">状态</th>
          <th className="col-due">时限</th>
          <th className="col-hands wide-only">承办</th>
          <th className="col-sent wide-only">提交</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            focused={item.id === focused}
            selected={selected.has(item.id)}
            onToggle={() => onToggle(item)}
            onOpen={() => onOpen(item)}
          />
        ))}
      </tbody>
    </table>
  );
};
