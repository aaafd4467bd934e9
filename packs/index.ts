/** Every place this build ships. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { ShownAccount } from "./accounts.ts";
import { accounts as hanbinAccounts } from "./hanbin/accounts.ts";
import { pack as hanbin } from "./hanbin/index.ts";
import { stories as hanbinStories } from "./hanbin/stories/index.ts";
import { tree as hanbinTree } from "./hanbin/tree.ts";
import { accounts as jingyangAccounts } from "./jingyang/accounts.ts";
import { pack as jingyang } from "./jingyang/index.ts";
import { stories as jingyangStories } from "./jingyang/stories/index.ts";
import { tree as jingyangTree } from "./jingyang/tree.ts";
import { accounts as sanyuanAccounts } from "./sanyuan/accounts.ts";
import { pack as sanyuan } from "./sanyuan/index.ts";
import { stories as sanyuanStories } from "./sanyuan/stories/index.ts";
import { tree as sanyuanTree } from "./sanyuan/tree.ts";
import { accounts as shenmuAccounts } from "./shenmu/accounts.ts";
import { pack as shenmu } from "./shenmu/index.ts";
import { stories as shenmuStories } from "./shenmu/stories/index.ts";
import { tree as shenmuTree } from "./shenmu/tree.ts";
import { accounts as shuangqiaoAccounts } from "./shuangqiao/accounts.ts";
import { pack as shuangqiao } from "./shuangqiao/index.ts";
import { stories as shuangqiaoStories } from "./shuangqiao/stories/index.ts";
import { tree as shuangqiaoTree } from "./shuangqiao/tree.ts";
import { accounts as shunzhengheAccounts } from "./shunzhenghe/accounts.ts";
import { pack as shunzhenghe } from "./shunzhenghe/index.ts";
import { stories as shunzhengheStories } from "./shunzhenghe/stories/index.ts";
import { tree as shunzhengheTree } from "./shunzhenghe/tree.ts";
import type { PlaceStories } from "./story.ts";
import type { PlaceTree } from "./tree/types.ts";
import { accounts as wugongAccounts } from "./wugong/accounts.ts";
import { pack as wugong } from "./wugong/index.ts";
import { stories as wugongStories } from "./wugong/stories/index.ts";
import { tree as wugongTree } from "./wugong/tree.ts";
import { accounts as xixiangAccounts } from "./xixiang/accounts.ts";
import { pack as xixiang } from "./xixiang/index.ts";
import { stories as xixiangStories } from "./xixiang/stories/index.ts";
import { tree as xixiangTree } from "./xixiang/tree.ts";
import { accounts as yinxingAccounts } from "./yinxing/accounts.ts";
import { pack as yinxing } from "./yinxing/index.ts";
import { stories as yinxingStories } from "./yinxing/stories/index.ts";
import { tree as yinxingTree } from "./yinxing/tree.ts";

export interface ShippedPlace {
  readonly pack: PackInput;
  /** Builds the tree and its people anew (packs/tree). */
  readonly tree: () => PlaceTree;
  /** What the place does, told as stories; the demonstration plays those marked for it. */
  readonly stories: PlaceStories;
  /** Named when the demonstration starts; `showcase` holds those every place has. */
  readonly accounts: readonly ShownAccount[];
}

/** The first one is what a server starts with when it is told nothing. */
export const places: readonly ShippedPlace[] = [
  { pack: jingyang, tree: jingyangTree, stories: jingyangStories, accounts: jingyangAccounts },
  { pack: wugong, tree: wugongTree, stories: wugongStories, accounts: wugongAccounts },
  { pack: sanyuan, tree: sanyuanTree, stories: sanyuanStories, accounts: sanyuanAccounts },
  { pack: shenmu, tree: shenmuTree, stories: shenmuStories, accounts: shenmuAccounts },
  { pack: hanbin, tree: hanbinTree, stories: hanbinStories, accounts: hanbinAccounts },
  { pack: xixiang, tree: xixiangTree, stories: xixiangStories, accounts: xixiangAccounts },
  { pack: shuangqiao, tree: shuangqiaoTree, stories: shuangqiaoStories, accounts: shuangqiaoAccounts },
  { pack: shunzhenghe, tree: shunzhengheTree, stories: shunzhengheStories, accounts: shunzhengheAccounts },
  { pack: yinxing, tree: yinxingTree, stories: yinxingStories, accounts: yinxingAccounts },
];
