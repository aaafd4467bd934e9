/** Agreements, meetings and what they agree on, without I/O: what someone is to them, days, what may be asked for. */
import type { AgreedItemState } from "@ginkgo/shared/api/agreed-items.ts";
import type { AgreementPhase } from "@ginkgo/shared/api/agreements.ts";
import { addDays, dayOf, daysBetween } from "@ginkgo/shared/day.ts";
import type { AgreementRules } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, workflowOf } from "@ginkgo/shared/pack/states.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Matter } from "../matters/index.ts";
import type { Tree, TreeNode } from "../org/index.ts";
import { stepOf } from "../workflow/index.ts";

export const edit = "agreement.edit";
export const read = "agreement.read";

export interface Party {
  readonly nodeId: string;
  readonly isBody: boolean;
  readonly agreedAt: Date | null;
  readonly agreedBy: string | null;
  readonly onPaper: boolean;
}

export interface Agreement {
  readonly matter: Matter;
  readonly purpose: string;
  readonly from: string;
  readonly to: string;
  readonly sentAt: Date | null;
  readonly inForce: boolean;
  readonly inForceAt: Date | null;
  readonly renews: string | null;
  readonly parties: readonly Party[];
}

/** The bodies for which the actor speaks. */
export const bodiesOf = (actor: Actor): string[] => [
  ...new Set(actor.grants.filter(({ rights }) => rights.has("case.lead")).map(({ nodeId }) => nodeId)),
];

export const speaksFor = (actor: Actor, bodyId: string | null): boolean =>
  bodyId !== null && actor.grants.some(({ nodeId, rights }) => nodeId === bodyId && rights.has("case.lead"));

/** Every part of an agreement is a party's; a draft is not laid before anybody yet. */
const ownParty = (actor: Actor, { sentAt, parties }: Agreement): Party | undefined =>
  sentAt === null ? undefined : parties.find(({ nodeId, isBody }) => isBody && speaksFor(actor, nodeId));

/** The matter as it is to someone who speaks for one of its parties: to the workflow each of them leads. */
export const asParty = (actor: Actor, one: Agreement): Matter => {
  const own = ownParty(actor, one);
  return own ? { ...one.matter, holder: { id: actor.accountId, name: actor.name, bodyId: own.nodeId } } : one.matter;
};

export const rulesIn = (pack: Pack): AgreementRules => {
  if (!pack.agreements) throw new Refusal("not-found", "这里没有共建协议。");
  return pack.agreements;
};

export const isInForce = (pack: Pack, leaves: readonly string[]): boolean => {
  const active = activeOf(leaves);
  return pack.agreements?.inForce.some((state) => active.includes(state)) ?? false;
};

/** Whether it stands where it began: only there may it be rewritten. */
export const isDraft = (pack: Pack, { subject }: Matter): boolean =>
  activeOf(subject.leaves).includes(workflowOf(pack, subject.workflow).initial);

/** Whether the parties are being asked. */
export const isAsked = (pack: Pack, { subject }: Matter): boolean => {
  const workflow = workflowOf(pack, subject.workflow);
  return stepOf({ workflow }, subject.leaves, pack.agreements?.agreed ?? "") !== undefined;
};

export const phaseOf = ({ matter, inForce, sentAt }: Agreement): AgreementPhase => {
  if (matter.ended) return "over";
  if (inForce) return "inForce";
  return sentAt === null ? "drafting" : "agreeing";
};

export const daysLeft = (to: string, now: Date): number => daysBetween(dayOf(now), to);

export const isLate = (state: AgreedItemState, due: string, now: Date): boolean => state === "open" && due < dayOf(now);

export interface Term {
  readonly from: string;
  readonly to: string;
}

const longestTerm = 20 * 366;

export const checkTerm = ({ from, to }: Term): void => {
  if (to < from) throw invalid("to", "结束日期不能早于开始日期。");
  if (daysBetween(from, to) > longestTerm) throw invalid("to", "协议期限最长 20 年，请检查日期。");
};

export const checkItems = (
  items: readonly { readonly owner: string; readonly due: string }[],
  parties: readonly string[],
  { from, to }: Term,
): void => {
  items.forEach(({ owner, due }, i) => {
    if (!parties.includes(owner))
      throw invalid(`items[${i}].owner`, `第 ${i + 1} 件事项要由协议的一方负责，请重新选择。`);
    if (due < from || due > to)
      throw invalid(`items[${i}].due`, `第 ${i + 1} 件事项的完成日期应在协议期限内（${from} 至 ${to}）。`);
  });
};

/** A successor takes over what was agreed on, as far into its own term. */
export const shifted = (due: string, old: Term, term: Term): string => {
  const wanted = addDays(term.from, Math.max(0, daysBetween(old.from, due)));
  return wanted > term.to ? term.to : wanted;
};

/** An area that can make agreements and call meetings. */
export const isPlace = (tree: Tree, node: TreeNode | undefined): node is TreeNode =>
  node !== undefined &&
  node.status === "active" &&
  node.tree === "area" &&
  !["body", "building"].includes(tree.as(node));

export const isBody = (tree: Tree, node: TreeNode | undefined): node is TreeNode =>
  node !== undefined && node.status === "active" && node.tree === "area" && tree.as(node) === "body";

export const areaOf = (tree: Tree, nodeId: string): string => tree.enclosing(nodeId, "community")?.id ?? nodeId;

/** The same day some months later, or the last one of that month. */
export const monthsLater = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return last.getUTCDate() <= date
    ? last.toISOString().slice(0, 10)
    : new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
};
