/** 三原县's tree: nine urban communities, a station in every compound of them. */
import {
  departments,
  local,
  propertyCompanies,
  station,
  units,
  usualDepartments,
  usualUtilities,
} from "../tree/bodies.ts";
import { buildTree, divisionsOf } from "../tree/build.ts";
import { firstTwelve } from "../tree/demo.ts";
import { projectionAt } from "../tree/geometry.ts";
import { commonWords } from "../tree/names.ts";
import { type ExtraPost, spread, type TreePlan, usualPeople } from "../tree/plan.ts";
import type { Body, Ground, PlaceTree } from "../tree/types.ts";

const county = "610422";
const street = "610422001";
/** 池阳社区 */
const showcase = "610422001009";
const [westAvenue, southSuburb, eastSuburb] = ["610422001005", "610422001006", "610422111002"];

// 城关街道 has eleven rows; eight are taken besides 东郊社区, which stands in 渠岸镇.
const communities = spread(
  [showcase, westAvenue, southSuburb, ...["001", "003", "007", "008", "011"].map((end) => street + end), eastSuburb],
  { compounds: 36, grids: 90, branches: 27, groups: 54 },
  { [showcase]: { streets: ["池阳大街", "龙桥路"] } },
);

const bodies = ({ areas, compounds }: Ground): Body[] => [
  ...departments(county, usualDepartments),
  ...departments(county, [
    ["organisation", "县委组织部"],
    ["finance", "财政局"],
    ["hotline", "12345热线办"],
  ]),
  ...units(county, usualUtilities),
  ...units(county, [
    ["library", "县图书馆"],
    ["post", "邮政分公司"],
  ]),
  ...propertyCompanies(communities.map(({ code }) => code)),
  station(showcase, "courier", "courier", "池阳小哥驿站"),
  station(showcase, "book-room", "book-room", "书法广场城市书房"),
  station(westAvenue, "book-room", "book-room", "西大街城市书房"),
  ...communities.map(({ code }) => {
    const name = areas.find(({ key }) => key === code)?.name;
    return station(code, "day-care", "day-care", `${name}日间照料中心`);
  }),
  ...compounds.map(({ key, name }) => station(key, "compound", "compound", `${name}小区工作站`)),
  ...local("unit", showcase, ["池阳小学", "池阳社区卫生服务站", "龙桥律师事务所"]),
];

/** Each compound has a head of its station; the showcase compound has heads of its buildings too. */
const heads = ({ compounds, grids, buildings }: Ground): ExtraPost[] => {
  const shown = new Set(grids.filter(({ parent }) => parent === `${showcase}-c01`).map(({ key }) => key));
  return [
    ...compounds.map(({ key }) => ({ role: "compound-head", node: key, title: "站长" })),
    ...buildings
      .filter(({ parent }) => shown.has(parent))
      .map(({ key }) => ({ role: "building-head", node: key, home: key })),
  ];
};

const plan = (): TreePlan => ({
  divisions: divisionsOf(import.meta.url),
  seed: ` ${county}`,
  projection: projectionAt([108.94, 34.617], 91_600, 110_920),
  at: [108.94, 34.617],
  villageSpacing: 400,
  blocks: [
    { street, middle: [0, 0], communities: communities.slice(0, 8) },
    { street: "610422111", middle: [2_600, 500], communities: communities.slice(8) },
  ],
  compoundWords: ["池阳", "龙桥", "清峪", "白鹿", "裕原", "宏道", ...commonWords],
  party: { branchesOn: "grid", anchors: 60 },
  teams: [
    ["volunteer", "志愿服务队"],
    ["repair", "维修服务队"],
    ["health", "健康服务队"],
    ["mediation", "调解队"],
    ["convenience", "便民服务队"],
  ],
  serviceTeams: "communities",
  bodies,
  units: { prefix: "县", total: 73, communities: communities.map(({ code }) => code) },
  people: {
    ...usualPeople,
    extra: heads,
    demo: [
      ...firstTwelve({
        county,
        street,
        community: showcase,
        team: "convenience",
        department: `dept-${county}-housing`,
      }),
      // 13–16: the compound station of the showcase: head, deputy, two building heads.
      { role: "compound-head", node: `${showcase}-c01`, title: "站长" },
      { role: "compound-head", node: `${showcase}-c01`, title: "副站长" },
      { role: "building-head", node: `${showcase}-b001`, home: `${showcase}-b001` },
      { role: "building-head", node: `${showcase}-b002`, home: `${showcase}-b002` },
      // 17–20: who minds the compound's station, the couriers', the book room and the day-care centre.
      { role: "unit-clerk", node: `station-${showcase}-c01-compound` },
      { role: "unit-clerk", node: `station-${showcase}-courier` },
      { role: "unit-clerk", node: `station-${showcase}-book-room` },
      { role: "unit-clerk", node: `station-${showcase}-day-care` },
      // 21–24: who pays for venues, registers units, and answers at the county.
      { role: "unit-clerk", node: `dept-${county}-finance` },
      { role: "unit-clerk", node: `dept-${county}-organisation` },
      { role: "unit-clerk", node: `dept-${county}-civil-affairs` },
      { role: "unit-clerk", node: `dept-${county}-labour` },
      // 25–27: teams of the showcase and a unit that registers with it.
      { role: "team-lead", node: `team-${showcase}-repair` },
      { role: "team-lead", node: `team-${showcase}-health` },
      { role: "unit-clerk", node: `unit-${county}-library` },
      // 28–30: the branch of the showcase grid, a mediator, the desk of another community.
      { role: "branch-secretary", node: `party-${showcase}-branch01` },
      { role: "mediator", node: showcase, title: "人民调解员" },
      { role: "community-desk", node: southSuburb },
    ],
  },
});

export const tree = (): PlaceTree => buildTree(plan());
