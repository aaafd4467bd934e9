/**
 * Matching needs with abilities. A need shows who fits and why, an ability which needs it fits; a round matches all of an area
 * at once. A round only proposes: nothing is assigned until whoever is asked says yes, and they may say never again.
 */
import { z } from "zod";
import { words } from "./agreed-items.ts";
import { AskedOf } from "./claims.ts";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";

export const ProposalStatus = z.enum(["proposed", "accepted", "refused", "expired", "withdrawn"]);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/** What is asked for, as far as whoever is asked needs it. */
export const ProposedNeed = z.object({
  id: Id,
  title: z.string(),
  words: z.string(),
  kindLabel: z.string(),
  place: z.string(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  until: z.string().nullable(),
});
export type ProposedNeed = z.infer<typeof ProposedNeed>;

/** Sentences a person understands, the weightiest first. */
const why = z.array(z.string());

export const Proposal = z.object({
  id: Id,
  roundId: Id,
  need: ProposedNeed,
  /** Who is asked. */
  who: z.object({ name: z.string(), body: NodeRef.nullable() }),
  why,
  status: ProposalStatus,
  createdAt: Instant,
  expiresAt: Instant,
  answeredAt: Instant.nullable(),
  forGood: z.boolean(),
  words: z.string().nullable(),
  claimId: Id.nullable(),
  /** This actor is asked, and may answer now. */
  mayAnswer: z.boolean(),
  /** What the need asks for and is not known of whoever is asked: to be confirmed with a yes. */
  confirms: z.array(z.object({ id: AskedOf, label: z.string() })),
});
export type Proposal = z.infer<typeof Proposal>;

export const MatchRound = z.object({
  id: Id,
  node: NodeRef,
  by: z.string(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  status: z.enum(["waiting", "running", "done", "failed"]),
  stage: z.string(),
  budget: z.int(),
  answerDays: z.int(),
  maxMeters: z.int().nullable(),
  problem: z.string().nullable(),
  result: z
    .object({
      needs: z.int(),
      places: z.int(),
      abilities: z.int(),
      pairs: z.int(),
      /** Places of needs for which somebody is asked. */
      served: z.int(),
      value: z.number(),
      /** How far the round may be from the best there is, in percent; 0: it is proved to be the best. */
      gap: z.number(),
      /** What working the list off one by one would have come to. */
      firstCome: z.object({ served: z.int(), value: z.number(), gain: z.number() }),
      fairness: z.object({ people: z.int(), mostPerPerson: z.int() }),
      milliseconds: z.int(),
    })
    .nullable(),
  answers: z.object({
    proposed: z.int(),
    accepted: z.int(),
    refused: z.int(),
    expired: z.int(),
    withdrawn: z.int(),
    unserved: z.int(),
  }),
});
export type MatchRound = z.infer<typeof MatchRound>;

export const UnservedNeed = z.object({
  need: ProposedNeed,
  missing: z.int(),
  why: z.string(),
});
export type UnservedNeed = z.infer<typeof UnservedNeed>;

/** Somebody or something on offer that fits a need. */
export const FittingAbility = z.object({
  name: z.string(),
  body: NodeRef.nullable(),
  offer: z.object({ id: Id, title: z.string() }).nullable(),
  account: Id.nullable(),
  why,
  meters: z.int().nullable(),
  /** Asked already, took it on, or refused it. */
  state: z.enum(["free", "asked", "taken", "refused"]),
});
export type FittingAbility = z.infer<typeof FittingAbility>;

export const FittingNeed = z.object({ need: ProposedNeed, why, meters: z.int().nullable(), free: z.int() });
export type FittingNeed = z.infer<typeof FittingNeed>;

const roundId = z.object({ roundId: Id });
const proposalId = z.object({ proposalId: Id });
const claimableId = z.object({ claimableId: Id });

export const matchingApi = {
  places: endpoint({
    method: "GET",
    path: "/matching/places",
    summary: "Where this actor may run rounds",
    access: "signed-in",
    output: z.object({ items: z.array(NodeRef) }),
  }),
  rounds: endpoint({
    method: "GET",
    path: "/matching/rounds",
    summary: "Rounds of one's places, newest first",
    access: "signed-in",
    query: Paging,
    output: pageOf(MatchRound),
  }),
  round: endpoint({
    method: "GET",
    path: "/matching/rounds/:roundId",
    summary: "One round: how far it is, what it came to, what was answered",
    access: "signed-in",
    params: roundId,
    output: MatchRound,
  }),
  begin: endpoint({
    method: "POST",
    path: "/matching/rounds",
    summary: "Run a round for an area; people are asked when it is done",
    access: "signed-in",
    body: z.strictObject({
      node: Id,
      budget: z.int().min(1).max(50).default(3),
      answerDays: z.int().min(1).max(30).default(3),
      maxMeters: z.int().min(100).max(200_000).nullable().default(null),
    }),
    output: MatchRound,
    problems: ["conflict"],
  }),
  roundProposals: endpoint({
    method: "GET",
    path: "/matching/rounds/:roundId/proposals",
    summary: "Who was asked in a round, for what and why",
    access: "signed-in",
    params: roundId,
    query: Paging.extend({ status: ProposalStatus.optional() }),
    output: pageOf(Proposal),
  }),
  roundUnserved: endpoint({
    method: "GET",
    path: "/matching/rounds/:roundId/unserved",
    summary: "Needs for which a round found too few, and why",
    access: "signed-in",
    params: roundId,
    query: Paging,
    output: pageOf(UnservedNeed),
  }),
  withdraw: endpoint({
    method: "POST",
    path: "/matching/proposals/:proposalId/withdraw",
    summary: "Take a proposal back that nobody has answered yet",
    access: "signed-in",
    params: proposalId,
    body: z.strictObject({ reason: words(300, "请说明原因") }),
    output: Proposal,
    problems: ["not-found", "not-allowed-now"],
  }),
  mine: endpoint({
    method: "GET",
    path: "/matching/proposals",
    summary: "What one is asked, and has been asked",
    access: "signed-in",
    query: Paging.extend({ open: z.enum(["yes", "no"]).default("no") }),
    output: pageOf(Proposal),
  }),
  proposal: endpoint({
    method: "GET",
    path: "/matching/proposals/:proposalId",
    summary: "One proposal",
    access: "signed-in",
    params: proposalId,
    output: Proposal,
  }),
  answer: endpoint({
    method: "POST",
    path: "/matching/proposals/:proposalId/answer",
    summary: "Say yes, no, or never again; a yes claims the need in the same moment",
    access: "signed-in",
    params: proposalId,
    body: z.strictObject({
      answer: z.enum(["accept", "refuse", "refuse-for-good"]),
      confirmed: z.array(AskedOf).max(3).default([]),
      words: z.string().max(300, "最多 300 个字").default(""),
    }),
    output: Proposal,
    problems: ["not-found", "not-allowed-now", "already-taken", "conflict"],
  }),
  fitsNeed: endpoint({
    method: "GET",
    path: "/matching/needs/:claimableId",
    summary: "Who fits a need, and why; for staff",
    access: "signed-in",
    params: claimableId,
    output: z.object({
      items: z.array(FittingAbility),
      /** Why the others do not: how many each limit leaves out. */
      others: z.array(z.object({ why: z.string(), count: z.int() })),
    }),
  }),
  fitsAbility: endpoint({
    method: "GET",
    path: "/matching/abilities/:claimableId",
    summary: "Which open needs something on offer fits, and why",
    access: "signed-in",
    params: claimableId,
    output: z.object({ items: z.array(FittingNeed) }),
  }),
  fitsMe: endpoint({
    method: "GET",
    path: "/matching/mine",
    summary: "Which open needs fit what one registered with, and why",
    access: "signed-in",
    output: z.object({ registered: z.boolean(), items: z.array(FittingNeed) }),
  }),
};
