/** Intake: from the phone, the desk or a grid worker. Refused before anything is written, or written at once and whole. */
import type { CaseDraft } from "@ginkgo/shared/api/cases.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { begin, stateOf } from "../workflow/index.ts";
import type { CasesDeps } from "./deps.ts";
import { type Case, dayOf, formatNumber, gramsOf, titleOf } from "./model.ts";
import type { Numbers } from "./numbers.ts";
import { titleOf as actorTitle } from "./parties.ts";
import { areaOf, placeOf } from "./place.ts";
import { type EventRow, insertCase } from "./repo.ts";
import { type Delivery, fill, partiesOf } from "./telling.ts";
import { dayText } from "./words.ts";

/** What has just been written, so that it need not be read again to be answered. */
export interface Fresh {
  readonly one: Case;
  readonly event: EventRow;
  readonly photoIds: readonly string[];
}

export interface Submitted {
  readonly id: string;
  readonly fresh: Fresh | undefined;
}

const findCategory = (pack: Pack, id: string) => {
  const category = pack.categories.find((one) => one.id === id);
  if (!category)
    throw new Refusal("unknown-category", "没有这个类别，请从列表中重新选择。", {
      errors: [{ path: "category", message: "没有这个类别" }],
    });
  return category;
};

const checkKind = (pack: Pack, kind: string | undefined) => {
  if (kind !== undefined && !pack.kinds.some(({ id }) => id === kind))
    throw invalid("kind", "没有这种诉求性质，请从列表中重新选择。");
};

const checkPhotos = (photos: readonly string[]) => {
  if (new Set(photos).size !== photos.length) throw invalid("photos", "同一张照片只能添加一次。");
};

/** How it came in, read off who sends it: staff at a desk, a worker on patrol, or a resident. */
const channelOf = (actor: Actor, app: string, forOthers: boolean): string => {
  if (app === "console") return "desk";
  const worker = actor.grants.some(({ rights }) => rights.has("case.take"));
  if (worker && !forOthers) return "patrol";
  return app === "mobile" ? "phone" : "api";
};

export const createSubmit = (deps: CasesDeps, numbers: Numbers) => {
  const { db, clock, sealer, packs, forest } = deps;

  const assemble = async (call: Call<Actor>, draft: CaseDraft, tree: Tree): Promise<{ one: Case; pack: Pack }> => {
    const { actor } = call;
    const { pack, version } = await packs.current(actor.tenant);
    const category = findCategory(pack, draft.category);
    checkKind(pack, draft.kind);
    checkPhotos(draft.photos);
    const now = clock.now();
    const placeId = placeOf(actor, draft, tree, pack);
    const subject = begin(
      { category: category.id, placeId, placed: tree.enclosing(placeId, "community") !== undefined },
      { workflow: pack.workflow, calendar: pack.calendar, categories: pack.categories },
      now,
    );
    const day = dayOf(now);
    const one: Case = {
      id: newId(),
      no: formatNumber(pack.numberPrefix, day, await numbers(actor.tenant, day)),
      packVersion: version,
      version: 1,
      subject,
      tone: stateOf(pack.workflow, subject.state).tone,
      ended: false,
      kind: draft.kind ?? null,
      urgent: category.urgent,
      words: draft.words.trim(),
      visibility: draft.visibility,
      channel: channelOf(actor, call.app, draft.onBehalfOf !== undefined),
      reporterId: actor.accountId,
      reporterName: actor.name,
      contactSealed: draft.contact ? sealer.seal(JSON.stringify(draft.contact)) : null,
      behalfSealed: draft.onBehalfOf ? sealer.seal(JSON.stringify(draft.onBehalfOf)) : null,
      communityId: tree.enclosing(placeId, "community")?.id ?? null,
      pin: draft.pin ?? null,
      address: draft.address ?? null,
      stars: null,
      solved: null,
      photoCount: draft.photos.length,
      submittedAt: now,
    };
    return { one, pack };
  };

  /** A repetition with the same key answers the first one's id, and nothing fresh. */
  return async (call: Call<Actor>, draft: CaseDraft): Promise<Submitted> => {
    const { actor } = call;
    const tree = await forest.tree(actor.tenant);
    if (draft.words.trim().length < 2) throw invalid("words", "请至少写 2 个字，说说是什么事。");
    const { one, pack } = await assemble(call, draft, tree);
    if (one.channel === "desk" && !may(actor, { right: "case.submitForOthers" }, { nodeId: one.subject.placeId }, tree))
      throw new Refusal("forbidden", "您不能在工作台为这个地方登记诉求，请选择您负责的社区。");
    const state = stateOf(pack.workflow, one.subject.state);
    const label = "提交";
    const event: EventRow = {
      id: newId(),
      seq: 1,
      type: "submit",
      actor_id: actor.accountId,
      actor_name: actor.name,
      at: one.submittedAt,
      seen_by: "everyone",
      data: { label, title: actorTitle(actor, one, tree, pack), to: one.subject.state },
    };
    const { id } = await db.once(actor.tenant, call.request, async (tx) => {
      const attached = await insertCase(
        tx,
        one,
        areaOf(tree, one.subject.placeId),
        gramsOf(one.words),
        event,
        draft.photos,
      );
      if (attached !== draft.photos.length)
        throw invalid("photos", "有照片不存在、不是您上传的或已用在别的诉求里，请重新上传。");
      const delivery: Delivery = {
        tenant: actor.tenant,
        caseId: one.id,
        no: one.no,
        version: 1,
        at: one.submittedAt.toISOString(),
        actorId: actor.accountId,
        urgent: one.urgent,
        title: `${one.no} ${state.label}`,
        tells: [
          fill(
            { to: state.waitsFor, text: pack.words.newCase ?? "新诉求：{title}" },
            {
              no: one.no,
              title: titleOf(one.words),
              place: tree.trail(one.subject.placeId),
              actor: actor.name,
              due: dayText(one.subject.clock.dueAt),
            },
          ),
        ],
        parties: partiesOf(one),
      };
      tx.enqueue("cases.deliver", delivery);
      return { id: one.id };
    });
    return { id, fresh: id === one.id ? { one, event, photoIds: draft.photos } : undefined };
  };
};
