import type { TreePlan } from "./plan.ts";
import { at, evenChunks, randomFor } from "./random.ts";
import type { Area, Body, Compound, Ground } from "./types.ts";
import { unitBranches } from "./units.ts";

/** Bodies that people go to, and hence have a point. */
const VISITED = new Set(["station", "clinic", "school", "enterprise", "patrol-point", "functional-zone"]);
/** Degrees, some 150 metres: close to where the body stands in the tree. */
const NEARBY = 0.0015;

/** The county's own bodies, the teams, and what the communities have. */
export function buildBodies(plan: TreePlan, ground: Ground): Body[] {
  const county = at(plan.divisions, 0).code;
  const planned = withPoints(plan, ground);
  return [
    ...planned.filter(({ parent }) => parent === county),
    ...urbanTeams(plan, ground.areas),
    ...serviceTeams(plan, ground.areas),
    ...planned.filter(({ parent }) => parent !== county),
    ...(plan.units ? unitBranches({ ...plan.units, seed: plan.seed }) : []),
  ];
}

function withPoints(plan: TreePlan, ground: Ground): Body[] {
  const random = randomFor(`body points${plan.seed}`);
  const points = new Map([...ground.areas, ...ground.compounds].map(({ key, at: point }) => [key, point]));
  return plan.bodies(ground).map((body) => {
    const point = points.get(body.parent);
    if (body.at || !point || !VISITED.has(body.tier)) return body;
    const near = (value: number): number => Math.round((value + random.between(-NEARBY, NEARBY)) * 1e6) / 1e6;
    return { ...body, at: [near(point[0]), near(point[1])] };
  });
}

function urbanTeams(plan: TreePlan, areas: readonly Area[]): Body[] {
  const names = new Map(areas.map(({ key, name }) => [key, name]));
  return plan.blocks.flatMap(({ communities }) =>
    communities.flatMap(({ code, teams }) =>
      (teams ?? plan.teams).map(([kind, name]) => ({
        key: `team-${code}-${kind}`,
        tier: "team",
        kind,
        name: `${names.get(code)}${name}`,
        parent: code,
      })),
    ),
  );
}

/** One team without a speciality where nobody else could take a case. */
function serviceTeams({ blocks, serviceTeams: where }: TreePlan, areas: readonly Area[]): Body[] {
  const urban = new Set(blocks.flatMap(({ communities }) => communities.map(({ code }) => code)));
  const tiers = where === "communities" ? ["community"] : ["community", "village"];
  const homes = areas.filter(({ key, tier }) => tiers.includes(tier) && !urban.has(key));
  return homes.map(({ key, name }) => ({
    key: `team-${key}-service`,
    tier: "team",
    name: `${name}服务队`,
    parent: key,
  }));
}

type Row = readonly [slug: string, name: string];

/** What every county has. */
export const usualDepartments: readonly Row[] = [
  ["housing", "住建局"],
  ["urban-management", "城管局"],
  ["police", "公安局"],
  ["civil-affairs", "民政局"],
  ["labour", "人社局"],
  ["health", "卫健局"],
  ["education", "教育局"],
  ["market", "市场监管局"],
  ["land", "自然资源局"],
  ["environment", "生态环境局"],
  ["transport", "交通运输局"],
  ["petitions", "信访局"],
  ["justice", "司法局"],
];

export const usualUtilities: readonly Row[] = [
  ["power", "供电公司"],
  ["water", "自来水公司"],
  ["gas", "天然气公司"],
  ["heating", "供热公司"],
];

export const departments = (county: string, rows: readonly Row[]): Body[] =>
  rows.map(([slug, name]) => ({ key: `dept-${county}-${slug}`, tier: "department", name, parent: county }));

export const units = (county: string, rows: readonly Row[]): Body[] =>
  rows.map(([slug, name]) => ({ key: `unit-${county}-${slug}`, tier: "unit", name, parent: county }));

/** Bodies of one community, numbered. */
export const local = (tier: string, community: string, names: readonly string[]): Body[] =>
  names.map((name, index) => ({
    key: `${tier}-${community}-${String(index + 1).padStart(2, "0")}`,
    tier,
    name,
    parent: community,
  }));

// Invented companies.
const COMPANIES = "润邻 安栖 和檐 佳予 同檐 惠栖 暖邻 宁筑 诚予 景栖 禾居 悦邻".split(" ");

/** Property companies, shared out over the communities in order. */
export const propertyCompanies = (communities: readonly string[], words: readonly string[] = COMPANIES): Body[] =>
  evenChunks(words, communities.length).flatMap((own, index) =>
    local(
      "property",
      at(communities, index),
      own.map((word) => `${word}物业服务有限公司`),
    ),
  );

export const ownersCommittees = (compounds: readonly Compound[]): Body[] =>
  compounds.map(({ key, name }) => ({
    key: `owners-${key}`,
    tier: "owners-committee",
    name: `${name}业委会`,
    parent: key,
  }));

export const station = (parent: string, slug: string, kind: string, name: string): Body => ({
  key: `station-${parent}-${slug}`,
  tier: "station",
  kind,
  name,
  parent,
});
