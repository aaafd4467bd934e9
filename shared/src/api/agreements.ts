/**
 * What units and a community agree to do together: the parties, a term, who owes what by when. Each party's speaker agrees;
 * the paper that was signed is kept with it. Its life is the workflow of the pack.
 */
import { z } from "zod";
import { AgreedItem, Day, words } from "./agreed-items.ts";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { StoredFile } from "./files.ts";
import { MatterSummary, MatterView } from "./matters.ts";

export const maxParties = 30;
export const maxAgreedItems = 100;

/** Where in its life, whatever the pack calls its states. */
export const AgreementPhase = z.enum(["drafting", "agreeing", "inForce", "over"]);
export type AgreementPhase = z.infer<typeof AgreementPhase>;

export const AgreementParty = z.object({
  node: NodeRef,
  /** A unit or another body; otherwise the area that makes the agreement. */
  isBody: z.boolean(),
  agreedAt: Instant.nullable(),
  agreedBy: z.string().nullable(),
  /** Recorded from the signed paper, because nobody speaks for the body here. */
  onPaper: z.boolean(),
  /** Whether this actor may agree for it now; `paper`: only from the signed paper. */
  mayAgree: z.enum(["no", "yes", "paper"]),
});
export type AgreementParty = z.infer<typeof AgreementParty>;

export const AgreementSummary = z.object({
  matter: MatterSummary,
  from: Day,
  to: Day,
  phase: AgreementPhase,
  /** Days until its last one, while it is in force. */
  daysLeft: z.int().nullable(),
  /** Its end is near enough that those concerned are reminded. */
  ending: z.boolean(),
  parties: z.array(AgreementParty),
  items: z.int(),
  itemsDone: z.int(),
  itemsLate: z.int(),
});
export type AgreementSummary = z.infer<typeof AgreementSummary>;

export const AgreementView = AgreementSummary.extend({
  matter: MatterView,
  purpose: z.string(),
  sentAt: Instant.nullable(),
  inForceAt: Instant.nullable(),
  agreedItems: z.array(AgreedItem),
  signed: z.array(StoredFile),
  renews: z.object({ id: Id, title: z.string() }).nullable(),
  renewedBy: z.object({ id: Id, title: z.string() }).nullable(),
  may: z.object({ edit: z.boolean(), sign: z.boolean(), renew: z.boolean() }),
});
export type AgreementView = z.infer<typeof AgreementView>;

const title = words(80, "请填写标题");
const items = z
  .array(
    z.strictObject({
      what: words(300, "请写清楚做什么"),
      /** One of the parties. */
      owner: Id,
      due: Day,
    }),
  )
  .max(maxAgreedItems, `最多 ${maxAgreedItems} 件事项`);

const draft = {
  title,
  purpose: z.string().max(2000, "最多 2000 个字").default(""),
  bodies: z
    .array(Id)
    .min(1, "请选择共建单位")
    .max(maxParties - 1, `最多 ${maxParties - 1} 个单位`),
  from: Day,
  to: Day,
  items: items.default([]),
};

export const AgreementBox = z.enum(["all", "mine", "waiting", "ending", "late"]);

/** `mine`: what concerns a body one speaks for; `waiting`: what waits for one's own agreement. */
export const AgreementFilter = z.object({
  box: AgreementBox.default("all"),
  phase: AgreementPhase.optional(),
  under: Id.optional(),
  /** Agreements of that body. */
  body: Id.optional(),
  q: z.string().max(60).optional(),
});
export type AgreementFilter = z.infer<typeof AgreementFilter>;

const agreementId = z.object({ agreementId: Id });

/** `GET /api/v1/agreements/export.xlsx` gives the filtered list as Excel, with a second sheet of what was agreed on. */
export const agreementsApi = {
  standing: endpoint({
    method: "GET",
    path: "/agreements/standing",
    summary: "For which places and bodies one may draw up agreements and call meetings, and what waits for one",
    access: "signed-in",
    output: z.object({
      places: z.array(NodeRef),
      bodies: z.array(NodeRef),
      waiting: z.object({ agreements: z.int(), meetings: z.int(), items: z.int(), lateItems: z.int() }),
    }),
  }),
  list: endpoint({
    method: "GET",
    path: "/agreements",
    summary: "Agreements this actor may see, newest first",
    access: "signed-in",
    query: AgreementFilter.extend(Paging.shape),
    output: pageOf(AgreementSummary),
  }),
  view: endpoint({
    method: "GET",
    path: "/agreements/:agreementId",
    summary: "One agreement with its parties, what was agreed on and its history",
    access: "signed-in",
    params: agreementId,
    output: AgreementView,
  }),
  draft: endpoint({
    method: "POST",
    path: "/agreements",
    summary: "Draw up an agreement between a place and units",
    access: "signed-in",
    body: z.strictObject({ node: Id, ...draft }),
    output: AgreementView,
  }),
  edit: endpoint({
    method: "PUT",
    path: "/agreements/:agreementId",
    summary: "Change a draft",
    access: "signed-in",
    params: agreementId,
    body: z.strictObject({ version: z.int(), ...draft }),
    output: AgreementView,
    problems: ["not-found", "stale", "not-allowed-now"],
  }),
  act: endpoint({
    method: "POST",
    path: "/agreements/:agreementId/actions/:action",
    summary: "Take a step of the workflow, for any of its parties",
    access: "signed-in",
    params: agreementId.extend({ action: z.string().max(60) }),
    body: z.strictObject({ version: z.int(), data: z.record(z.string(), z.unknown()).default({}) }),
    output: AgreementView,
    problems: ["not-found", "stale", "not-allowed-now"],
  }),
  agree: endpoint({
    method: "POST",
    path: "/agreements/:agreementId/agree",
    summary: "Agree for one party; in force once all have",
    access: "signed-in",
    params: agreementId,
    body: z.strictObject({ version: z.int(), party: Id, onPaper: z.boolean().default(false) }),
    output: AgreementView,
    problems: ["not-found", "stale", "not-allowed-now", "already-taken"],
  }),
  sign: endpoint({
    method: "POST",
    path: "/agreements/:agreementId/signed",
    summary: "Add photos or a PDF of the signed paper",
    access: "signed-in",
    params: agreementId,
    body: z.strictObject({ version: z.int(), files: z.array(Id).min(1, "请先选择文件").max(9, "一次最多 9 个文件") }),
    output: AgreementView,
    problems: ["not-found", "stale", "not-allowed-now"],
  }),
  unsign: endpoint({
    method: "POST",
    path: "/agreements/:agreementId/signed/:fileId/remove",
    summary: "Take out a file that was added by mistake, before the agreement is in force",
    access: "signed-in",
    params: agreementId.extend({ fileId: Id }),
    body: z.strictObject({ version: z.int() }),
    output: AgreementView,
    problems: ["not-found", "stale", "not-allowed-now"],
  }),
  renew: endpoint({
    method: "POST",
    path: "/agreements/:agreementId/renew",
    summary: "Draw up its successor with the same parties and what was agreed on",
    access: "signed-in",
    params: agreementId,
    body: z.strictObject({ from: Day, to: Day }),
    output: AgreementView,
    problems: ["not-found", "not-allowed-now", "conflict"],
  }),
};
