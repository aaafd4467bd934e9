/** A case at the moment it begins: sent in by someone, or opened as a part of another. Written in one statement, told in one job. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { isEnded, standingOf, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Actor } from "../authority/index.ts";
import { rulesOf, waitsFor } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { begin, countedIn, type SubCaseRequest, type Worker } from "../workflow/index.ts";
import { type Case, gramsOf } from "./model.ts";
import { titleOf as actorTitle, asWorker } from "./parties.ts";
import { areaOf } from "./place.ts";
import { type EventRow, insertCase } from "./repo.ts";
import { type Delivery, deliveryOf, type Said } from "./telling.ts";

export interface Opened {
  readonly one: Case;
  readonly event: EventRow;
  readonly opens: readonly SubCaseRequest[];
}

/** What a case is made of beside what its workflow says. */
export interface Opening {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly pack: Pack;
  readonly packVersion: number;
  /** The figures of today: a part may begin under an older version of the pack than the one they are declared in. */
  readonly metrics: Pack["metrics"];
  readonly now: Date;
  readonly no: string;
  readonly workflow: string;
  readonly category: string;
  readonly kind: string | null;
  readonly placeId: string;
  readonly words: string;
  readonly visibility: Case["visibility"];
  readonly channel: string;
  readonly answers: { readonly form: Readonly<Record<string, unknown>>; readonly details: readonly object[] };
  readonly photoCount: number;
  readonly pin?: Case["pin"];
  readonly address?: string | null;
  readonly contactSealed?: Buffer | null;
  readonly behalfSealed?: Buffer | null;
  readonly parentId?: string;
  readonly offeredTo?: Worker;
}

/** Everything decided, nothing written. */
export const opened = (given: Opening): Opened => {
  const { actor, tree, pack, placeId, now } = given;
  const rules = rulesOf(pack, given.workflow);
  const community = tree.enclosing(placeId, "community")?.id ?? null;
  const begun = begin(
    {
      workflow: given.workflow,
      category: given.category,
      kind: given.kind,
      placeId,
      placed: community !== null,
      actor: asWorker(actor, { placeId, offered: [], handlers: [] }, tree),
      form: given.answers.form,
      ...(given.offeredTo ? { offeredTo: given.offeredTo } : {}),
    },
    rules,
    now,
  );
  const one: Case = {
    id: newId(),
    no: given.no,
    packVersion: given.packVersion,
    version: 1,
    subject: { ...begun.subject, openSubCases: begun.opens.length },
    tone: standingOf(rules.workflow, begun.subject.leaves).tone,
    ended: isEnded(rules.workflow, begun.subject.leaves),
    urgent: pack.categories.find(({ id }) => id === given.category)?.urgent ?? false,
    words: given.words,
    visibility: given.visibility,
    channel: given.channel,
    reporterId: actor.accountId,
    reporterName: actor.name,
    contactSealed: given.contactSealed ?? null,
    behalfSealed: given.behalfSealed ?? null,
    communityId: community,
    pin: given.pin ?? null,
    address: given.address ?? null,
    stars: null,
    solved: null,
    parentId: given.parentId ?? null,
    photoCount: given.photoCount,
    submittedAt: now,
  };
  const event: EventRow = {
    id: newId(),
    seq: 1,
    type: "submit",
    actor_id: actor.accountId,
    actor_name: actor.name,
    at: now,
    seen_by: "everyone",
    data: {
      label: given.parentId ? "交办" : "提交",
      title: actorTitle(actor, one, tree, pack),
      to: one.subject.leaves,
      ...(given.answers.details.length > 0 ? { details: given.answers.details } : {}),
    },
  };
  return { one, event, opens: begun.opens };
};

const newsOf = (tx: Tx, { one }: Opened, { pack, tree, actor }: Opening): Delivery => {
  const workflow = workflowOf(pack, one.subject.workflow);
  const to = waitsFor(workflow, one.subject.leaves);
  const said: Said = {
    at: one.submittedAt,
    actorId: actor.accountId,
    actorName: actor.name,
    urgent: one.urgent,
    label: standingOf(workflow, one.subject.leaves).label,
    tells: to.length > 0 ? [{ to, text: pack.words.newCase ?? "新诉求：{title}" }] : [],
    answers: {},
  };
  return deliveryOf(tx.tenant, said, tree, one);
};

/** Writes it; answers how many of the photos could be attached. */
export const writeOpened = async (tx: Tx, made: Opened, given: Opening, photos: readonly string[]): Promise<number> => {
  const { one, event } = made;
  const metrics = countedIn(given.metrics, one.subject, one.ended);
  const attached = await insertCase(
    tx,
    one,
    areaOf(given.tree, one.subject.placeId),
    gramsOf(one.words),
    event,
    photos,
    metrics,
  );
  tx.enqueue("cases.deliver", newsOf(tx, made, given));
  return attached;
};

/** The parts a case is divided into, numbered after it: `JY-20261121-0042-1`. */
export const writeSubCases = async (
  tx: Tx,
  parent: Case,
  requests: readonly SubCaseRequest[],
  before: number,
  given: Pick<Opening, "actor" | "tree" | "pack" | "packVersion" | "metrics" | "now">,
): Promise<void> => {
  for (const [i, request] of requests.entries()) {
    const opening: Opening = {
      ...given,
      no: `${parent.no}-${before + i + 1}`,
      workflow: request.workflow,
      category: request.category,
      kind: null,
      placeId: parent.subject.placeId,
      words: request.words || parent.words,
      visibility: parent.visibility === "public" ? "private" : parent.visibility,
      channel: "part",
      answers: { form: {}, details: [] },
      photoCount: 0,
      pin: parent.pin,
      address: parent.address,
      parentId: parent.id,
      offeredTo: request.to,
    };
    await writeOpened(tx, opened(opening), opening, []);
  }
};
