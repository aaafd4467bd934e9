/** Who: a party of the case, the roles that hold a right, or whoever an earlier step kept. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { By, Party, SeenBy, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { factWords } from "./facts.ts";

export const partyWords: Readonly<Record<Party, string>> = {
  reporter: "反映人",
  offered: "接单方",
  invited: "受邀参加的",
  handler: "承办人",
  lead: "主办",
  assist: "协办",
};

export const rolesWith = (pack: Pack, right: string): string[] =>
  Object.values(pack.roles)
    .filter(({ rights }) => rights.includes(right))
    .map(({ label }) => label);

export interface Naming {
  readonly pack: Pack;
  readonly workflow: Workflow;
}

export const whoWords = (by: By, { pack, workflow }: Naming): string => {
  if ("party" in by) return partyWords[by.party];
  if ("fact" in by) return `${factWords(workflow, by.fact)}（先前记下的人）`;
  const roles = rolesWith(pack, by.right);
  return roles.length > 0 ? roles.join("、") : `有“${by.right}”权限的人（现在没有角色有）`;
};

/** Each of them once, though two rights may lie with one role. */
export const allWords = (list: readonly By[], naming: Naming): string =>
  [...new Set(list.flatMap((by) => whoWords(by, naming).split("、")))].join("、");

export const seenByWords: Readonly<Record<SeenBy, string>> = {
  everyone: "所有看得到这件事的人都能看到",
  staff: "只有工作台和承办方看得到",
  desk: "只有工作台看得到",
  handlers: "只有承办人看得到（保密记录）",
  reporter: "只有工作台和反映人看得到",
};

/** Who begins a case of a workflow. An empty list means nobody does: other workflows open its cases. */
export const startersWords = (naming: Naming): string => {
  const { starts } = naming.workflow;
  if (!starts) return "所有登录的人";
  return starts.length > 0 ? allWords(starts, naming) : "不单独发起，由别的流程分出";
};
