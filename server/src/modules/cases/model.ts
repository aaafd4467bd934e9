/** Cases without I/O: their shape, who sees how much of one, how its words are searched. */

import { activeOf, stateAt } from "@ginkgo/shared/pack/states.ts";
import type { Transition, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { type Actor, type Tree as Hierarchy, may, type Target } from "../authority/index.ts";
import { isOpen, type Subject } from "../workflow/index.ts";

export type Visibility = "public" | "private" | "confidential";

/** A case as it is stored, personal fields still sealed. */
export interface Case {
  readonly id: string;
  readonly no: string;
  readonly packVersion: number;
  readonly version: number;
  readonly subject: Subject;
  readonly tone: string;
  readonly ended: boolean;
  readonly urgent: boolean;
  readonly words: string;
  readonly visibility: Visibility;
  readonly channel: string;
  readonly reporterId: string;
  readonly reporterName: string;
  readonly contactSealed: Buffer | null;
  readonly behalfSealed: Buffer | null;
  readonly communityId: string | null;
  readonly pin: readonly [number, number] | null;
  readonly address: string | null;
  readonly stars: number | null;
  readonly solved: boolean | null;
  readonly parentId: string | null;
  readonly photoCount: number;
  readonly submittedAt: Date;
}

/** What authority asks of a case; the live channel sends just this much to other servers. */
export type Concern = Pick<Case, "reporterId" | "visibility"> & {
  readonly subject: Pick<Subject, "placeId" | "mode" | "offered" | "handlers" | "facts">;
};

export const targetOf = ({ subject, reporterId, visibility }: Concern): Target => ({
  nodeId: subject.placeId,
  reporterId,
  handlers: subject.handlers,
  offered: subject.offered,
  openToAll: subject.mode === "open" && visibility !== "confidential",
  facts: subject.facts,
});

/**
 * How much of a case someone sees. `desk`: all but sealed contacts. `worker`: what handling it needs; of a confidential case
 * not who sent it. `reporter`: their own. `neighbour`: a public case without persons.
 */
export type Sight = "desk" | "worker" | "reporter" | "neighbour";

export const sightOf = (actor: Actor, one: Concern, tree: Hierarchy): Sight | undefined => {
  const target = targetOf(one);
  const right = one.visibility === "confidential" ? "case.readConfidential" : "case.read";
  if (may(actor, { right }, target, tree)) return "desk";
  if (may(actor, [{ party: "handler" }, { party: "offered" }, { party: "invited" }], target, tree)) return "worker";
  if (may(actor, { party: "reporter" }, target, tree)) return "reporter";
  return one.visibility === "public" ? "neighbour" : undefined;
};

/** Also someone whose move it is, though they read no other cases: a delegate, a branch secretary, whoever an earlier step kept. */
export const sightIn = (
  actor: Actor,
  one: Concern & { readonly subject: Pick<Subject, "leaves"> },
  tree: Hierarchy,
  workflow: Workflow,
): Sight | undefined => {
  const sight = sightOf(actor, one, tree);
  if (sight && sight !== "neighbour") return sight;
  const awaited = activeOf(one.subject.leaves).flatMap((path) => stateAt(workflow, path).waitsFor);
  const own = awaited.some((by) => !("party" in by) && may(actor, by, targetOf(one), tree));
  return own ? "worker" : sight;
};

/** What someone is to the case besides the sight they have of it: who sent it may also be who works on it. */
export interface Own {
  readonly handles: boolean;
  readonly reports: boolean;
}

/** Who reads a step that is not for everyone. A confidential record of the handlers stays among them, whatever desk looks. */
export const maySee = (seenBy: string, sight: Sight, { handles, reports }: Own): boolean => {
  switch (seenBy) {
    case "everyone":
      return true;
    case "staff":
      return sight === "desk" || sight === "worker";
    case "desk":
      return sight === "desk";
    case "reporter":
      return sight === "desk" || reports;
    default:
      return handles;
  }
};

/** Whether a step is there to be taken now. A confidential case is never offered to everyone around. */
export const isPossible = (one: Pick<Case, "subject" | "visibility">, step: Transition, now: Date): boolean => {
  const toEveryone = step.effects.some((effect) => effect.name === "offer" && effect.mode === "open");
  return isOpen(one.subject, step, now) && !(toEveryone && one.visibility === "confidential");
};

/** Characters and neighbouring pairs, so that any part of a Chinese text is found by an index. */
export const gramsOf = (text: string): string[] => {
  const characters = [...text.toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character));
  const grams = new Set(characters);
  for (let i = 1; i < characters.length; i++) grams.add(`${characters[i - 1]}${characters[i]}`);
  return [...grams];
};

/** What a search must contain: pairs where there are any, single characters only for one-character searches. */
export const searchGrams = (query: string): string[] => {
  const grams = gramsOf(query);
  const pairs = grams.filter((gram) => [...gram].length === 2);
  return pairs.length > 0 ? pairs : grams;
};

/** A first line of the words, to name a case by. */
export const titleOf = (words: string): string => {
  const line = words.trim().split(/[\n。！？!?]/)[0] ?? "";
  const characters = [...line];
  return characters.length > 24 ? `${characters.slice(0, 24).join("")}…` : line;
};

/** The day a number is counted by, in Chinese time. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export const formatNumber = (prefix: string, day: string, count: number): string =>
  `${prefix}-${day.replaceAll("-", "")}-${String(count).padStart(4, "0")}`;
