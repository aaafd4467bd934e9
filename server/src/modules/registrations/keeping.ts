/** What changes about a registration beside its steps: what someone offers, the unit, consent; and asking for a number. */
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import type { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { isSide, lockMatter, type Moved, saveUnit, setUnitSight } from "../matters/index.ts";
import type { RegistrationsDeps } from "./deps.ts";
import { checkOffer, countsIn, kindOf, mayKeep, noOffer, unitFor } from "./model.ts";
import * as repo from "./repo.ts";

type Edit = CallInput<typeof registrationsApi.edit>;

const what = "这份报到";

export const createKeeping = ({ db, clock, packs, forest, sealer, matters }: RegistrationsDeps) => {
  /** Locked, and seen by this actor; else it is not there. */
  const load = async (tx: Tx, actor: Actor, id: string) => {
    const { one } = await matters.see(actor, await lockMatter(tx, id), what);
    const row = await repo.findRegistration(tx, id);
    if (!row) throw notFound(what);
    return { one, row };
  };

  const edit = async (tx: Tx, actor: Actor, input: Edit): Promise<void> => {
    const { one, row } = await load(tx, actor, input.registrationId);
    const tree = await forest.tree(tx.tenant);
    const { pack } = await packs.current(tx.tenant);
    const own = isSide(actor, one.owner);
    if (!own && !mayKeep(actor, tree, row.node_id)) throw forbidden("修改这份报到");
    if (one.ended) throw new Refusal("not-allowed-now", "这份报到已经结束，不能再修改；需要的话请重新报到。");
    if (input.version !== one.version) throw stale();
    const offer = checkOffer(
      pack,
      {
        skills: input.skills ?? noOffer.skills,
        free: input.free ?? noOffer.free,
        reachMeters: input.reachMeters ?? null,
        mostAtOnce: input.mostAtOnce ?? null,
        // The year of birth is the person's to give.
        birthYear: own ? (input.birthYear ?? null) : row.birth_year,
      },
      clock.now(),
    );
    await repo.saveOffer(tx, one.id, offer);
    let label = "更新了报到信息";
    if (row.account_id !== null && input.unit !== undefined && input.unit !== row.unit_id) {
      const kind = kindOf(pack, row.kind);
      const unit = input.unit === null ? undefined : unitFor(pack, tree, kind, input.unit, "unit");
      // Whoever agreed did so to the former unit.
      await saveUnit(tx, one.id, unit?.id ?? null, false);
      await repo.forgetAgreed(tx, one.id);
      label = unit ? `所在单位改为“${unit.name}”` : "去掉了所在单位";
    }
    await matters.moving.keepFacts(tx, one, {}, { action: "edit", label, actor });
  };

  const consent = async (tx: Tx, actor: Actor, id: string, agreed: boolean): Promise<void> => {
    const { one, row } = await load(tx, actor, id);
    if (row.account_id !== actor.accountId) throw forbidden("替别人决定单位能不能看");
    const { pack } = await packs.current(tx.tenant);
    const unitId = row.unit_id;
    if (unitId === null || (agreed && pack.registrations[row.kind]?.unitSees !== "records"))
      throw new Refusal("not-allowed-now", "这份报到没有可以给单位看的记录。");
    if (agreed === row.unit_sees) return;
    const now = clock.now();
    await repo.saveAgreed(tx, actor.accountId, unitId, agreed ? now : null);
    await setUnitSight(tx, actor.accountId, unitId, agreed);
    const label = agreed ? "同意单位查看参与记录" : "收回同意，单位不再看到参与记录";
    await matters.moving.keepFacts(tx, one, {}, { action: agreed ? "agree" : "withdraw-consent", label, actor });
  };

  return {
    edit: (call: Call<Actor>, input: Edit): Promise<string> =>
      db.once(call.actor.tenant, call.request, async (tx) => {
        await edit(tx, call.actor, input);
        return input.registrationId;
      }),

    consent: (call: Call<Actor>, id: string, agreed: boolean): Promise<string> =>
      db.once(call.actor.tenant, call.request, async (tx) => {
        await consent(tx, call.actor, id, agreed);
        return id;
      }),

    contact: ({ actor }: Call<Actor>, id: string, reason: string) =>
      db.inTenant(actor.tenant, async (tx) => {
        const { one, row } = await load(tx, actor, id);
        const tree = await forest.tree(tx.tenant);
        if (!mayKeep(actor, tree, row.node_id)) throw forbidden("查看联系方式");
        await repo.disclose(tx, actor, id, clock.now(), reason);
        return { name: one.owner.name, phone: repo.phoneIn(row, sealer) };
      }),

    /** After every step of a registration: whether it counts, and whether it is over. */
    follow: async (tx: Tx, { after, at }: Moved): Promise<void> => {
      if (after.type !== "registration") return;
      const pack = await packs.at(tx.tenant, after.packVersion);
      const active = !after.ended && countsIn(pack.registrations[after.kind], after.subject.leaves);
      await repo.saveStanding(tx, after.id, { active, ended: after.ended, at });
    },
  };
};
