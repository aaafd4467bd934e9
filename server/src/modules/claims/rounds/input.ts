/** Needs and abilities as the matching reads them, at one moment. */
import { addDays, dayOf, instantOf, weekdayOf } from "@ginkgo/shared/day.ts";
import type { ClaimableKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { mattersUnder } from "../../matters/index.ts";
import type { Tree } from "../../org/index.ts";
import { type FreeTime, type RegisteredPerson, registeredPeople } from "../../registrations/index.ts";
import type { Ability, Need, Window } from "../matching/model.ts";
import { type Claimable, isFree } from "../model.ts";
import { type ClaimableRow, claimableOf, selectClaimables } from "../rows.ts";
import { type Asked, askedOf, type Engagement, engagementsOf, noEngagement } from "./known.ts";
import {
  aheadDays,
  bodyOnly,
  longestAppointment,
  type Offer,
  personOnly,
  usualCapacity,
  usualMinutes,
} from "./model.ts";

export interface Ground {
  readonly pack: Pack;
  readonly tree: Tree;
  readonly now: Date;
}

export interface Terms {
  readonly budget: number;
  readonly maxMeters: number | null;
}

const day = 86_400_000;

const kindsThat = (pack: Pack, matches: "need" | "ability"): string[] =>
  Object.entries(pack.claimables).flatMap(([id, kind]) => (kind.matches === matches ? [id] : []));

/** Who may claim it, as a mark that only they carry. */
const marksOf = ({ claimants }: ClaimableKind): string[] => {
  const persons = claimants.includes("anyone") || claimants.includes("registered");
  if (persons && claimants.includes("unit")) return [];
  return [persons ? personOnly : bodyOnly];
};

const pinOf = (tree: Tree, { matter, detail }: Claimable): readonly [number, number] | null => {
  if (detail.lng !== null && detail.lat !== null) return [detail.lng, detail.lat];
  return tree.get(matter.subject.placeId)?.at ?? null;
};

/** A need with a time is one appointment; what lasts days can be done in them. */
const timesOf = ({ startsAt, endsAt }: Claimable["detail"]): { windows: Window[] | null; minutes: number } => {
  if (!startsAt) return { windows: null, minutes: usualMinutes };
  const start = startsAt.getTime();
  const end = endsAt?.getTime() ?? start + usualMinutes * 60_000;
  const minutes = Math.max(1, Math.round((end - start) / 60_000));
  return { windows: [{ start, end }], minutes: minutes > longestAppointment ? usualMinutes : minutes };
};

export const needOf = (
  { pack, tree, now }: Ground,
  one: Claimable,
  places: number,
  maxMeters: number | null,
): Need | undefined => {
  const kind = pack.claimables[one.matter.kind];
  const { windows, minutes } = timesOf(one.detail);
  if (!kind || places < 1 || windows?.every(({ end }) => end <= now.getTime())) return undefined;
  return {
    id: one.matter.id,
    owner: one.matter.owner.bodyId ?? one.matter.owner.id,
    skills: [...one.detail.skills, ...marksOf(kind)],
    windows,
    minutes,
    place: kind.place === "none" ? null : (pinOf(tree, one) as Need["place"]),
    maxMeters,
    places,
    minAge: one.detail.minAge,
    maxAge: one.detail.maxAge,
    // Nobody's health is registered: whoever is asked confirms it themselves.
    demands: [],
    urgency: 0,
    waitingDays: Math.max(0, (now.getTime() - one.matter.createdAt.getTime()) / day),
  };
};

const openOnes = async (
  tx: Tx,
  { pack, now }: Ground,
  matches: "need" | "ability",
  where: ReturnType<typeof mattersUnder>,
) => {
  const rows = await selectClaimables(tx)
    .where("m.kind", "=", sql<string>`any(${kindsThat(pack, matches)}::text[])`)
    .where("c.open", "=", true)
    .where(where)
    .orderBy("m.created_at")
    .orderBy("m.id")
    .execute();
  return rows.map((row) => claimableOf(row as ClaimableRow)).filter(({ detail }) => isFree(detail, now));
};

/** Open needs of an area, with how many places nobody is being asked for. */
export const readNeeds = async (
  tx: Tx,
  ground: Ground,
  nodeId: string,
  { maxMeters }: Pick<Terms, "maxMeters">,
): Promise<{ needs: Need[]; claimables: Map<string, Claimable> }> => {
  const open = await openOnes(tx, ground, "need", mattersUnder(ground.tree, nodeId));
  const { rows } = await sql<{ need_id: string; asked: number }>`
    select need_id, count(*)::int as asked from match_proposals
    where tenant_id = ${tx.tenant} and status = 'proposed' group by need_id`.execute(tx.sql);
  const asked = new Map(rows.map((row) => [row.need_id, row.asked]));
  const needs = open.flatMap(
    (one) =>
      needOf(ground, one, one.detail.places - one.detail.taken - (asked.get(one.matter.id) ?? 0), maxMeters) ?? [],
  );
  return { needs, claimables: new Map(open.map((one) => [one.matter.id, one])) };
};

/** In order, and what touches made one. */
const joined = (windows: readonly Window[]): Window[] => {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...windows].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) all.push({ start, end });
  }
  return all;
};

const freeWindows = (free: readonly FreeTime[], now: Date): Window[] | null => {
  if (free.length === 0) return null;
  const today = dayOf(now);
  return joined(
    Array.from({ length: aheadDays }, (_, i) => addDays(today, i)).flatMap((date) =>
      free
        .filter((one) => one.day === weekdayOf(date))
        .map(({ from, to }) => ({ start: instantOf(date, from).getTime(), end: instantOf(date, to).getTime() })),
    ),
  );
};

/** What is left of the free times when the appointments are taken out. */
const without = (windows: Window[] | null, busy: readonly Window[], now: Date): Window[] | null => {
  if (windows === null && busy.length === 0) return null;
  let left = windows ?? [{ start: now.getTime(), end: now.getTime() + 366 * day }];
  for (const { start, end } of busy)
    left = left.flatMap((one) =>
      one.end <= start || one.start >= end
        ? [one]
        : [
            { start: one.start, end: Math.min(one.end, start) },
            { start: Math.max(one.start, end), end: one.end },
          ].filter((piece) => piece.end > piece.start),
    );
  return left;
};

const merged = (some: readonly RegisteredPerson[]) => {
  const [first] = some;
  if (!first) return undefined;
  const reaches = some.flatMap(({ reachMeters }) => reachMeters ?? []);
  const limits = some.flatMap(({ mostAtOnce }) => mostAtOnce ?? []);
  // Who said nowhere when they are free may be asked at any time.
  const anyTime = some.some(({ free }) => free.length === 0);
  return {
    ...first,
    skills: [...new Set(some.flatMap(({ skills }) => skills))],
    free: anyTime ? [] : some.flatMap(({ free }) => free),
    reachMeters: reaches.length > 0 ? Math.max(...reaches) : null,
    mostAtOnce: limits.length > 0 ? Math.min(...limits) : null,
    birthYear: some.find(({ birthYear }) => birthYear !== null)?.birthYear ?? null,
  };
};

const limitsOf = (asked: Asked | undefined, engaged: Engagement, terms: Terms) => ({
  load: engaged.recent,
  notificationsLeft: Math.max(0, terms.budget - (asked?.recently ?? 0)),
  refused: new Set([...(asked?.notAgain ?? []), ...engaged.claimed]),
});

const personOffer = (
  { tree, now }: Ground,
  person: RegisteredPerson,
  asked: Asked | undefined,
  engaged: Engagement,
  terms: Terms,
): Offer => {
  const age = person.birthYear === null ? null : Number(dayOf(now).slice(0, 4)) - person.birthYear;
  const ability: Ability = {
    id: `person:${person.accountId}`,
    owner: person.accountId,
    skills: [...person.skills, personOnly],
    windows: without(freeWindows(person.free, now), engaged.busy, now),
    home: (tree.get(person.nodeId)?.at ?? null) as Ability["home"],
    reach: person.reachMeters,
    capacity: Math.max(0, (person.mostAtOnce ?? usualCapacity) - engaged.open - (asked?.open ?? 0)),
    oneAtATime: true,
    // Whether the birthday has come is not known; the younger of the two ages is taken.
    age: age === null ? null : Math.max(0, age - 1),
    fitFor: [],
    ...limitsOf(asked, engaged, terms),
  };
  return {
    ability,
    claimant: { id: person.accountId, name: person.name, isBody: false },
    offerId: null,
    title: null,
  };
};

const thingOffer = (
  ground: Ground,
  one: Claimable,
  asked: Asked | undefined,
  engaged: Engagement,
  terms: Terms,
): Offer => {
  const { matter, detail } = one;
  const body = matter.owner.bodyId === null ? undefined : ground.tree.get(matter.owner.bodyId);
  const isBody = body !== undefined && ground.tree.as(body) === "body";
  const { windows } = timesOf(detail);
  const ability: Ability = {
    id: `offer:${matter.id}`,
    owner: isBody ? body.id : matter.owner.id,
    skills: [...detail.skills, isBody ? bodyOnly : personOnly],
    windows: isBody ? windows : without(windows, engaged.busy, ground.now),
    home: pinOf(ground.tree, one) as Ability["home"],
    reach: null,
    capacity: Math.max(0, detail.places - detail.taken - (asked?.open ?? 0)),
    oneAtATime: !isBody,
    age: isBody ? "various" : null,
    fitFor: [],
    ...limitsOf(asked, engaged, terms),
  };
  const name = isBody ? body.name : matter.owner.name;
  return {
    ability,
    claimant: { id: ability.owner, name, isBody },
    offerId: matter.id,
    title: matter.title,
  };
};

/** Offers that stand in the area, or above it for all of it. */
const offersAround = (tree: Tree, nodeId: string) => {
  const above = tree.upward(nodeId).map(({ id }) => id);
  return sql<boolean>`(${mattersUnder(tree, nodeId)} or m.place_id = any(${above}::uuid[]))`;
};

/** Everyone who registered in an area with what they can do, and everything on offer there. */
export const readOffers = async (tx: Tx, ground: Ground, nodeId: string, terms: Terms): Promise<Offer[]> => {
  const registered = await registeredPeople(tx, ground.tree, [nodeId]);
  const people = [...Map.groupBy(registered, ({ accountId }) => accountId).values()].flatMap(
    (some) => merged(some) ?? [],
  );
  const things = await openOnes(tx, ground, "ability", offersAround(ground.tree, nodeId));
  return offersFrom(tx, ground, people, things, terms);
};

/** The same for some of them only. */
export const offersFrom = async (
  tx: Tx,
  ground: Ground,
  people: readonly RegisteredPerson[],
  things: readonly Claimable[],
  terms: Terms,
): Promise<Offer[]> => {
  const owners = things.map(({ matter }) => matter.owner.bodyId ?? matter.owner.id);
  const ids = [
    ...new Set([
      ...people.map(({ accountId }) => accountId),
      ...owners,
      ...things.map(({ matter }) => matter.owner.id),
    ]),
  ];
  const asked = await askedOf(tx, ids, ground.now);
  const engaged = await engagementsOf(tx, ids, ground.now);
  const of = (id: string) => engaged.get(id) ?? noEngagement;
  return [
    ...people.map((one) => personOffer(ground, one, asked.get(one.accountId), of(one.accountId), terms)),
    ...things.flatMap((one) => {
      const { bodyId, id } = one.matter.owner;
      const body = bodyId === null ? undefined : ground.tree.get(bodyId);
      // What a community itself offers is claimed by others; it is nobody who could be asked.
      if (body && ground.tree.as(body) !== "body") return [];
      const owner = body?.id ?? id;
      return thingOffer(ground, one, asked.get(owner), of(owner), terms);
    }),
  ];
};

export const registeredIn = async (tx: Tx, tree: Tree, accountId: string): Promise<RegisteredPerson | undefined> =>
  merged(await registeredPeople(tx, tree, undefined, { accountIds: [accountId] }));
