/** What every service of the module looks up first. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { nearestHolders } from "../identity/index.ts";
import type { Tree } from "../org/index.ts";
import type { BookingsDeps } from "./deps.ts";
import { type BookingRow, findBooking, findPlace, type PlaceRow } from "./repo.ts";
import { partIn, type Viewing } from "./view.ts";

export const createGround =
  ({ packs, forest, clock }: BookingsDeps) =>
  async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    pack: (await packs.current(actor.tenant)).pack,
    now: clock.now(),
  });

export const placeIn = async (tx: Tx, id: string): Promise<PlaceRow> => {
  const place = await findPlace(tx, { id });
  if (!place) throw notFound("这个预约项目");
  return place;
};

/** A booking this actor has a part in; anyone else's answers as if there were none. */
export const bookingIn = async (tx: Tx, viewing: Viewing, id: string) => {
  const one = await findBooking(tx, id);
  const place = one && (await findPlace(tx, { id: one.placeId }));
  if (!one || !place) throw notFound("这个预约");
  const part = partIn(viewing, one, place);
  if (!part.mine && !part.desk && !part.goes) throw notFound("这个预约");
  return { one, place, part };
};

const rolesWith = (pack: Pack, right: string): string[] =>
  Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes(right));

/** Who is told of what happens with a place: those who look after it, else the nearest desk. */
export const deskOf = async (tx: Tx, pack: Pack, tree: Tree, place: PlaceRow): Promise<string[]> =>
  place.people.length > 0
    ? place.people.map(({ id }) => id)
    : nearestHolders(tx, tree, rolesWith(pack, "booking.edit"), place.nodeId);

export const noteBooking = (
  tx: Tx,
  one: Pick<BookingRow, "id">,
  seq: number,
  type: string,
  actor: { readonly accountId: string | null; readonly name: string },
  at: Date,
  data: object = {},
): Promise<void> =>
  appendEvents(tx, [{ subjectType: "booking", subjectId: one.id, seq, type, actor, at, seenBy: "staff", data }]);
