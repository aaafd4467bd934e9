/** Putting something up to be claimed, and changing it. */
import type { ClaimableChanges, ClaimableDraft, ClaimableView } from "@ginkgo/shared/api/claims.ts";
import type { ClaimableKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, leavesOf, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { z } from "zod";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { type Beginning, lockMatter, type Matter, type Side } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { ClaimsDeps } from "./deps.ts";
import { detailFrom, type Given, problemsOf, refuseProblems } from "./draft.ts";
import { factsOf } from "./following.ts";
import { bodiesOf, type Detail, isPast, kindOf, standsOpen } from "./model.ts";
import type { Reading } from "./reading.ts";
import { detailIn, insertClaimables, type NewDetail, saveDetail } from "./repo.ts";

export interface Ready {
  readonly beginning: Beginning;
  readonly detail: NewDetail;
}

type Changes = z.output<typeof ClaimableChanges>;

/** Whether a thing of the kind can be claimed as soon as it is put up. */
const opensAtOnce = (pack: Pack, kind: ClaimableKind): boolean => {
  const workflow = workflowOf(pack, kind.workflow);
  return activeOf(leavesOf(workflow, workflow.initial)).some((path) => kind.open.includes(path));
};

/** Who puts it up: oneself, a body one speaks for, or one whose needs and offers one's desk keeps. */
export const ownerOf = (actor: Actor, tree: Tree, bodyId: string | undefined): Side => {
  const side = { id: actor.accountId, name: actor.name };
  if (bodyId === undefined) return { ...side, bodyId: null };
  const body = tree.get(bodyId);
  if (body?.status !== "active") throw invalid("bodyId", "没有这个单位，请重新选择。");
  const speaks = bodiesOf(actor).includes(bodyId);
  if (!speaks && !may(actor, { right: "claim.edit" }, { nodeId: bodyId }, tree)) throw forbidden("代这个单位发布");
  return { ...side, bodyId };
};

/** Ready to be written, or a refusal with all that is wrong. */
export const readyFrom = (
  actor: Actor,
  { pack, tree, now }: { readonly pack: Pack; readonly tree: Tree; readonly now: Date },
  draft: ClaimableDraft,
): Ready => {
  const kind = kindOf(pack, draft.kind);
  if (!kind) throw invalid("kind", "没有这一类，请重新选择。");
  const node = tree.get(draft.nodeId);
  if (node?.status !== "active" || node.tree !== "area") throw invalid("nodeId", "没有这个地方，请重新选择。");
  refuseProblems(problemsOf({ pack, tree, now }, kind, draft));
  const open = opensAtOnce(pack, kind);
  const detail = detailFrom(kind, draft, open);
  return {
    detail,
    beginning: {
      type: "claimable",
      kind: draft.kind,
      workflow: kind.workflow,
      title: draft.title,
      nodeId: draft.nodeId,
      visibility: open ? kind.visibility : "parties",
      owner: ownerOf(actor, tree, draft.bodyId),
      data: draft.data,
      facts: factsOf({ places: detail.places, taken: 0, carriedThrough: 0 }),
    },
  };
};

const givenOf = (detail: Detail): Given => ({
  words: detail.words,
  skills: [...detail.skills],
  places: detail.places,
  startsAt: detail.startsAt?.toISOString() ?? null,
  endsAt: detail.endsAt?.toISOString() ?? null,
  until: detail.until,
  lng: detail.lng,
  lat: detail.lat,
  address: detail.address,
  addressPublic: detail.addressPublic,
  minAge: detail.minAge,
  maxAge: detail.maxAge,
  health: detail.health,
});

const same = (a: unknown, b: unknown): boolean => {
  if (typeof a === "string" && typeof b === "string" && /^\d{4}-\d{2}-\d{2}T/.test(a))
    return Date.parse(a) === Date.parse(b);
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
};

const labels: Readonly<Record<string, string>> = {
  title: "标题",
  words: "说明",
  nodeId: "所在地",
  places: "名额",
  skills: "技能",
  startsAt: "开始时间",
  endsAt: "结束时间",
  until: "最后认领日",
  lng: "位置",
  lat: "位置",
  address: "地址",
  addressPublic: "地址公开",
  minAge: "最小年龄",
  maxAge: "最大年龄",
  health: "身体条件",
};

const afterOpening = ["places", "until"];

export const createPuttingUp = ({ db, clock, packs, forest, matters }: ClaimsDeps, reading: Reading) => {
  const { moving } = matters;

  const putUpIn = async (tx: Tx, actor: Actor, all: readonly Ready[]): Promise<Matter[]> => {
    const made = await moving.beginMany(
      tx,
      actor,
      all.map(({ beginning }) => beginning),
    );
    await insertClaimables(
      tx,
      made.flatMap(({ id }, i) => {
        const ready = all[i];
        return ready ? [{ id, detail: ready.detail }] : [];
      }),
    );
    return made;
  };

  return {
    putUpIn,

    /** Whether the workflow lets this actor begin it there; told row by row before anything is written. */
    mustStart: (
      actor: Actor,
      { pack, tree }: { readonly pack: Pack; readonly tree: Tree },
      { beginning }: Ready,
    ): void => {
      const { starts } = workflowOf(pack, beginning.workflow);
      const from = [beginning.nodeId, beginning.owner.bodyId ?? []].flat();
      const may_ = (nodeId: string) => may(actor, starts ?? [], { nodeId, reporterId: actor.accountId }, tree);
      if (starts && !from.some(may_)) throw forbidden("在这个地方发布这一类");
    },

    putUp: async (call: Call<Actor>, draft: ClaimableDraft): Promise<ClaimableView> => {
      const { actor } = call;
      const { id } = await db.once(actor.tenant, call.request, async (tx) => {
        const { pack } = await packs.current(tx.tenant);
        const ground = { pack, tree: await forest.tree(tx.tenant), now: clock.now() };
        const [one] = await putUpIn(tx, actor, [readyFrom(actor, ground, draft)]);
        if (!one) throw new Error("what was put up is there");
        return { id: one.id };
      });
      return reading.claimable(actor, { claimableId: id });
    },

    change: async (
      { actor }: Call<Actor>,
      input: Changes & { readonly claimableId: string },
    ): Promise<ClaimableView> => {
      const { claimableId, version, title, nodeId, ...rest } = input;
      await db.inTenant(actor.tenant, async (tx) => {
        const found = await reading.thing(tx, actor, claimableId);
        const level = await reading.editable(actor, found.thing);
        const matter = await lockMatter(tx, claimableId);
        const detail = await detailIn(tx, claimableId);
        if (!matter || !detail) throw notFound("这一项");
        if (level === "nothing") throw matter.ended ? endedAlready() : forbidden("修改这一项");
        if (matter.version !== version) throw stale();

        const before = { ...givenOf(detail), title: matter.title, nodeId: matter.subject.placeId };
        const wanted = { ...before, ...rest, title: title ?? matter.title, nodeId: nodeId ?? matter.subject.placeId };
        const changed = (Object.keys(labels) as (keyof typeof wanted)[]).filter(
          (name) => !same(before[name], wanted[name]),
        );
        const fixed = changed.filter((name) => level === "places" && !afterOpening.includes(name));
        if (fixed.length > 0)
          throw new Refusal(
            "not-allowed-now",
            `已经开放认领，只能改名额和最后认领日；要改${wordsOf(fixed)}，请先撤回。`,
          );
        if (changed.length === 0) return;
        const tree = await forest.tree(tx.tenant);
        if (nodeId !== undefined && changed.includes("nodeId")) {
          const node = tree.get(nodeId);
          if (node?.status !== "active" || node.tree !== "area") throw invalid("nodeId", "没有这个地方，请重新选择。");
          const starts = workflowOf(await packs.at(tx.tenant, matter.packVersion), matter.subject.workflow).starts;
          if (starts && !may(actor, starts, { nodeId, reporterId: actor.accountId }, tree))
            throw forbidden("移到这个地方");
        }
        const pack = await packs.at(tx.tenant, matter.packVersion);
        const kind = kindOf(pack, matter.kind);
        if (!kind) throw new Refusal("not-allowed-now", "这一类已经停用，不能再修改。");
        // What stood there before is not refused for a day that has passed meanwhile.
        const checked = changed.includes("until") ? wanted : { ...wanted, until: null };
        refuseProblems(problemsOf({ pack, tree, now: clock.now() }, kind, checked));
        const open = standsOpen(kind, matter) && !isPast({ until: wanted.until ?? null }, clock.now());
        const saved = await saveDetail(tx, claimableId, detailFrom(kind, wanted, open));
        if (!saved)
          throw new Refusal("not-allowed-now", `已有 ${detail.taken} 个名额被认领，名额不能少于这个数。`, {
            errors: [{ path: "places", message: `不能少于 ${detail.taken}` }],
          });
        const described = await moving.describe(tx, matter, {
          ...(changed.includes("title") ? { title: wanted.title } : {}),
          ...(changed.includes("nodeId") ? { nodeId: wanted.nodeId } : {}),
        });
        const after = await detailIn(tx, claimableId);
        await moving.keepFacts(tx, described, after ? factsOf(after) : {}, {
          action: "change",
          label: `修改了${wordsOf(changed)}`,
          actor,
        });
      });
      return reading.claimable(actor, { claimableId });
    },
  };
};
export type PuttingUp = ReturnType<typeof createPuttingUp>;

const wordsOf = (names: readonly string[]): string =>
  [...new Set(names.map((name) => labels[name] ?? name))].join("、");
const endedAlready = () => new Refusal("not-allowed-now", "已经结束，不能再修改；需要时可以复制一份重新发布。");
