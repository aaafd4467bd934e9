/** Bookable things and bookings as an actor may see them. */
import type { Bookable, Booking } from "@ginkgo/shared/api/bookings.ts";
import type { BookableKind } from "@ginkgo/shared/pack/duties.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { maskName, type Sealer } from "../../platform/crypto.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { actionsFor, statusLabels } from "./model.ts";
import type { BookingRow, PlaceRow } from "./repo.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly pack: Pack;
  readonly now: Date;
}

export const kindOf = (pack: Pack, place: Pick<PlaceRow, "kind">): BookableKind | undefined =>
  Object.hasOwn(pack.bookables, place.kind) ? pack.bookables[place.kind] : undefined;

/** Whoever decides about its bookings: the desk of the place, or who looks after it. */
export const isDesk = ({ actor, tree }: Pick<Viewing, "actor" | "tree">, place: PlaceRow): boolean =>
  may(actor, { right: "booking.edit" }, { nodeId: place.nodeId }, tree) ||
  place.people.some(({ id }) => id === actor.accountId);

export const mayEdit = ({ actor, tree }: Pick<Viewing, "actor" | "tree">, nodeId: string): boolean =>
  may(actor, { right: "booking.edit" }, { nodeId }, tree);

export const bookableView = (viewing: Viewing, place: PlaceRow): Bookable => {
  const { pack, tree } = viewing;
  const kind = kindOf(pack, place);
  const node = tree.get(place.nodeId);
  const edits = mayEdit(viewing, place.nodeId);
  return {
    id: place.id,
    kind: place.kind,
    kindLabel: kind?.label ?? "其他",
    where: kind?.where ?? "there",
    name: place.name,
    node: { id: place.nodeId, name: node?.name ?? "", tier: node?.tier ?? "" },
    trail: tree.trail(place.nodeId),
    hours: [...place.hours],
    slotMinutes: place.slotMinutes,
    mostSlots: place.mostSlots,
    aheadDays: place.aheadDays,
    weeks: kind?.weeks ?? 1,
    confirm: place.confirm,
    rules: place.rules,
    form: kind?.form ?? [],
    // What the pack no longer has can be read, not booked.
    open: place.open && kind !== undefined,
    people: [...place.people],
    code: edits || isDesk(viewing, place) ? place.code : null,
    mayEdit: edits,
    version: place.version,
  };
};

/** Those who may see one booking: who made it, who decides about it, who goes. */
export const partIn = (viewing: Viewing, one: BookingRow, place: PlaceRow) => ({
  mine: one.accountId === viewing.actor.accountId && one.status !== "blocked",
  desk: isDesk(viewing, place),
  goes: one.workerId === viewing.actor.accountId,
});

export const bookingView = (viewing: Viewing, one: BookingRow, place: PlaceRow, sealer: Sealer): Booking => {
  const { tree, pack, now } = viewing;
  const part = partIn(viewing, one, place);
  const kind = kindOf(pack, place);
  const reads = part.mine || part.desk || part.goes;
  return {
    id: one.id,
    place: { id: place.id, name: place.name, where: kind?.where ?? "there", trail: tree.trail(place.nodeId) },
    kindLabel: kind?.label ?? "其他",
    startsAt: one.startsAt.toISOString(),
    endsAt: one.endsAt.toISOString(),
    status: one.status,
    statusLabel: statusLabels[one.status],
    // A visit at home is told by name only together with the address.
    by: part.mine || (part.desk && !one.homeSealed) ? one.accountName : maskName(one.accountName),
    body: one.bodyId ? (tree.get(one.bodyId)?.name ?? null) : null,
    mine: part.mine,
    details: reads ? [...one.answers] : [],
    worker: one.workerId ? { id: one.workerId, name: one.workerName ?? "" } : null,
    hasAddress: one.homeSealed !== null,
    mayReveal: one.homeSealed !== null && mayReveal(part),
    reason: one.reason,
    note: reads && one.noteSealed ? sealer.open(one.noteSealed) : null,
    seriesId: one.seriesId,
    actions: actionsFor({ status: one.status, startsAt: one.startsAt, ...part }, now),
    version: one.version,
  };
};

/** The address is for who goes, for the desk that sends them, and for whoever gave it. */
export const mayReveal = ({ mine, desk, goes }: ReturnType<typeof partIn>): boolean => mine || desk || goes;
