import type { Position } from "@ginkgo/shared/api/common.ts";

/** Where something is, as a person chose it: one of the ways, and always with words that can be read back. */
export interface PlaceChoice {
  readonly way: "map" | "address" | "node" | "home" | "unsure";
  /** What is shown for it. */
  readonly label: string;
  readonly pin?: Position;
  readonly node?: string;
}
