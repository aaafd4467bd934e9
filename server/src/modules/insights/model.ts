/** How figures are split into rows. */
import type { RawBuilder } from "kysely";
import type { TreeNode } from "../org/index.ts";
import type { Condition } from "./deps.ts";
import type { Slice } from "./tally.ts";

/** Cases of one key that count in the same metrics. */
export interface Entry {
  readonly key: string | null;
  /** For persons: who it is. */
  readonly name: string | null;
  readonly slice: Slice;
}

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly node: TreeNode | undefined;
  /** Its cases stand in other rows as well. */
  readonly overlaps: boolean;
  readonly slices: readonly Slice[];
}

export interface Grouping {
  /** By which key the database groups: text, or null. */
  readonly key: RawBuilder<unknown>;
  /** The key is the person who leads a case. */
  readonly byLead: boolean;
  /** In the order shown. */
  rows(entries: readonly Entry[]): readonly Row[];
  /** The cases of one row; undefined if there is no such row. */
  only(key: string): Condition | undefined;
}

export const slicesOf = (entries: readonly Entry[]): Slice[] => entries.map(({ slice }) => slice);
