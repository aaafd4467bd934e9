/** The states of a draft's workflow, whatever else is wrong with it. */
import { type Bag, bagOf, isBag, type Path, textOf } from "./paths.ts";

export interface RawState {
  /** `handling.asking`, as limits of categories name it. */
  readonly path: string;
  readonly label: string;
  readonly depth: number;
  readonly hasLimit: boolean;
  readonly final: boolean;
  readonly hasInner: boolean;
}

const walk = (states: Bag, parent: string, depth: number): RawState[] =>
  Object.entries(states).flatMap(([name, value]) => {
    const state = bagOf(value);
    const path = parent === "" ? name : `${parent}.${name}`;
    const own: RawState = {
      path,
      label: textOf(state.label) || name,
      depth,
      hasLimit: isBag(state.limit),
      final: state.final === true,
      hasInner: Object.keys(bagOf(state.states)).length > 0,
    };
    return [own, ...walk(bagOf(state.states), path, depth + 1)];
  });

export const statesIn = (workflow: unknown): RawState[] => walk(bagOf(bagOf(workflow).states), "", 0);

/** Where the state stands in the draft. */
export const statePath = (workflow: string, path: string): Path => [
  "workflows",
  workflow,
  ...path.split(".").flatMap((name) => ["states", name]),
];
