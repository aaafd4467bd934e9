/** What becomes of a booking: confirmed, refused, cancelled, done; the address for who goes. */
import type { Booking, BookingAction, BookingStatus } from "@ginkgo/shared/api/bookings.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { requireAccounts } from "../identity/index.ts";
import { tellLater } from "../notify/index.ts";
import type { Home } from "./booking.ts";
import type { BookingsDeps } from "./deps.ts";
import { bookingIn, createGround, deskOf, noteBooking } from "./ground.ts";
import { actionsFor, spanText } from "./model.ts";
import {
  type BookingRow,
  type Change,
  changeBooking,
  findBooking,
  goesElsewhere,
  lockSeries,
  type PlaceRow,
} from "./repo.ts";
import { bookingView, kindOf, mayReveal, partIn, type Viewing } from "./view.ts";

export interface Given {
  readonly version: number;
  readonly words?: string;
  readonly workerId?: string;
  readonly series: boolean;
}

const becomes: { readonly [A in BookingAction]: BookingStatus } = {
  confirm: "confirmed",
  refuse: "refused",
  cancel: "cancelled",
  "no-show": "no-show",
  done: "done",
};

const told: { readonly [A in BookingAction]: string } = {
  confirm: "已经确认",
  refuse: "没有通过",
  cancel: "已经取消",
  "no-show": "登记为未到",
  done: "已经完成",
};

/** What is asked for before the step can be taken. */
const checkWords = (action: BookingAction, words: string, mine: boolean, atHome: boolean): void => {
  if (action === "refuse" && !words) throw invalid("words", "请写明不能通过的原因。");
  if (action === "cancel" && !mine && !words) throw invalid("words", "请写明取消的原因，预约的人会看到。");
  if (action === "done" && atHome && !words) throw invalid("words", "请简要写明上门做了什么。");
};

export const createActing = (deps: BookingsDeps) => {
  const { db, sealer } = deps;
  const ground = createGround(deps);

  /** Who comes home: named, or the one who confirms if they are among those who go. */
  const workerFor = async (
    tx: Tx,
    viewing: Viewing,
    place: PlaceRow,
    one: BookingRow,
    workerId: string | undefined,
  ) => {
    if (kindOf(viewing.pack, place)?.where !== "home") return undefined;
    const among = place.people.map(({ id }) => id);
    const chosen = workerId ?? (among.includes(viewing.actor.accountId) ? viewing.actor.accountId : undefined);
    if (!chosen) throw invalid("workerId", "请选择由谁上门。");
    if (among.length > 0 && !among.includes(chosen)) throw invalid("workerId", "请从这个项目的人员中选择。");
    const [worker] = await requireAccounts(tx, [chosen], "workerId");
    if (!worker) throw invalid("workerId", "请选择由谁上门。");
    if (await goesElsewhere(tx, chosen, one, one.id))
      throw new Refusal("already-taken", `${worker.name}在${spanText(one)}已经有别的上门预约，请换一个人。`);
    return worker;
  };

  const tell = async (
    tx: Tx,
    viewing: Viewing,
    place: PlaceRow,
    one: BookingRow,
    action: BookingAction,
    words: string,
  ) => {
    const { actor, now, pack, tree } = viewing;
    const mine = one.accountId === actor.accountId;
    // Who booked hears of what others decide; the desk of what was cancelled.
    const desk = mine ? await deskOf(tx, pack, tree, place) : [];
    const going = one.workerId && action === "cancel" ? [one.workerId] : [];
    const asked = mine || one.status === "blocked" || action === "done" ? [] : [one.accountId];
    const to = [...asked, ...desk, ...going];
    tellLater(tx, [
      {
        accountIds: [...new Set(to)].filter((id) => id !== actor.accountId),
        title: `预约${told[action]}：${place.name}`,
        text: `${spanText(one)}的预约${told[action]}${words && action !== "done" ? `：${words}` : "。"}`,
        weight: "normal",
        matter: { id: one.id, type: "booking" },
        at: now,
        sourceKey: `booking/${one.id}/${one.version + 1}`,
      },
    ]);
  };

  const tellWorker = (tx: Tx, { actor, now }: Viewing, place: PlaceRow, one: BookingRow, workerId: string): void => {
    if (workerId === actor.accountId) return;
    tellLater(tx, [
      {
        accountIds: [workerId],
        title: `请您上门：${place.name}`,
        text: `${spanText(one)}有一个上门预约安排给您，地址在预约里查看。`,
        weight: "normal",
        matter: { id: one.id, type: "booking" },
        at: now,
        sourceKey: `booking/${one.id}/goes/${workerId}`,
      },
    ]);
  };

  return {
    act: async (call: Call<Actor>, id: string, action: BookingAction, given: Given): Promise<Booking> => {
      const viewing = await ground(call.actor);
      const words = given.words?.trim() ?? "";
      return db.once(call.actor.tenant, call.request, async (tx) => {
        const { one, place, part } = await bookingIn(tx, viewing, id);
        if (one.version !== given.version) throw stale();
        if (!actionsFor({ ...one, ...part }, viewing.now).includes(action))
          throw new Refusal("not-allowed-now", "这个预约现在不能这样处理，请刷新后再看。");
        checkWords(action, words, part.mine, one.homeSealed !== null);
        const worker = action === "confirm" ? await workerFor(tx, viewing, place, one, given.workerId) : undefined;
        const inSeries =
          given.series && one.seriesId && (action === "cancel" || action === "confirm" || action === "refuse");
        const all = inSeries ? await lockSeries(tx, one.seriesId, one.startsAt) : [one];
        const fitting = all.filter((each) =>
          actionsFor({ ...each, ...partIn(viewing, each, place) }, viewing.now).includes(action),
        );
        const change: Change = {
          status: becomes[action],
          ...(action === "refuse" || action === "cancel" ? { reason: words || null } : {}),
          ...(action === "done" && words ? { noteSealed: sealer.seal(words) } : {}),
          ...(worker ? { worker } : {}),
        };
        for (const each of fitting) {
          if (!(await changeBooking(tx, each, change))) throw stale();
          await noteBooking(tx, each, each.version + 1, action, call.actor, viewing.now);
        }
        await tell(tx, viewing, place, one, action, words);
        if (worker) tellWorker(tx, viewing, place, one, worker.id);
        const row = await findBooking(tx, id);
        if (!row) throw notFound("这个预约");
        return bookingView(viewing, row, place, sealer);
      });
    },

    /** The reason is kept even if the page is closed at once: it is written before the address is given out. */
    reveal: async (call: Call<Actor>, id: string, reason: string) => {
      const { actor } = call;
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const { one, part } = await bookingIn(tx, viewing, id);
        if (!one.homeSealed || !mayReveal(part)) throw notFound("这个预约");
        await tx.sql
          .insertInto("disclosures")
          .values({
            tenant_id: tx.tenant,
            id: newId(),
            at: viewing.now,
            account_id: actor.accountId,
            account_name: actor.name,
            subject_type: "booking",
            subject_id: id,
            what: "address",
            reason: reason.trim(),
          })
          .execute();
        const row = await tx.sql
          .selectFrom("accounts as a")
          .innerJoin("persons as p", (join) =>
            join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
          )
          .select("p.phone_sealed")
          .where("a.tenant_id", "=", tx.tenant)
          .where("a.id", "=", one.accountId)
          .executeTakeFirst();
        const home = JSON.parse(sealer.open(one.homeSealed)) as Home;
        return { name: one.accountName, phone: row?.phone_sealed ? sealer.open(row.phone_sealed) : null, ...home };
      });
    },
  };
};
