/** Who stands on a shift: put down by the desk, by themselves; what is handed over; shifts that do not take place. */
import type { Shift } from "@ginkgo/shared/api/duties.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { requireAccounts } from "../identity/index.ts";
import { tellLater } from "../notify/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround, noteChange, notNow, shiftIn } from "./ground.ts";
import { shiftText } from "./model.ts";
import {
  asShift,
  findShift,
  lockShifts,
  overlapping,
  put,
  type ShiftRow,
  selectShifts,
  takeOff,
  touchShift,
} from "./shift-repo.ts";
import { shiftView, type Viewing } from "./view.ts";

/** The same hours twice: which duty or appointment it is, in words. */
export const overlapsOf = async (
  tx: Tx,
  busy: DutiesDeps["busy"],
  people: readonly { readonly id: string; readonly name: string }[],
  span: { readonly startsAt: Date; readonly endsAt: Date },
  except: readonly string[],
): Promise<string[]> => {
  const ids = people.map(({ id }) => id);
  const duties = await overlapping(tx, ids, span, except);
  const visits = await busy(tx, ids, span.startsAt, span.endsAt);
  return [
    ...duties.map(({ accountName, shift }) => `${accountName}在${shiftText(shift)}已有“${shift.rotaName}”`),
    ...people.flatMap(({ id, name }) => (visits.has(id) ? [`${name}已有上门预约${visits.get(id)}`] : [])),
  ];
};

const openAhead = 50;

export const createShifts = (deps: DutiesDeps) => {
  const { db, busy } = deps;
  const ground = createGround(deps);

  const fresh = async (tx: Tx, viewing: Viewing, id: string): Promise<Shift> => {
    const one = await findShift(tx, id);
    if (!one) throw notFound("这个班次");
    return shiftView(viewing, one);
  };

  /** Locked, as this actor sees it. */
  const locked = async (tx: Tx, viewing: Viewing, id: string): Promise<{ one: ShiftRow; shown: Shift }> => {
    await lockShifts(tx, [id]);
    const one = await shiftIn(tx, viewing, id);
    return { one, shown: shiftView(viewing, one) };
  };

  const change = async (
    call: Call<Actor>,
    id: string,
    work: (tx: Tx, viewing: Viewing, one: ShiftRow, shown: Shift) => Promise<{ type: string; data?: object }>,
  ): Promise<Shift> => {
    const viewing = await ground(call.actor);
    return db.once(call.actor.tenant, call.request, async (tx) => {
      const { one, shown } = await locked(tx, viewing, id);
      const { type, data } = await work(tx, viewing, one, shown);
      await noteChange(tx, { type: "shift", id, seq: one.version + 1 }, type, call.actor, viewing.now, data);
      return fresh(tx, viewing, id);
    });
  };

  const tell = (
    tx: Tx,
    { actor, now }: Viewing,
    one: ShiftRow,
    accountIds: readonly string[],
    title: string,
    text: string,
  ) =>
    tellLater(tx, [
      {
        accountIds: accountIds.filter((id) => id !== actor.accountId),
        title: `${title}：${one.rotaName}`,
        text,
        weight: "normal",
        matter: { id: one.id, type: "duty" },
        at: now,
        sourceKey: `duty/${one.id}/${one.version + 1}/${title}`,
      },
    ]);

  return {
    mine: async (actor: Actor) => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const own = await selectShifts(tx)
          .innerJoin("shift_people as sp", (join) =>
            join.onRef("sp.tenant_id", "=", "s.tenant_id").onRef("sp.shift_id", "=", "s.id"),
          )
          .where("sp.account_id", "=", actor.accountId)
          .where("s.ends_at", ">", viewing.now)
          .orderBy("s.starts_at")
          .limit(100)
          .execute();
        const open = await selectShifts(tx)
          .where("r.sign_up", "=", true)
          .where("s.status", "=", "planned")
          .where("s.starts_at", ">", viewing.now)
          .where(
            sql<boolean>`(select count(*) from shift_people p where p.tenant_id = s.tenant_id and p.shift_id = s.id) < s.needed`,
          )
          .where(
            sql<boolean>`not exists (select from shift_people p where p.tenant_id = s.tenant_id and p.shift_id = s.id and p.account_id = ${actor.accountId})`,
          )
          .orderBy("s.starts_at")
          .orderBy("s.id")
          .limit(openAhead)
          .execute();
        const view = (row: object) => shiftView(viewing, asShift(row));
        return { items: own.map(view), open: open.map(view) };
      });
    },

    /** A person's shifts between two moments, for their calendar; the same shape as `bookings`' appointments. */
    appointments: async (tx: Tx, accountId: string, from: Date, to: Date) => {
      const rows = await selectShifts(tx)
        .innerJoin("shift_people as sp", (join) =>
          join.onRef("sp.tenant_id", "=", "s.tenant_id").onRef("sp.shift_id", "=", "s.id"),
        )
        .where("sp.account_id", "=", accountId)
        .where("s.status", "=", "planned")
        .where("s.ends_at", ">", from)
        .where("s.starts_at", "<", to)
        .orderBy("s.starts_at")
        .limit(500)
        .execute();
      const tree = await deps.forest.tree(tx.tenant);
      return rows.map(asShift).map((one) => ({
        id: one.id,
        title: `值班：${one.rotaName}${one.label ? ` ${one.label}` : ""}`,
        place: one.rotaPlace || tree.trail(one.nodeId),
        startsAt: one.startsAt,
        endsAt: one.endsAt,
      }));
    },

    assign: (call: Call<Actor>, id: string, given: { version: number; people: readonly string[]; despite: boolean }) =>
      change(call, id, async (tx, viewing, one, shown) => {
        if (!shown.may.edit) throw notNow("这个班次现在不能改派，请刷新后再看。");
        if (one.version !== given.version) throw stale();
        const people = await requireAccounts(tx, given.people, "people");
        if (people.length > one.needed)
          throw notNow(`这个班次需要 ${one.needed} 人，选了 ${people.length} 人，请减少人员。`);
        const added = people.filter((person) => !one.people.some(({ id: there }) => there === person.id));
        const gone = one.people.filter(({ id: there }) => !people.some((person) => person.id === there));
        const overlaps = await overlapsOf(tx, busy, added, one, [one.id]);
        if (overlaps.length > 0 && !given.despite)
          throw new Refusal("conflict", `时间重叠：${overlaps.join("；")}。如仍要这样安排，请再确认一次。`);
        await takeOff(
          tx,
          id,
          gone.map((person) => person.id),
        );
        for (const person of added) await put(tx, id, person, "assigned");
        await touchShift(tx, one);
        const when = shiftText(one);
        tell(
          tx,
          viewing,
          one,
          added.map((person) => person.id),
          "安排您值班",
          `${when}请您值班${one.rotaPlace ? `，地点：${one.rotaPlace}` : ""}。`,
        );
        tell(
          tx,
          viewing,
          one,
          gone.map((person) => person.id),
          "不用值班了",
          `${when}的班改由别人值。`,
        );
        return { type: "assigned", data: { added: added.map(({ name }) => name), gone: gone.map(({ name }) => name) } };
      }),

    signUp: (call: Call<Actor>, id: string) =>
      change(call, id, async (tx, { actor }, one, shown) => {
        if (shown.mine) throw notNow("您已经在这个班次上了。");
        if (!shown.may.signUp)
          throw one.people.length >= one.needed
            ? new Refusal("already-taken", "这个班次刚刚报满了，请看看其他班次。")
            : notNow("这个班次现在不能报名。");
        const overlaps = await overlapsOf(tx, busy, [{ id: actor.accountId, name: "您" }], one, [one.id]);
        if (overlaps.length > 0) throw new Refusal("conflict", `时间重叠：${overlaps.join("；")}。`);
        await put(tx, id, { id: actor.accountId, name: actor.name }, "signed-up");
        await touchShift(tx, one);
        return { type: "signed-up" };
      }),

    leave: (call: Call<Actor>, id: string) =>
      change(call, id, async (tx, { actor }, one, shown) => {
        if (!shown.may.leave) throw notNow("只有自己报名、还没有开始的班次可以退出；指派的班次请找人换班。");
        await takeOff(tx, id, [actor.accountId]);
        await touchShift(tx, one);
        return { type: "left" };
      }),

    note: (call: Call<Actor>, id: string, given: { version: number; note: string }) =>
      change(call, id, async (tx, _viewing, one, shown) => {
        if (!shown.may.note) throw notNow("值班开始以后，值班的人才能写值班记录。");
        if (one.version !== given.version) throw stale();
        await touchShift(tx, one, { note: given.note.trim() });
        return { type: "noted", data: { before: one.note } };
      }),

    cancel: (call: Call<Actor>, id: string, given: { version: number; reason: string }) =>
      change(call, id, async (tx, viewing, one, shown) => {
        if (!shown.may.edit) throw notNow("这个班次现在不能取消，请刷新后再看。");
        if (one.version !== given.version) throw stale();
        const reason = given.reason.trim();
        await touchShift(tx, one, { status: "cancelled", reason });
        const people = one.people.map((person) => person.id);
        tell(tx, viewing, one, people, "值班取消", `${shiftText(one)}不用值班了：${reason}`);
        return { type: "cancelled", data: { reason } };
      }),
  };
};
export type Shifts = ReturnType<typeof createShifts>;
