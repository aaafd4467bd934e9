import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { AssigneeSelect } from "./AssigneeSelect.tsx";
import { DayRange } from "./DayRange.tsx";
import type { DeskFilter } from "./deskQuery.ts";

interface MoreFiltersProps {
  readonly filter: DeskFilter;
  readonly onFilter: (change: DeskFilter) => void;
}

/** The tree and the calendar are the heaviest controls of the desk and the least used: loaded when asked for. */
export const MoreFilters = ({ filter, onFilter }: MoreFiltersProps) => (
  <>
    <NodeSelect
      aria-label="地点"
      placeholder="全部地点"
      value={filter.under}
      onChange={(under) => onFilter({ under })}
    />
    <AssigneeSelect value={filter.assignee} onChange={(assignee) => onFilter({ assignee })} />
    <DayRange from={filter.from} to={filter.to} onChange={(from, to) => onFilter({ from, to })} />
  </>
);
