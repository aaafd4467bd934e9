/** Claiming: who may, and the moment in which a place is given away. */
import type { AskedOf, ClaimView } from "@ginkgo/shared/api/claims.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { ClaimableKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, notFound, Refusal } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { findMatter, type Matter, type Side, targetFor } from "../matters/index.ts";
import type { ClaimsDeps } from "./deps.ts";
import { factsOf } from "./following.ts";
import { bodiesOf, type Claimable, fitnessOf, isFree, isOwner, isPast, kindOf, type Registered } from "./model.ts";
import type { Nearby } from "./nearby.ts";
import { findAccountName, speakerFor } from "./people.ts";
import type { Reading } from "./reading.ts";
import { detailIn, hasOpenClaim, holdThing, insertClaim, takePlace } from "./repo.ts";

/** Someone else was quicker; what is free nearby is looked up once this transaction is over. */
class TooLate extends Error {}

export interface Taking {
  readonly thing: Claimable;
  readonly holder: Side;
  readonly known: Registered | undefined;
  readonly confirmed: readonly AskedOf[];
  readonly data: Readonly<Record<string, unknown>>;
  /** A desk assigned it: it waits to be accepted. */
  readonly assigned?: boolean;
}

const notNow = (detail: Claimable["detail"], now: Date): Refusal =>
  new Refusal(
    "not-allowed-now",
    isPast(detail, now) ? "认领的最后期限已过，不能再认领。" : "这一项现在不能认领，请刷新查看最新情况。",
  );

export const createClaiming = (deps: ClaimsDeps, reading: Reading, nearby: Nearby) => {
  const { db, clock, packs, forest, matters, registry } = deps;

  const kindFor = (pack: Pack, { matter }: Claimable): ClaimableKind => {
    const kind = kindOf(pack, matter.kind);
    if (!kind) throw new Refusal("not-allowed-now", "这一类已经停用，不能再认领。");
    return kind;
  };

  /** Checks what is asked of the claimant; answers in words what they confirmed. */
  const checkFitness = (pack: Pack, { thing, known, confirmed, assigned }: Taking): string[] => {
    const { barred, confirms } = fitnessOf(thing.detail, known, pack, clock.now());
    if (barred) throw new Refusal("not-allowed-now", barred);
    const missing = assigned ? [] : confirms.filter(({ id }) => !confirmed.includes(id));
    if (missing.length > 0)
      throw new Refusal("invalid-input", `请先确认符合要求：${missing.map(({ label }) => label).join("；")}。`, {
        errors: missing.map(({ label }) => ({ path: "confirmed", message: label })),
      });
    return confirms.map(({ label }) => label);
  };

  /**
   * Gives away one place in the caller's transaction. The row of the counters is the queue: whoever gets to it last finds no
   * place left.
   */
  const take = async (tx: Tx, actor: Actor, taking: Taking): Promise<Matter> => {
    const { thing, holder, data, assigned } = taking;
    const { matter } = thing;
    const pack = await packs.at(tx.tenant, matter.packVersion);
    const kind = kindFor(pack, thing);
    const labels = checkFitness(pack, taking);
    await holdThing(tx, matter.id);
    const claimantId = holder.bodyId ?? holder.id;
    const already = () => hasOpenClaim(tx, matter.id, [claimantId]);
    const twice = () =>
      new Refusal("conflict", assigned ? "对方已经认领了这一项。" : "您已经认领了这一项，不用重复认领。");
    const detail = await takePlace(tx, matter.id, dayOf(clock.now()));
    if (!detail) {
      if (await already()) throw twice();
      const now = await detailIn(tx, matter.id);
      if (now?.open && !isPast(now, clock.now())) throw new TooLate();
      throw notNow(now ?? thing.detail, clock.now());
    }
    if (await already()) throw twice();
    const claim = await matters.moving.begin(tx, actor, {
      type: "claim",
      kind: matter.kind,
      workflow: kind.claim,
      title: matter.title,
      nodeId: matter.subject.placeId,
      visibility: "parties",
      owner: matter.owner,
      holder,
      unitId: holder.bodyId === null ? (taking.known?.unitId ?? undefined) : undefined,
      unitSees: holder.bodyId === null && taking.known?.unitSees === true,
      parentId: matter.id,
      data,
      ...(labels.length > 0 ? { facts: { confirmed: labels } } : {}),
      ...(assigned
        ? { state: kind.proposed }
        : { tells: [{ to: [{ party: "reporter" as const }], text: `${holder.name}认领了“${matter.title}”。` }] }),
    });
    await insertClaim(tx, {
      id: claim.id,
      claimableId: matter.id,
      claimantId,
      confirmed: assigned ? [] : fitnessOf(thing.detail, taking.known, pack, clock.now()).confirms.map(({ id }) => id),
    });
    const current = await findMatter(tx, matter.id);
    if (current) await matters.moving.noteFacts(tx, current, factsOf(detail));
    return claim;
  };

  /** As whom: oneself, or a body one speaks for. */
  const sideOf = async (tx: Tx, actor: Actor, thing: Claimable, bodyId: string | undefined) => {
    const kind = kindFor(await packs.at(tx.tenant, thing.matter.packVersion), thing);
    const known = await registry.of(tx, actor.accountId);
    if (bodyId !== undefined) {
      if (!bodiesOf(actor).includes(bodyId)) throw forbidden("代这个单位认领");
      if (!kind.claimants.includes("unit"))
        throw new Refusal("not-allowed-now", "这一类由个人认领，请以个人身份认领。");
      if (bodyId === thing.matter.owner.bodyId)
        throw new Refusal("not-allowed-now", "这是本单位自己发布的，不能由本单位认领。");
      return { holder: { id: actor.accountId, name: actor.name, bodyId }, known: undefined };
    }
    if (isOwner(actor, thing.matter)) throw new Refusal("not-allowed-now", "这是您自己发布的，不能自己认领。");
    const self = kind.claimants.includes("anyone") || (kind.claimants.includes("registered") && known !== undefined);
    if (!self)
      throw new Refusal(
        "not-allowed-now",
        kind.claimants.includes("registered")
          ? "这一类由已报到的党员、单位认领，请先到社区报到。"
          : "这一类由单位认领，请由单位经办人认领。",
      );
    return { holder: { id: actor.accountId, name: actor.name, bodyId: null }, known };
  };

  /** Who was too late is told what is free nearby. */
  const orAlternatives = async <T>(actor: Actor, thingId: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TooLate)) throw error;
      const alternatives = await nearby.of(actor, thingId);
      const more = alternatives.length > 0 ? "，可以看看附近还有空位的。" : "。";
      throw new Refusal("already-taken", `名额刚刚被别人认领完了${more}`, { alternatives });
    }
  };

  return {
    take,
    orAlternatives,

    claim: async (
      call: Call<Actor>,
      input: {
        readonly claimableId: string;
        readonly bodyId?: string | undefined;
        readonly confirmed: readonly AskedOf[];
        readonly data: Readonly<Record<string, unknown>>;
      },
    ): Promise<ClaimView> => {
      const { actor } = call;
      const { id } = await orAlternatives(actor, input.claimableId, () =>
        db.once(actor.tenant, call.request, async (tx) => {
          const { thing } = await reading.thing(tx, actor, input.claimableId);
          const { holder, known } = await sideOf(tx, actor, thing, input.bodyId);
          const claim = await take(tx, actor, { thing, holder, known, confirmed: input.confirmed, data: input.data });
          return { id: claim.id };
        }),
      );
      return reading.claim(actor, id);
    },

    assign: async (
      call: Call<Actor>,
      input: {
        readonly claimableId: string;
        readonly accountId?: string | undefined;
        readonly bodyId?: string | undefined;
      },
    ) => {
      const { actor } = call;
      await orAlternatives(actor, input.claimableId, () =>
        db.once(actor.tenant, call.request, async (tx) => {
          const { thing } = await reading.thing(tx, actor, input.claimableId);
          const { matter } = thing;
          const tree = await forest.tree(actor.tenant);
          if (!may(actor, { right: "claim.edit" }, targetFor(actor, matter), tree)) throw forbidden("指派认领");
          const kind = kindFor(await packs.at(tx.tenant, matter.packVersion), thing);
          if (!kind.proposed) throw new Refusal("not-allowed-now", "这一类由大家自己认领，不能指派。");
          if (!isFree(thing.detail, clock.now()) && !thing.detail.open) throw notNow(thing.detail, clock.now());
          const { holder, known } = await assignee(tx, thing, kind, input);
          await take(tx, actor, { thing, holder, known, confirmed: [], data: {}, assigned: true });
          return { done: true };
        }),
      );
      return reading.claimable(actor, { claimableId: input.claimableId });
    },
  };

  async function assignee(
    tx: Tx,
    { matter }: Claimable,
    kind: ClaimableKind,
    { accountId, bodyId }: { readonly accountId?: string | undefined; readonly bodyId?: string | undefined },
  ): Promise<{ holder: Side; known: Registered | undefined }> {
    if ((accountId === undefined) === (bodyId === undefined))
      throw new Refusal("invalid-input", "请选择指派给一个人，或者一个单位。");
    if (bodyId !== undefined) {
      const body = (await forest.tree(tx.tenant)).get(bodyId);
      if (body?.status !== "active") throw notFound("这个单位");
      if (!kind.claimants.includes("unit")) throw new Refusal("not-allowed-now", "这一类由个人认领，不能指派给单位。");
      const speaker = await speakerFor(tx, (await packs.current(tx.tenant)).pack, bodyId);
      if (!speaker) throw new Refusal("not-allowed-now", `“${body.name}”还没有经办人，请先为它设置经办人。`);
      return { holder: { ...speaker, bodyId }, known: undefined };
    }
    const known = accountId === undefined ? undefined : await registry.of(tx, accountId);
    const name = accountId === undefined ? undefined : await findAccountName(tx, accountId);
    if (accountId === undefined || name === undefined || known === undefined) throw notFound("这位已报到的人员");
    if (!kind.claimants.includes("anyone") && !kind.claimants.includes("registered"))
      throw new Refusal("not-allowed-now", "这一类由单位认领，不能指派给个人。");
    if (accountId === matter.owner.id) throw new Refusal("not-allowed-now", "这是对方自己发布的，不能指派给对方。");
    return { holder: { id: accountId, name, bodyId: null }, known };
  }
};
export type Claiming = ReturnType<typeof createClaiming>;
