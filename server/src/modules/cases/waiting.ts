/** Whose move it is, in a sentence. */
import { activeOf, stateAt } from "@ginkgo/shared/pack/states.ts";
import type { Party } from "@ginkgo/shared/pack/workflow.ts";
import { may } from "../authority/index.ts";
import { dayText, waitsFor } from "../matters/index.ts";
import { nearestClock, type Subject } from "../workflow/index.ts";
import { type Case, type Sight, targetOf } from "./model.ts";
import { offeredText, stepsOf, type Viewing, workflowFor } from "./viewing.ts";

const partyWords: Readonly<Record<Party, string>> = {
  reporter: "反映人",
  handler: "承办人",
  offered: "接单方",
  invited: "协办方",
  lead: "主办人",
  assist: "协办人",
};

/** One sentence: whose move it is and by when; to whoever's move it is, what to do. */
export const waitingOf = (viewing: Viewing, one: Case, sight: Sight): string | null => {
  const { actor, pack, tree } = viewing;
  if (one.ended) return null;
  const awaited = waitsFor(workflowFor(viewing, one), one.subject.leaves);
  if (awaited.length === 0) return null;
  const { placeId } = one.subject;
  // A neighbour learns that someone works on it, not who.
  const { facts, handlers }: Pick<Subject, "facts" | "handlers"> =
    sight === "neighbour" ? { facts: {}, handlers: [] } : one.subject;
  const { dueAt } = nearestClock(one.subject);
  const until = dueAt ? `，${dayText(dueAt, viewing.now)} 前` : "";
  const parts = one.subject.openSubCases;
  if (parts > 0 && goesOnAfterParts(viewing, one)) return `等待 ${parts} 项分办事项办结${until}`;
  const own = stepsOf(viewing, one).filter(([, { tone }]) => tone === "primary");
  // Where parts run side by side each has its own step; elsewhere the first is the usual one.
  const named = one.subject.leaves.length > 1 ? own : own.slice(0, 1);
  if (named.length > 0 && may(actor, awaited, targetOf(one), tree))
    return `等您${named.map(([, { label }]) => label).join("、")}${until}`;
  const who = awaited.map((by) => {
    if ("right" in by) return nearestRole(viewing, by.right, placeId);
    if ("fact" in by) return (facts[by.fact] as { name?: string } | undefined)?.name ?? "相关人员";
    if (by.party === "offered") return offeredText(one, pack) ?? partyWords.offered;
    return by.party === "handler" || by.party === "lead"
      ? (handlers[0]?.name ?? partyWords.handler)
      : partyWords[by.party];
  });
  return `等待${[...new Set(who)].join("或")}处理${until}`;
};

const goesOnAfterParts = (viewing: Viewing, one: Case): boolean =>
  activeOf(one.subject.leaves).some((path) => stateAt(workflowFor(viewing, one), path).whenSubCasesEnd !== undefined);

/** What those are called who hold a right nearest above a place. */
const nearestRole = ({ pack, tree }: Viewing, right: string, placeId: string): string => {
  const holders = Object.values(pack.roles).filter(({ rights }) => rights.includes(right));
  for (const { tier } of tree.upward(placeId)) {
    const role = holders.find(({ on }) => on.includes(tier));
    if (role) return role.label;
  }
  return "工作人员";
};
