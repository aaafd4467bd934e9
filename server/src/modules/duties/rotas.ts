/** Rotas: beginning, changing, ending one, and reading its shifts. */
import type { Rota, RotaDraft, Shift } from "@ginkgo/shared/api/duties.ts";
import { addDays, dayOf, daysBetween, instantOf, minutesOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { accountsNamed, requireAccounts } from "../identity/index.ts";
import { tellLater } from "../notify/index.ts";
import { within } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround, noteChange, rotaIn } from "./ground.ts";
import { makeShifts } from "./making.ts";
import { asRota, findRota, linesOf, lockRota, type RotaRow, selectRotas, setLines } from "./rota-repo.ts";
import { asShift, removeShifts, selectShifts } from "./shift-repo.ts";
import { mayEdit, rotaSummary, rotaView, shiftView, type Viewing } from "./view.ts";

const mostDays = 62;

const sameName = (error: unknown): never => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === "23505" && constraint === "rotas_name")
    throw new Refusal("conflict", "这里已经有同名的值班表，请换一个名称。");
  throw error;
};

export const createRotas = (deps: DutiesDeps) => {
  const { db } = deps;
  const ground = createGround(deps);

  const view = async (tx: Tx, viewing: Viewing, id: string): Promise<Rota> => {
    const rota = await findRota(tx, id);
    if (!rota) throw notFound("这个值班表");
    const lines = await linesOf(tx, id);
    return rotaView(
      viewing,
      rota,
      lines,
      await accountsNamed(tx, [...rota.turns, ...lines.flatMap(({ people }) => people)]),
    );
  };

  const checkDraft = async (tx: Tx, draft: RotaDraft, cycle: RotaRow["cycle"]): Promise<void> => {
    draft.lines.forEach(({ onDay }, i) => {
      if (cycle === "weekly" && onDay > 7) throw invalid(`lines[${i}].onDay`, "按周排班时请选择周一到周日。");
    });
    await requireAccounts(tx, [...draft.turns, ...draft.lines.flatMap(({ people }) => people)], "people");
  };

  const linesFrom = (draft: RotaDraft) =>
    draft.lines.map(({ onDay, from, minutes, label, needed, people }) => ({
      onDay,
      fromMinute: minutesOf(from),
      minutes,
      label: label.trim(),
      needed: Math.max(needed, people.length),
      people,
    }));

  const checkKind = ({ pack, tree }: Viewing, kindId: string, nodeId: string, signUp: boolean): void => {
    const kind = Object.hasOwn(pack.rotas, kindId) ? pack.rotas[kindId] : undefined;
    const node = tree.get(nodeId);
    if (!kind) throw invalid("kind", "没有这一类值班，请重新选择。");
    if (node?.status !== "active" || !kind.tiers.includes(node.tier))
      throw invalid("nodeId", `这里不能排“${kind.label}”，请选择其他地方。`);
    if (signUp && !kind.signUp) throw invalid("signUp", `“${kind.label}”不能自己报名，请指定人员。`);
  };

  /** Everyone whose shifts may be others now. */
  const tellAll = async (tx: Tx, viewing: Viewing, rota: RotaRow, before: readonly string[], from: string) => {
    const rows = await tx.sql
      .selectFrom("shift_people as p")
      .innerJoin("shifts as s", (join) =>
        join.onRef("s.tenant_id", "=", "p.tenant_id").onRef("s.id", "=", "p.shift_id"),
      )
      .select("p.account_id")
      .distinct()
      .where("p.tenant_id", "=", tx.tenant)
      .where("s.rota_id", "=", rota.id)
      .where("s.starts_at", ">=", instantOf(from, 0))
      .execute();
    const people = new Set([...before, ...rows.map(({ account_id }) => account_id)]);
    people.delete(viewing.actor.accountId);
    tellLater(tx, [
      {
        accountIds: [...people],
        title: `值班表有调整：${rota.name}`,
        text: rota.ended ? "这个值班表已经停用，以后的班次取消。" : `从 ${from} 起按新的安排值班，请查看自己的班次。`,
        weight: "normal",
        matter: { id: rota.id, type: "rota" },
        at: viewing.now,
        sourceKey: `rota/${rota.id}/${rota.version}`,
      },
    ]);
  };

  return {
    list: async (
      actor: Actor,
      query: { under?: string; kind?: string; ended: "no" | "yes"; cursor?: string; limit: number },
    ) => {
      const viewing = await ground(actor);
      const after = readCursor(query.cursor);
      return db.inTenant(actor.tenant, async (tx) => {
        const scope = [...scopeOf(actor, "duty.read"), ...scopeOf(actor, "duty.edit")];
        const me = sql`${actor.accountId}::uuid`;
        let select = selectRotas(tx)
          .where("r.ended", "=", query.ended === "yes")
          .where(
            sql<boolean>`(${within(viewing.tree, scope, "r.node_id")} or r.sign_up or ${me} = any(r.turns)
              or exists (select from rota_lines l where l.tenant_id = r.tenant_id and l.rota_id = r.id and ${me} = any(l.people))
              or exists (select from shift_people p join shifts s on s.tenant_id = p.tenant_id and s.id = p.shift_id
                where p.tenant_id = r.tenant_id and p.account_id = ${me} and s.rota_id = r.id and s.ends_at > ${viewing.now}))`,
          );
        if (query.kind) select = select.where("r.kind", "=", query.kind);
        if (query.under)
          select = select.where(within(viewing.tree, viewing.tree.get(query.under) ? [query.under] : [], "r.node_id"));
        if (after) select = select.where(sql<boolean>`(left(r.name, 30), r.id) > (${after[0]}, ${after[1]}::uuid)`);
        const rows = await select
          .orderBy(sql`left(r.name, 30)`)
          .orderBy("r.id")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows.map(asRota), query.limit, ({ name, id }) => [
          [...name].slice(0, 30).join(""),
          id,
        ]);
        return { items: page.map((rota) => rotaSummary(viewing, rota)), nextCursor };
      });
    },

    one: async (actor: Actor, id: string): Promise<Rota> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        await rotaIn(tx, viewing, id);
        return view(tx, viewing, id);
      });
    },

    add: async (
      call: Call<Actor>,
      draft: RotaDraft & { kind: string; nodeId: string; cycle: RotaRow["cycle"]; startsOn: string },
    ): Promise<Rota> => {
      const viewing = await ground(call.actor);
      if (!viewing.tree.get(draft.nodeId) || !mayEdit(viewing, draft.nodeId)) throw notFound("这个地方");
      checkKind(viewing, draft.kind, draft.nodeId, draft.signUp);
      return db
        .once(call.actor.tenant, call.request, async (tx) => {
          await checkDraft(tx, draft, draft.cycle);
          const id = newId();
          await tx.sql
            .insertInto("rotas")
            .values({
              tenant_id: tx.tenant,
              id,
              kind: draft.kind,
              node_id: draft.nodeId,
              name: draft.name.trim(),
              place: draft.place.trim(),
              cycle: draft.cycle,
              starts_on: draft.startsOn,
              sign_up: draft.signUp,
              turns: [...new Set(draft.turns)],
              created_at: viewing.now,
            })
            .execute();
          await setLines(tx, id, linesFrom(draft));
          const rota = await lockRota(tx, id);
          if (rota) await makeShifts(tx, viewing.pack, rota, viewing.now);
          await noteChange(tx, { type: "rota", id, seq: 1 }, "added", call.actor, viewing.now);
          if (rota) await tellAll(tx, viewing, rota, [], draft.startsOn);
          return view(tx, viewing, id);
        })
        .catch(sameName);
    },

    change: async (
      { actor }: Call<Actor>,
      id: string,
      draft: RotaDraft & { version: number; from: string },
    ): Promise<Rota> => {
      const viewing = await ground(actor);
      const { now } = viewing;
      return db
        .inTenant(actor.tenant, async (tx) => {
          const rota = await lockRota(tx, id);
          if (!rota || !mayEdit(viewing, rota.nodeId)) throw notFound("这个值班表");
          if (rota.version !== draft.version || rota.ended) throw stale();
          if (draft.from < dayOf(now)) throw invalid("from", "已经过去的日子不能再改，请从今天或以后开始。");
          checkKind(viewing, rota.kind, rota.nodeId, draft.signUp);
          await checkDraft(tx, draft, rota.cycle);
          const start = instantOf(draft.from, 0);
          const before = await removeShifts(tx, id, start > now ? start : now);
          await tx.sql
            .updateTable("rotas")
            .set({
              name: draft.name.trim(),
              place: draft.place.trim(),
              sign_up: draft.signUp,
              turns: [...new Set(draft.turns)],
              turn_at: 0,
              made_until: addDays(draft.from, -1),
              version: rota.version + 1,
            })
            .where("tenant_id", "=", tx.tenant)
            .where("id", "=", id)
            .execute();
          await setLines(tx, id, linesFrom(draft));
          const changed = await lockRota(tx, id);
          if (changed) await makeShifts(tx, viewing.pack, changed, now);
          await noteChange(tx, { type: "rota", id, seq: rota.version + 1 }, "changed", actor, now, {
            from: draft.from,
          });
          if (changed) await tellAll(tx, viewing, changed, before, draft.from);
          return view(tx, viewing, id);
        })
        .catch(sameName);
    },

    end: async (call: Call<Actor>, id: string, version: number): Promise<Rota> => {
      const { actor } = call;
      const viewing = await ground(actor);
      return db.once(actor.tenant, call.request, async (tx) => {
        const rota = await lockRota(tx, id);
        if (!rota || !mayEdit(viewing, rota.nodeId)) throw notFound("这个值班表");
        if (rota.version !== version || rota.ended) throw stale();
        const before = await removeShifts(tx, id, viewing.now);
        const ended: RotaRow = { ...rota, ended: true, version: version + 1 };
        await tx.sql
          .updateTable("rotas")
          .set({ ended: true, version: version + 1 })
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", id)
          .execute();
        await noteChange(tx, { type: "rota", id, seq: version + 1 }, "ended", actor, viewing.now);
        await tellAll(tx, viewing, ended, before, dayOf(viewing.now));
        return view(tx, viewing, id);
      });
    },

    shifts: async (actor: Actor, id: string, from: string, to: string): Promise<Shift[]> => {
      if (to < from || daysBetween(from, to) > mostDays)
        throw invalid("to", `请选择从前到后、最多 ${mostDays} 天的一段时间。`);
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        await rotaIn(tx, viewing, id);
        const rows = await selectShifts(tx)
          .where("s.rota_id", "=", id)
          .where("s.starts_at", ">=", instantOf(from, 0))
          .where("s.starts_at", "<", instantOf(addDays(to, 1), 0))
          .orderBy("s.starts_at")
          .orderBy("s.label")
          .execute();
        return rows.map((row) => shiftView(viewing, asShift(row)));
      });
    },
  };
};
export type Rotas = ReturnType<typeof createRotas>;
