/** Every place this build ships. */
import { fileURLToPath } from "node:url";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { Demo } from "./demo.ts";
import { demo as jingyangDemo } from "./jingyang/demo.ts";
import { pack as jingyang } from "./jingyang/index.ts";

export interface ShippedPlace {
  readonly pack: PackInput;
  /** Folder of the tree's data files (tree-files.ts). */
  readonly tree: string;
  readonly demo: Demo;
}

const folder = (name: string): string => fileURLToPath(new URL(`./${name}/tree`, import.meta.url));

export const places: readonly ShippedPlace[] = [{ pack: jingyang, tree: folder("jingyang"), demo: jingyangDemo }];
