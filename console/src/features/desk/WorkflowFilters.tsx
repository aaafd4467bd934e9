/** By workflow and by state, the states in the order and nesting of the pack. */
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { Select } from "antd";
import { usePack } from "../../ui/api/session.ts";
import type { DeskFilter } from "./deskQuery.ts";

interface WorkflowFiltersProps {
  readonly filter: DeskFilter;
  readonly onFilter: (change: DeskFilter) => void;
}

type State = PackView["states"][number];

const depthOf = ({ id }: State): number => id.split(".").length - 1;

const parentOf = (state: State, all: readonly State[]): State | undefined => {
  const dot = state.id.lastIndexOf(".");
  return dot < 0 ? undefined : all.find(({ id }) => id === state.id.slice(0, dot));
};

const optionsOf = (states: readonly State[]) =>
  states
    // An inner state that is called like the one round it says nothing new.
    .filter((state) => parentOf(state, states)?.label !== state.label)
    .map((state) => ({ value: state.id, label: state.label, depth: depthOf(state) }));

const stateOptions = ({ workflows, states }: PackView, chosen: string | undefined) =>
  workflows
    .filter(({ id }) => !chosen || id === chosen)
    .map(({ id, label }) => ({
      label,
      title: label,
      options: optionsOf(states.filter(({ workflow }) => workflow === id)),
    }));

export const WorkflowFilters = ({ filter, onFilter }: WorkflowFiltersProps) => {
  const pack = usePack();
  if (!pack) return null;
  const changeWorkflow = (workflow: string | undefined) =>
    onFilter({ workflow, state: workflow && filter.state?.startsWith(`${workflow}:`) ? filter.state : undefined });
  return (
    <>
      {pack.workflows.length > 1 ? (
        <Select
          aria-label="流程"
          placeholder="全部流程"
          allowClear
          popupMatchSelectWidth={240}
          value={filter.workflow}
          onChange={(workflow: string | undefined) => changeWorkflow(workflow)}
          options={pack.workflows.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : null}
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        popupMatchSelectWidth={240}
        listHeight={360}
        showSearch={{ optionFilterProp: "label" }}
        value={filter.state}
        onChange={(state: string | undefined) => onFilter({ state })}
        options={stateOptions(pack, filter.workflow)}
        optionRender={({ data }) => (
          <span style={{ paddingInlineStart: `${"depth" in data ? Number(data.depth) : 0}em` }}>{data.label}</span>
        )}
      />
    </>
  );
};
