/** Who plays a part and which node a value names, found from where a story plays. Pure. */
import type { Part, Story } from "@ginkgo/packs/story.ts";
import type { PersonFile, TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import type { Ground } from "./ground.ts";
import { alone, largestShare, shareOf, type Turn } from "./turn.ts";

/** Names what could not be found, for the author of the story. */
export class Unresolved extends Error {}

/** `@~team/mediation` in values, `team/mediation` in a part's `on`. */
const kindOf = (text: string): { tier: string; kind: string | undefined } => {
  const [tier = "", kind] = text.replace(/^@?~/, "").split("/");
  return { tier, kind };
};

/**
 * Everything near a place, nearest first: what governs it, then its own ground, then what else its community has, then what
 * stands directly below its superiors. Neighbouring areas are no one's to turn to: of those only bodies count.
 */
const around = (ground: Ground, at: string): TreeFileNode[] => {
  const up = ground.upward(at);
  const community = ground.community(at);
  const outside = community ? up.slice(up.indexOf(community) + 1) : up;
  const elsewhere = [
    ...(community ? ground.branch(community.key) : []),
    ...outside.flatMap(({ key }) => ground.children(key)),
  ];
  const areas = [...up, ...ground.branch(at), ...elsewhere.filter(ground.isBody)];
  return [...new Set(areas.flatMap((node) => [node, ...ground.seatedOn(node.key)]))];
};

const nearestOf = (ground: Ground, at: string, text: string): TreeFileNode | undefined => {
  const { tier, kind } = kindOf(text);
  return around(ground, at).find((node) => node.tier === tier && (kind === undefined || node.kind === kind));
};

/** The node that `@.`, `@key`, `@code`, `@~tier` or `@~tier/kind` names, seen from the story's place. */
export const nodeNamed = (ground: Ground, at: string, text: string): TreeFileNode => {
  const key = text === "@." ? at : text.replace(/^@/, "");
  const found = text.startsWith("@~") ? nearestOf(ground, at, text) : ground.node(key);
  if (!found) throw new Unresolved(`“${at}”附近没有节点 ${text}`);
  return found;
};

const standsOn = (ground: Ground, at: string, on: string | undefined): ((node: TreeFileNode) => boolean) => {
  if (on === undefined) return () => true;
  const exact = ground.node(on.replace(/^@/, ""));
  if (exact) return (node) => node.key === exact.key;
  const { tier, kind } = kindOf(on);
  const nearest = kind === undefined ? undefined : nearestOf(ground, at, on);
  return (node) => (nearest ? node.key === nearest.key : node.tier === tier);
};

const ofRole = (
  ground: Ground,
  at: string,
  part: Extract<Part, { role: string }>,
  taken: ReadonlySet<string>,
): PersonFile => {
  const fits = standsOn(ground, at, part.on);
  const groups = around(ground, at)
    .filter(fits)
    .map((node) => ground.holders(part.role, node.key))
    .filter((holders) => holders.length > 0);
  const [nearest] = groups;
  if (!nearest?.[0]) throw new Unresolved(`“${at}”附近没有人担任 ${part.role}${part.on ? `（${part.on}）` : ""}`);
  // Two parts of one role are two people, as long as there are two.
  return (
    nearest.find(({ phone }) => !taken.has(phone)) ?? groups.flat().find(({ phone }) => !taken.has(phone)) ?? nearest[0]
  );
};

/** Everyone who plays a part; most parts are one person's. */
const ofPart = (
  ground: Ground,
  at: string,
  part: Part,
  taken: ReadonlySet<string>,
  turn: Turn,
): readonly PersonFile[] => {
  if ("residents" in part) {
    const wanted = shareOf(part.residents, turn);
    const found = ground.residents(at).filter(({ phone }) => !taken.has(phone));
    if (found.length < wanted) throw new Unresolved(`“${at}”只有 ${found.length} 位居民，要 ${wanted} 位`);
    return found.slice(0, wanted);
  }
  return [onePerson(ground, at, part, taken)];
};

const onePerson = (
  ground: Ground,
  at: string,
  part: Exclude<Part, { residents: unknown }>,
  taken: ReadonlySet<string>,
): PersonFile => {
  if ("phone" in part) {
    const person = ground.person(part.phone);
    if (!person) throw new Unresolved(`没有电话为 ${part.phone} 的人`);
    return person;
  }
  if ("role" in part) return ofRole(ground, at, part, taken);
  const resident = ground.residents(at).find(({ phone }) => !taken.has(phone));
  if (!resident) throw new Unresolved(`“${at}”没有居民`);
  return resident;
};

export type Cast = ReadonlyMap<string, readonly PersonFile[]>;

/** Everyone by the name of their part. */
export const castOf = (ground: Ground, story: Pick<Story, "cast">, at: string, turn = alone): Cast => {
  const parts = Object.entries(story.cast);
  const cast = new Map<string, readonly PersonFile[]>();
  const taken = new Set(parts.flatMap(([, part]) => ("phone" in part ? [part.phone] : [])));
  for (const [name, part] of parts) {
    const people = ofPart(ground, at, part, taken, turn);
    cast.set(name, people);
    for (const { phone } of people) taken.add(phone);
  }
  return cast;
};

/** How many residents any telling needs; `of`: how often it is told at full size. */
export const residentParts = (story: Pick<Story, "cast">, of?: number): number =>
  Object.values(story.cast).reduce((sum, part) => {
    if ("residents" in part) return sum + largestShare(part.residents, of);
    return sum + ("resident" in part ? 1 : 0);
  }, 0);
