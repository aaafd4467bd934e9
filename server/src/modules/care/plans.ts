/** Beginning to visit someone, changing it, pausing, ending. */
import type { CarePerson, CareView } from "@ginkgo/shared/api/care.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { requireAccounts } from "../identity/index.ts";
import { tellLater } from "../notify/index.ts";
import type { CareDeps } from "./deps.ts";
import { createGround, fullView, lockedPlan, mayEditOnly, notePlan } from "./ground.ts";
import { careKind, nameIndex, sealPerson, trimmed } from "./model.ts";
import { changePlan, type PlanChange, type PlanRow, setVisitors } from "./repo.ts";
import { summaryOf, type Viewing } from "./view.ts";

export const createPlans = (deps: CareDeps) => {
  const { db, files, sealer } = deps;
  const ground = createGround(deps);

  const checkTeam = ({ tree }: Viewing, teamId: string | null): void => {
    const team = teamId ? tree.get(teamId) : undefined;
    if (teamId && (team?.status !== "active" || tree.as(team) !== "body"))
      throw invalid("teamId", "没有这支队伍，请重新选择。");
  };
  const checkSomeone = (visitors: readonly string[], teamId: string | null): void => {
    if (visitors.length === 0 && teamId === null) throw invalid("visitors", "请选择走访的人，或者走访的队伍。");
  };

  /** Whoever visits now and did not before. */
  const tellVisitors = (tx: Tx, viewing: Viewing, plan: PlanRow, visitors: readonly { id: string }[]) => {
    const known = new Set([viewing.actor.accountId, ...plan.visitors.map(({ id }) => id)]);
    const added = visitors.map(({ id }) => id).filter((id) => !known.has(id));
    const { name, trail, nextOn } = summaryOf(viewing, plan);
    tellLater(tx, [
      {
        accountIds: added,
        title: "请您定期走访",
        text: `${trail}的${name}由您走访，每 ${plan.everyDays} 天一次${nextOn ? `，下一次在 ${nextOn} 前` : ""}。`,
        weight: "normal",
        matter: { id: plan.id, type: "care" },
        at: viewing.now,
        sourceKey: `care/${plan.id}/visitor/${plan.version}`,
      },
    ]);
  };

  /** A change of the desk's, at the version it has seen. */
  const change = async (
    viewing: Viewing,
    tx: Tx,
    id: string,
    version: number,
    type: string,
    what: (plan: PlanRow) => PlanChange,
  ): Promise<CareView> => {
    const { plan, part } = await lockedPlan(tx, viewing, id);
    mayEditOnly(part);
    if (plan.version !== version) throw stale();
    if (plan.status === "ended") throw new Refusal("not-allowed-now", "这个对象已经结束走访，不能再改。");
    await changePlan(tx, plan, what(plan));
    await notePlan(tx, plan, plan.version + 1, type, viewing.actor, viewing.now);
    return fullView(tx, viewing, files, id);
  };

  return {
    add: async (
      call: Call<Actor>,
      draft: {
        kind: string;
        nodeId: string;
        person: CarePerson;
        everyDays?: number;
        firstOn?: string;
        visitors: readonly string[];
        teamId: string | null;
      },
    ): Promise<CareView> => {
      const viewing = await ground(call.actor);
      const { actor, tree, pack, now } = viewing;
      const node = tree.get(draft.nodeId);
      if (!node || !may(actor, { right: "care.edit" }, { nodeId: draft.nodeId }, tree)) throw notFound("这个地方");
      const kind = careKind(pack, draft.kind);
      if (!kind) throw invalid("kind", "没有这一类走访对象，请重新选择。");
      if (node.status !== "active" || !kind.tiers.includes(node.tier))
        throw invalid("nodeId", `请选择“${kind.label}”所在的社区、小区或楼栋。`);
      checkTeam(viewing, draft.teamId);
      checkSomeone(draft.visitors, draft.teamId);
      const today = dayOf(now);
      if (draft.firstOn && draft.firstOn < today)
        throw invalid("firstOn", "第一次走访的日期已经过去，请改成今天或以后。");
      const person = trimmed(draft.person);
      return db.once(actor.tenant, call.request, async (tx) => {
        const visitors = await requireAccounts(tx, draft.visitors, "visitors");
        const id = newId();
        await tx.sql
          .insertInto("care_plans")
          .values({
            tenant_id: tx.tenant,
            id,
            kind: draft.kind,
            node_id: draft.nodeId,
            person_sealed: sealPerson(sealer, person),
            name_index: nameIndex(sealer, person.name),
            every_days: draft.everyDays ?? kind.everyDays,
            team_id: draft.teamId,
            status: "active",
            next_on: draft.firstOn ?? today,
            created_at: now,
          })
          .execute();
        const { plan } = await lockedPlan(tx, viewing, id);
        tellVisitors(tx, viewing, plan, visitors);
        await setVisitors(tx, id, visitors);
        await notePlan(tx, { id }, 1, "added", actor, now);
        return fullView(tx, viewing, files, id);
      });
    },

    change: async (
      { actor }: Call<Actor>,
      id: string,
      draft: {
        version: number;
        everyDays: number;
        visitors: readonly string[];
        teamId: string | null;
        person?: CarePerson;
      },
    ): Promise<CareView> => {
      const viewing = await ground(actor);
      checkTeam(viewing, draft.teamId);
      checkSomeone(draft.visitors, draft.teamId);
      const person = draft.person && trimmed(draft.person);
      return db.inTenant(actor.tenant, async (tx) => {
        const visitors = await requireAccounts(tx, draft.visitors, "visitors");
        await change(viewing, tx, id, draft.version, "changed", (plan) => {
          tellVisitors(tx, viewing, { ...plan, version: plan.version + 1 }, visitors);
          return {
            every_days: draft.everyDays,
            team_id: draft.teamId,
            ...(person
              ? { person_sealed: sealPerson(sealer, person), name_index: nameIndex(sealer, person.name) }
              : {}),
          };
        });
        await setVisitors(tx, id, visitors);
        return fullView(tx, viewing, files, id);
      });
    },

    pause: async (call: Call<Actor>, id: string, given: { version: number; until: string; reason: string }) => {
      const viewing = await ground(call.actor);
      if (given.until <= dayOf(viewing.now)) throw invalid("until", "请选择今天以后的日期。");
      return db.once(call.actor.tenant, call.request, (tx) =>
        change(viewing, tx, id, given.version, "paused", () => ({
          status: "paused",
          paused_until: given.until,
          next_on: null,
          reason_sealed: sealer.seal(given.reason.trim()),
        })),
      );
    },

    resume: async (call: Call<Actor>, id: string, version: number) => {
      const viewing = await ground(call.actor);
      return db.once(call.actor.tenant, call.request, (tx) =>
        change(viewing, tx, id, version, "resumed", (plan) => {
          if (plan.status !== "paused") throw new Refusal("not-allowed-now", "这个对象没有暂停走访。");
          return { status: "active", paused_until: null, next_on: dayOf(viewing.now), reason_sealed: null };
        }),
      );
    },

    end: async (call: Call<Actor>, id: string, given: { version: number; reason: string }) => {
      const viewing = await ground(call.actor);
      return db.once(call.actor.tenant, call.request, (tx) =>
        change(viewing, tx, id, given.version, "ended", () => ({
          status: "ended",
          next_on: null,
          paused_until: null,
          reason_sealed: sealer.seal(given.reason.trim()),
          ended_at: viewing.now,
        })),
      );
    },
  };
};
export type Plans = ReturnType<typeof createPlans>;
