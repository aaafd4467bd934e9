/** Reminders and warnings: visitors are told before, the desk after, each once for each due day. Pauses end by themselves. */
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import { maskName } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import { membersOf, nearestHolders } from "../identity/index.ts";
import { type Notice, tellLater } from "../notify/index.ts";
import type { Tree } from "../org/index.ts";
import type { CareDeps } from "./deps.ts";
import { notePlan } from "./ground.ts";
import { openPerson, warnDaysOf } from "./model.ts";
import { asPlan, changePlan, type PlanRow, selectPlans } from "./repo.ts";

const batch = 200;
const system = { accountId: null, name: "系统" };

export const createSweeping = ({ db, clock, packs, forest, sealer }: CareDeps) => {
  const visitorsOf = async (tx: Tx, pack: Pack, plan: PlanRow): Promise<string[]> => {
    const team = plan.teamId ? await membersOf(tx, Object.keys(pack.roles), [plan.teamId]) : [];
    return [...new Set([...plan.visitors.map(({ id }) => id), ...team])];
  };

  const resume = async (tx: Tx, today: string, now: Date): Promise<number> => {
    const rows = await selectPlans(tx)
      .where("c.status", "=", "paused")
      .where("c.paused_until", "<=", today)
      .orderBy("c.id")
      .limit(batch)
      .forUpdate("c")
      .skipLocked()
      .execute();
    for (const plan of rows.map(asPlan)) {
      await changePlan(tx, plan, { status: "active", paused_until: null, next_on: today, reason_sealed: null });
      await notePlan(tx, plan, plan.version + 1, "resumed", system, now);
    }
    return rows.length;
  };

  const remind = async (tx: Tx, pack: Pack, tree: Tree, today: string, now: Date): Promise<number> => {
    const days = [...Object.keys(pack.cares), ""].map(
      (kind) => sql`when ${kind} then ${addDays(today, warnDaysOf(pack, kind))}::date`,
    );
    const rows = await selectPlans(tx)
      .where("c.status", "=", "active")
      .where("c.next_on", ">=", today)
      .where(sql<boolean>`c.next_on <= case c.kind ${sql.join(days, sql` `)} else ${addDays(today, 1)}::date end`)
      .where(sql<boolean>`c.reminded_for is distinct from c.next_on`)
      .orderBy("c.id")
      .limit(batch)
      .forUpdate("c")
      .skipLocked()
      .execute();
    const notices: Notice[] = [];
    for (const plan of rows.map(asPlan)) {
      const name = maskName(openPerson(sealer, plan.personSealed).name);
      notices.push({
        accountIds: await visitorsOf(tx, pack, plan),
        title: "走访快到期了",
        text: `${tree.trail(plan.nodeId)}的${name}，请在 ${plan.nextOn} 前走访。`,
        weight: "normal",
        matter: { id: plan.id, type: "care" },
        at: now,
        sourceKey: `care/${plan.id}/remind/${plan.nextOn}`,
      });
    }
    await mark(tx, rows, "reminded_for");
    tellLater(tx, notices);
    return rows.length;
  };

  /** One notice for all of a place: a desk with forty overdue visits needs one sentence, not forty. */
  const warn = async (tx: Tx, pack: Pack, tree: Tree, today: string, now: Date): Promise<number> => {
    const rows = await selectPlans(tx)
      .where("c.status", "=", "active")
      .where("c.next_on", "<", today)
      .where(sql<boolean>`c.warned_for is distinct from c.next_on`)
      .orderBy("c.id")
      .limit(batch)
      .forUpdate("c")
      .skipLocked()
      .execute();
    const plans = rows.map(asPlan);
    const roles = Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes("care.edit"));
    const places = Map.groupBy(plans, ({ nodeId }) => tree.enclosing(nodeId, "community")?.id ?? nodeId);
    const notices: Notice[] = [];
    for (const [place, late] of places) {
      const [first] = late;
      if (!first) continue;
      const matter = late.length === 1 ? { matter: { id: first.id, type: "care" } } : {};
      const said = late.map(({ personSealed }) => maskName(openPerson(sealer, personSealed).name)).slice(0, 5);
      notices.push({
        accountIds: await nearestHolders(tx, tree, roles, place),
        title: `走访逾期：${late.length} 位`,
        text: `${tree.trail(place)}的${said.join("、")}${late.length > said.length ? "等" : ""}到期没有走访，请安排。`,
        weight: "urgent",
        ...matter,
        at: now,
        sourceKey: `care/late/${first.id}/${first.nextOn}`,
      });
    }
    await mark(tx, rows, "warned_for");
    tellLater(tx, notices);
    return rows.length;
  };

  const mark = async (
    tx: Tx,
    rows: readonly { readonly id: string }[],
    column: "reminded_for" | "warned_for",
  ): Promise<void> => {
    if (rows.length === 0) return;
    await tx.sql
      .updateTable("care_plans")
      .set({ [column]: sql`next_on` })
      .where("tenant_id", "=", tx.tenant)
      .where("id", "=", sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
      .execute();
  };

  return async (): Promise<void> => {
    const now = clock.now();
    const today = dayOf(now);
    for (const { tenant } of await packs.tenants()) {
      const { pack } = await packs.current(tenant);
      const tree = await forest.tree(tenant);
      const steps = [
        (tx: Tx) => resume(tx, today, now),
        (tx: Tx) => remind(tx, pack, tree, today, now),
        (tx: Tx) => warn(tx, pack, tree, today, now),
      ];
      for (const step of steps) while ((await db.inTenant(tenant, step)) === batch);
    }
  };
};
