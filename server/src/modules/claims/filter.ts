/** What lists, maps and exports of claimables can be narrowed by, as conditions on `matters m` and `claimables c`. */
import type { ClaimableFilter } from "@ginkgo/shared/api/claims.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import { invalid } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { mattersUnder } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { type Condition, claimableCondition, receivedCondition } from "./scope.ts";

export interface Ground {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly pack: Pack;
  readonly now: Date;
  readonly registered: boolean;
}

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Every word must stand in the title, the description or, for those who may read it, the address. */
export const wordsCondition = (q: string, withAddress = true): Condition[] =>
  q
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const like = likeText(word);
      const address = withAddress ? sql`or c.address ilike ${like}` : sql``;
      return sql<boolean>`(m.title ilike ${like} or c.words ilike ${like} ${address})`;
    });

/** Kinds of one list; kinds that the pack no longer has stand on none. */
export const kindsOf = (pack: Pack, list: string): string[] =>
  Object.keys(pack.claimables).filter((kind) => pack.claimables[kind]?.list === list);

export const freeCondition = (now: Date): Condition =>
  sql<boolean>`(c.open and c.taken < c.places and (c.until is null or c.until >= ${dayOf(now)}::date))`;

/** Squared degrees, longitude shrunk by latitude: orders by distance. */
export const distance = (lng: number, lat: number) => {
  const shrink = Math.cos((lat * Math.PI) / 180);
  return sql<number>`((c.lng - ${lng}) * (c.lng - ${lng}) * ${shrink * shrink}::float8 + (c.lat - ${lat}) * (c.lat - ${lat}))`;
};
const metersPerDegree = 111_195;

export const filterConditions = (ground: Ground, filter: ClaimableFilter): Condition[] => {
  const { actor, tree, pack, now, registered } = ground;
  if (filter.under && !tree.get(filter.under)) throw invalid("under", "没有这个地方，请重新选择。");
  const conditions = [claimableCondition(actor, tree, registered)];
  if (filter.box === "open") conditions.push(freeCondition(now));
  if (filter.box === "own") conditions.push(receivedCondition(actor));
  if (filter.list) conditions.push(sql<boolean>`m.kind = any(${kindsOf(pack, filter.list)}::text[])`);
  if (filter.kind) conditions.push(sql<boolean>`m.kind = ${filter.kind}`);
  if (filter.skill) conditions.push(sql<boolean>`${filter.skill} = any(c.skills)`);
  if (filter.under) conditions.push(mattersUnder(tree, filter.under));
  if (filter.tone) conditions.push(sql<boolean>`m.tone = ${filter.tone}`);
  if (filter.state) conditions.push(sql<boolean>`m.active @> array[${filter.state}]::text[]`);
  if (filter.metric) conditions.push(sql<boolean>`m.metrics @> array[${filter.metric}]::text[]`);
  if (filter.from)
    conditions.push(sql<boolean>`coalesce(c.ends_at, c.starts_at, 'infinity') >= ${new Date(filter.from)}`);
  if (filter.to) conditions.push(sql<boolean>`coalesce(c.starts_at, '-infinity') < ${new Date(filter.to)}`);
  if (filter.q) conditions.push(...wordsCondition(filter.q));
  if (filter.within !== undefined) {
    if (filter.lng === undefined || filter.lat === undefined)
      throw invalid("lng", "按距离筛选需要您的位置，请允许定位或不限距离。");
    conditions.push(
      sql<boolean>`${distance(filter.lng, filter.lat)} <= ${(filter.within / metersPerDegree) ** 2}::float8`,
    );
  }
  return conditions;
};
