/** Intake: from the phone, the desk or a grid worker. Refused before anything is written, or written at once and whole. */
import type { CaseDraft } from "@ginkgo/shared/api/cases.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { workflowOf, workflowOfCategory } from "@ginkgo/shared/pack/states.ts";
import type { Call } from "../../platform/http/call.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { readAnswers } from "./answers.ts";
import type { CasesDeps } from "./deps.ts";
import { type Case, dayOf, formatNumber } from "./model.ts";
import type { Numbers } from "./numbers.ts";
import { type Opening, opened, writeOpened, writeSubCases } from "./opening.ts";
import { placeOf } from "./place.ts";
import type { EventRow } from "./repo.ts";

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

const findKind = (pack: Pack, wanted: string | undefined) => {
  const kind = pack.kinds.find(({ id }) => id === wanted);
  if (wanted !== undefined && !kind) throw invalid("kind", "没有这种诉求性质，请从列表中重新选择。");
  return kind;
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

/** A category leads to its workflow; who may begin one the pack says. Parts of a case are opened by its steps alone. */
const findWorkflow = (actor: Actor, pack: Pack, category: string, placeId: string, tree: Tree): string => {
  const id = workflowOfCategory(pack, category);
  const { starts, label } = workflowOf(pack, id);
  if (starts && !may(actor, starts, { nodeId: placeId }, tree))
    throw new Refusal("forbidden", `“${label}”不由您发起，请选择其他类别，或联系所在社区。`);
  return id;
};

export const createSubmit = (deps: CasesDeps, numbers: Numbers) => {
  const { db, clock, sealer, packs, forest } = deps;

  /** All that can be known before the transaction. */
  const prepare = async (call: Call<Actor>, draft: CaseDraft, tree: Tree) => {
    const { actor } = call;
    const { pack, version } = await packs.current(actor.tenant);
    const category = findCategory(pack, draft.category);
    const kind = findKind(pack, draft.kind);
    checkPhotos(draft.photos);
    const now = clock.now();
    const placeId = placeOf(actor, draft, tree, pack);
    const day = dayOf(now);
    const channel = channelOf(actor, call.app, draft.onBehalfOf !== undefined);
    if (channel === "desk" && !may(actor, { right: "case.submitForOthers" }, { nodeId: placeId }, tree))
      throw new Refusal("forbidden", "您不能在工作台为这个地方登记诉求，请选择您负责的社区。");
    return {
      actor,
      tree,
      pack,
      packVersion: version,
      metrics: pack.metrics,
      now,
      no: formatNumber(pack.numberPrefix, day, await numbers(actor.tenant, day)),
      workflow: findWorkflow(actor, pack, category.id, placeId, tree),
      category: category.id,
      kind: draft.kind ?? null,
      placeId,
      words: draft.words.trim(),
      visibility: category.confidential || kind?.confidential ? "confidential" : draft.visibility,
      channel,
      pin: draft.pin ?? null,
      address: draft.address ?? null,
      contactSealed: draft.contact ? sealer.seal(JSON.stringify(draft.contact)) : null,
      behalfSealed: draft.onBehalfOf ? sealer.seal(JSON.stringify(draft.onBehalfOf)) : null,
    };
  };

  /** A repetition with the same key answers the first one's id, and nothing fresh. */
  return async (call: Call<Actor>, draft: CaseDraft): Promise<Submitted> => {
    const { actor } = call;
    const tree = await forest.tree(actor.tenant);
    if (draft.words.trim().length < 2) throw invalid("words", "请至少写 2 个字，说说是什么事。");
    const prepared = await prepare(call, draft, tree);
    const { pack, placeId } = prepared;
    const { workflow } = prepared;
    const { form } = workflowOf(pack, workflow).intake;
    let fresh: Fresh | undefined;
    const { id } = await db.once(actor.tenant, call.request, async (tx) => {
      const answers = await readAnswers({ tx, actor, placeId, workflow, tree, pack }, form, draft.data);
      const photos = [...draft.photos, ...answers.photos];
      const opening: Opening = { ...prepared, answers, photoCount: photos.length };
      const made = opened(opening);
      if ((await writeOpened(tx, made, opening, photos)) !== photos.length)
        throw invalid("photos", "有照片不存在、不是您上传的或已用在别的诉求里，请重新上传。");
      if (made.opens.length > 0) await writeSubCases(tx, made.one, made.opens, 0, opening);
      fresh = { one: made.one, event: made.event, photoIds: photos };
      return { id: made.one.id };
    });
    return { id, fresh: fresh?.one.id === id ? fresh : undefined };
  };
};
