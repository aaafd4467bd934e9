import { at, evenChunks } from "./random.ts";
import { COMMUNITY_PLANS } from "./town.ts";
import type { Area, Body, TeamKind } from "./types.ts";

const COUNTY = "610423";

export const TEAM_NAMES: readonly (readonly [TeamKind, string])[] = [
  ["pioneer", "泾诚党员先锋队"],
  ["mediation", "泾诚金牌调解队"],
  ["volunteer", "泾诚暖心志愿队"],
  ["property", "泾诚和谐物业队"],
  ["convenience", "泾诚便民服务队"],
];

const DEPARTMENTS: readonly (readonly [string, string])[] = [
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

const UTILITIES: readonly (readonly [string, string])[] = [
  ["power", "供电公司"],
  ["water", "自来水公司"],
  ["gas", "天然气公司"],
  ["heating", "供热公司"],
];

// Invented companies.
const PROPERTY_COMPANIES = "泾禾 润邻 安栖 和檐 佳予 同檐 惠栖 暖邻 宁筑 诚予 景栖 鑫檐".split(" ");

// Invented institutions, three for each community in order.
const UNITS: readonly (readonly string[])[] = [
  ["育禾小学", "康泽医院", "惠禾银行东街支行"],
  ["明泾中学", "南街便民药房", "禾丰商场"],
  ["启蒙苗苗幼儿园", "西街农贸市场", "安禾养老院"],
  ["泾秀小学", "北街卫生服务站", "惠禾银行北街支行"],
  ["鑫苗幼儿园", "鑫园邮政所", "仁禾口腔诊所"],
];

/** Teams, departments, utilities, property companies and local units. */
export function buildBodies(areas: readonly Area[]): Body[] {
  return [
    ...countyBodies("department", "dept", DEPARTMENTS),
    ...countyBodies("unit", "unit", UTILITIES),
    ...urbanTeams(),
    ...townshipTeams(areas),
    ...localBodies("property", evenChunks(PROPERTY_COMPANIES, COMMUNITY_PLANS.length).map(companyNames)),
    ...localBodies("unit", UNITS),
  ];
}

function countyBodies(tier: Body["tier"], prefix: string, rows: readonly (readonly [string, string])[]): Body[] {
  return rows.map(([word, name]) => ({ key: `${prefix}-${COUNTY}-${word}`, tier, name, parent: COUNTY }));
}

function urbanTeams(): Body[] {
  return COMMUNITY_PLANS.flatMap((plan) =>
    TEAM_NAMES.map(([kind, name]) => ({
      key: `team-${plan.code}-${kind}`,
      tier: "team" as const,
      kind,
      name: `${plan.short}社区${name}`,
      parent: plan.code,
    })),
  );
}

/** One team without a speciality in the first community or village of every township. */
function townshipTeams(areas: readonly Area[]): Body[] {
  return areas
    .filter((area) => area.tier === "township")
    .map((township) => {
      const home = areas.find((area) => area.parent === township.key);
      if (home === undefined) throw new Error(`${township.name} has no communities`);
      return { key: `team-${home.key}-service`, tier: "team", name: `${home.name}服务队`, parent: home.key };
    });
}

function companyNames(words: readonly string[]): string[] {
  return words.map((word) => `${word}物业服务有限公司`);
}

function localBodies(tier: "property" | "unit", names: readonly (readonly string[])[]): Body[] {
  return COMMUNITY_PLANS.flatMap((plan, community) =>
    at(names, community).map((name, index) => ({
      key: `${tier}-${plan.code}-${String(index + 1).padStart(2, "0")}`,
      tier,
      name,
      parent: plan.code,
    })),
  );
}
