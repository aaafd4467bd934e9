/** Swapping: one asks, the other accepts, the desk hears of it. Two answers at once: one counts. */
import type { Swap } from "@ginkgo/shared/api/duties.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { accountsNamed } from "../identity/index.ts";
import { tellLater } from "../notify/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround, deskAt, noteChange, notNow, shiftIn } from "./ground.ts";
import { shiftText } from "./model.ts";
import { colleaguesOf } from "./rota-repo.ts";
import {
  asShift,
  asSwap,
  findShift,
  findSwap,
  lockShifts,
  lockSwap,
  put,
  type ShiftRow,
  type SwapRow,
  selectShifts,
  selectSwaps,
  takeOff,
  touchShift,
} from "./shift-repo.ts";
import { overlapsOf } from "./shifts.ts";
import { shiftView, type Viewing } from "./view.ts";

type Answer = "accept" | "refuse" | "withdraw";
const answered = { accept: "accepted", refuse: "refused", withdraw: "withdrawn" } as const;

const shownSwaps = 50;

export const createSwaps = (deps: DutiesDeps) => {
  const { db, busy } = deps;
  const ground = createGround(deps);

  const view = (viewing: Viewing, swap: SwapRow, shift: ShiftRow, forShift: ShiftRow | undefined): Swap => ({
    id: swap.id,
    shift: shiftView(viewing, shift),
    forShift: forShift ? shiftView(viewing, forShift) : null,
    from: { id: swap.fromId, name: swap.fromName },
    to: { id: swap.toId, name: swap.toName },
    words: swap.words,
    status: swap.status,
    mine: swap.fromId === viewing.actor.accountId ? "asked-by-me" : "asked-of-me",
  });

  const shiftsBy = async (tx: Tx, ids: readonly string[]): Promise<Map<string, ShiftRow>> => {
    if (ids.length === 0) return new Map();
    const rows = await selectShifts(tx)
      .where("s.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    return new Map(rows.map((row) => [row.id, asShift(row)]));
  };

  const views = async (tx: Tx, viewing: Viewing, swaps: readonly SwapRow[]): Promise<Swap[]> => {
    const shifts = await shiftsBy(
      tx,
      swaps.flatMap(({ shiftId, forShiftId }) => [shiftId, ...(forShiftId ? [forShiftId] : [])]),
    );
    return swaps.flatMap((swap) => {
      const shift = shifts.get(swap.shiftId);
      return shift ? [view(viewing, swap, shift, swap.forShiftId ? shifts.get(swap.forShiftId) : undefined)] : [];
    });
  };

  const stands = (shift: ShiftRow, accountId: string): boolean => shift.people.some(({ id }) => id === accountId);
  const toCome = (shift: ShiftRow, now: Date): boolean => shift.status === "planned" && shift.startsAt > now;

  /** One leaves, the other comes: what must hold at this moment. */
  const checkMove = async (
    tx: Tx,
    now: Date,
    shift: ShiftRow,
    from: { id: string; name: string },
    to: { id: string; name: string },
    except: readonly string[],
  ): Promise<void> => {
    if (!toCome(shift, now)) throw notNow("这个班次已经开始或取消，不能再换。");
    if (!stands(shift, from.id)) throw notNow(`${from.name}已经不在这个班次上，不能再换。`);
    if (stands(shift, to.id)) throw notNow(`${to.name}已经在这个班次上，不能再换。`);
    const overlaps = await overlapsOf(tx, busy, [to], shift, except);
    if (overlaps.length > 0) throw new Refusal("conflict", `时间重叠：${overlaps.join("；")}。`);
  };

  const move = async (tx: Tx, viewing: Viewing, shift: ShiftRow, from: string, to: { id: string; name: string }) => {
    await takeOff(tx, shift.id, [from]);
    await put(tx, shift.id, to, "swapped");
    await touchShift(tx, shift);
    const data = { to: to.name };
    await noteChange(
      tx,
      { type: "shift", id: shift.id, seq: shift.version + 1 },
      "swapped",
      viewing.actor,
      viewing.now,
      data,
    );
    // Whatever else was asked about this shift by whoever has left it is over.
    await tx.sql
      .updateTable("shift_swaps")
      .set({ status: "withdrawn", answered_at: viewing.now })
      .where("tenant_id", "=", tx.tenant)
      .where("status", "=", "asked")
      .where((eb) =>
        eb.or([
          eb.and([eb("shift_id", "=", shift.id), eb("from_id", "=", from)]),
          eb.and([eb("for_shift_id", "=", shift.id), eb("to_id", "=", from)]),
        ]),
      )
      .execute();
  };

  const exchange = async (tx: Tx, viewing: Viewing, swap: SwapRow, shift: ShiftRow, forShift: ShiftRow | undefined) => {
    const from = { id: swap.fromId, name: swap.fromName };
    const to = { id: swap.toId, name: swap.toName };
    const both = [shift.id, ...(forShift ? [forShift.id] : [])];
    await checkMove(tx, viewing.now, shift, from, to, both);
    if (forShift) await checkMove(tx, viewing.now, forShift, to, from, both);
    await move(tx, viewing, shift, from.id, to);
    if (forShift) await move(tx, viewing, forShift, to.id, from);
    const desk = await deskAt(tx, viewing.pack, viewing.tree, shift.nodeId);
    const also = forShift ? `，${from.name}值${shiftText(forShift)}` : "";
    tellLater(tx, [
      {
        accountIds: desk.filter((id) => id !== from.id && id !== to.id),
        title: `换班：${shift.rotaName}`,
        text: `${shiftText(shift)}由${to.name}接替${from.name}${also}。`,
        weight: "normal",
        matter: { id: shift.id, type: "duty" },
        at: viewing.now,
        sourceKey: `swap/${swap.id}/desk`,
      },
    ]);
  };

  return {
    open: async (actor: Actor): Promise<Swap[]> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const rows = await selectSwaps(tx)
          .innerJoin("shifts as s", (join) =>
            join.onRef("s.tenant_id", "=", "w.tenant_id").onRef("s.id", "=", "w.shift_id"),
          )
          .where("w.status", "=", "asked")
          .where("s.starts_at", ">", viewing.now)
          .where((eb) => eb.or([eb("w.from_id", "=", actor.accountId), eb("w.to_id", "=", actor.accountId)]))
          .orderBy("s.starts_at")
          .orderBy("w.id")
          .limit(shownSwaps)
          .execute();
        return views(tx, viewing, rows.map(asSwap));
      });
    },

    colleagues: async (actor: Actor, shiftId: string) => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const shift = await shiftIn(tx, viewing, shiftId);
        if (!stands(shift, actor.accountId)) throw notFound("这个班次");
        const ids = (await colleaguesOf(tx, shift.rotaId, viewing.now)).filter((id) => !stands(shift, id));
        const names = await accountsNamed(tx, ids);
        const rows = await selectShifts(tx)
          .where("s.rota_id", "=", shift.rotaId)
          .where("s.status", "=", "planned")
          .where("s.starts_at", ">", viewing.now)
          .orderBy("s.starts_at")
          .limit(200)
          .execute();
        const coming = rows.map(asShift).filter((one) => !stands(one, actor.accountId));
        return [...names.values()]
          .sort((a, b) => a.name.localeCompare(b.name, "zh-CN"))
          .map(({ id, name }) => ({
            id,
            name,
            shifts: coming.filter((one) => stands(one, id)).map((one) => shiftView(viewing, one)),
          }));
      });
    },

    ask: async (call: Call<Actor>, shiftId: string, given: { toId: string; forShiftId?: string; words: string }) => {
      const { actor } = call;
      const viewing = await ground(actor);
      return db.once(actor.tenant, call.request, async (tx) => {
        const shift = await shiftIn(tx, viewing, shiftId);
        if (!shiftView(viewing, shift).may.swap) throw notNow("只能换自己的、还没有开始的班次。");
        const known = await colleaguesOf(tx, shift.rotaId, viewing.now);
        const to = known.includes(given.toId) ? (await accountsNamed(tx, [given.toId])).get(given.toId) : undefined;
        if (!to || to.id === actor.accountId) throw invalid("toId", "请从同一个值班表的人员中选择。");
        const forShift = given.forShiftId ? await findShift(tx, given.forShiftId) : undefined;
        if (given.forShiftId && (forShift?.rotaId !== shift.rotaId || !stands(forShift, to.id)))
          throw invalid("forShiftId", `请选择${to.name}在同一个值班表里的班次。`);
        const me = { id: actor.accountId, name: actor.name };
        const both = [shift.id, ...(forShift ? [forShift.id] : [])];
        await checkMove(tx, viewing.now, shift, me, to, both);
        if (forShift) await checkMove(tx, viewing.now, forShift, to, me, both);
        const id = newId();
        const inserted = await tx.sql
          .insertInto("shift_swaps")
          .values({
            tenant_id: tx.tenant,
            id,
            shift_id: shift.id,
            from_id: me.id,
            from_name: me.name,
            to_id: to.id,
            to_name: to.name,
            for_shift_id: forShift?.id ?? null,
            words: given.words.trim(),
            status: "asked",
            created_at: viewing.now,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning("id")
          .execute();
        if (inserted.length === 0) throw notNow(`您已经问过${to.name}了，请等对方答复，或者先撤回。`);
        const wish = forShift
          ? `想用${shiftText(shift)}换您${shiftText(forShift)}的班`
          : `请您接替${shiftText(shift)}的班`;
        tellLater(tx, [
          {
            accountIds: [to.id],
            title: `${me.name}请您换班`,
            text: `${wish}${given.words.trim() ? `：${given.words.trim()}` : "。"}`,
            weight: "normal",
            matter: { id: shift.id, type: "duty" },
            at: viewing.now,
            sourceKey: `swap/${id}/asked`,
          },
        ]);
        const swap = await lockSwap(tx, id);
        if (!swap) throw notFound("这个换班请求");
        return view(viewing, swap, shift, forShift);
      });
    },

    answer: async (call: Call<Actor>, swapId: string, answer: Answer): Promise<Swap> => {
      const { actor } = call;
      const viewing = await ground(actor);
      return db.once(actor.tenant, call.request, async (tx) => {
        const asked = await findSwap(tx, swapId);
        const ids = asked ? [asked.shiftId, ...(asked.forShiftId ? [asked.forShiftId] : [])] : [];
        // The shift first: whoever answers another request about it waits here, not in the middle.
        await lockShifts(tx, ids);
        const swap = await lockSwap(tx, swapId);
        const meant = answer === "withdraw" ? swap?.fromId : swap?.toId;
        if (!swap || meant !== actor.accountId) throw notFound("这个换班请求");
        if (swap.status !== "asked") throw notNow("这个换班请求已经有了结果，请刷新后再看。");
        const shifts = await shiftsBy(tx, ids);
        const shift = shifts.get(swap.shiftId);
        if (!shift) throw notFound("这个换班请求");
        // Before the move, which withdraws what else is open.
        await tx.sql
          .updateTable("shift_swaps")
          .set({ status: answered[answer], answered_at: viewing.now })
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", swapId)
          .execute();
        if (answer === "accept")
          await exchange(tx, viewing, swap, shift, swap.forShiftId ? shifts.get(swap.forShiftId) : undefined);
        if (answer !== "withdraw")
          tellLater(tx, [
            {
              accountIds: [swap.fromId],
              title: answer === "accept" ? `${swap.toName}答应换班` : `${swap.toName}不能换班`,
              text: `${shiftText(shift)}的班${answer === "accept" ? `由${swap.toName}值。` : "还是由您值，可以再问问别人。"}`,
              weight: "normal",
              matter: { id: shift.id, type: "duty" },
              at: viewing.now,
              sourceKey: `swap/${swapId}/answered`,
            },
          ]);
        const [shown] = await views(tx, viewing, [{ ...swap, status: answered[answer] }]);
        if (!shown) throw notFound("这个换班请求");
        return shown;
      });
    },
  };
};
export type Swaps = ReturnType<typeof createSwaps>;
