/** What happens by itself: requests nobody answered lapse when their hour comes, used rooms count as used. */
import type { Tx } from "../../platform/db/database.ts";
import { tellLater } from "../notify/index.ts";
import type { BookingsDeps } from "./deps.ts";
import { noteBooking } from "./ground.ts";
import { spanText } from "./model.ts";
import { asBooking, type BookingRow, changeBooking, selectBookings } from "./repo.ts";

const system = { accountId: null, name: "系统" };
const batch = 200;

export const createSweeping = ({ db, clock, packs }: BookingsDeps) => {
  const due = async (tx: Tx, now: Date): Promise<BookingRow[]> => {
    const rows = await selectBookings(tx)
      .where((eb) =>
        eb.or([
          eb.and([eb("k.status", "=", "asked"), eb("k.starts_at", "<=", now)]),
          // A visit at home ends with what the visitor writes down, not by itself.
          eb.and([eb("k.status", "=", "confirmed"), eb("k.ends_at", "<=", now), eb("k.home_sealed", "is", null)]),
        ]),
      )
      .orderBy("k.starts_at")
      .limit(batch)
      .forUpdate("k")
      .skipLocked()
      .execute();
    return rows.map(asBooking);
  };

  const settle = async (tx: Tx, one: BookingRow, now: Date): Promise<void> => {
    if (one.status === "confirmed") {
      await changeBooking(tx, one, { status: "done" });
      await noteBooking(tx, one, one.version + 1, "done", system, now);
      return;
    }
    await changeBooking(tx, one, { status: "refused", reason: "到时间还没有确认" });
    await noteBooking(tx, one, one.version + 1, "lapsed", system, now);
    tellLater(tx, [
      {
        accountIds: [one.accountId],
        title: "预约没有得到确认",
        text: `${spanText(one)}的预约到时间还没有确认，已经失效。如仍需要请重新预约，或直接联系社区。`,
        weight: "normal",
        matter: { id: one.id, type: "booking" },
        at: now,
        sourceKey: `booking/${one.id}/lapsed`,
      },
    ]);
  };

  return async (): Promise<number> => {
    const now = clock.now();
    let settled = 0;
    for (const { tenant } of await packs.tenants()) {
      let count = 0;
      do {
        count = await db.inTenant(tenant, async (tx) => {
          const rows = await due(tx, now);
          for (const one of rows) await settle(tx, one, now);
          return rows.length;
        });
        settled += count;
      } while (count === batch);
    }
    return settled;
  };
};
