/** 汉滨区's tree: 35 urban communities with 620 grids, 550 Party groups and 756 grid workers. */
import { departments, local, station, units, usualDepartments, usualUtilities } from "../tree/bodies.ts";
import { buildTree, divisionsOf } from "../tree/build.ts";
import { firstTwelve } from "../tree/demo.ts";
import { projectionAt } from "../tree/geometry.ts";
import { commonWords } from "../tree/names.ts";
import { spread, type TeamPlan, type TreePlan, usualPeople } from "../tree/plan.ts";
import type { Body, Division, PlaceTree } from "../tree/types.ts";

const county = "610902";
const oldTown = "610902001";
const newTown = "610902002";
const northBank = "610902003";
/** 安火路社区, where the love station stands. */
const showcase = "610902002012";
const [westAvenue, eastGate] = ["610902001003", "610902001009"];

const teams: readonly TeamPlan[] = [
  ["volunteer", "志愿服务队"],
  ["care", "民生爱心队"],
  ["patrol", "治安巡逻队"],
  ["convenience", "便民服务队"],
];

/**
 * The communities of 老城街道 (9) and 新城街道 (18), which the cloud platform joins, and eight of the nine of 江北街道:
 * the reports say 35 and do not name them, so the last row is left to a service team.
 */
const communitiesOf = (divisions: readonly Division[]) => {
  const inTown = divisions.filter(
    ({ code, parent }) => [oldTown, newTown, northBank].includes(parent ?? "") && Number(code.slice(9)) < 200,
  );
  return spread(
    inTown.map(({ code }) => code).filter((code) => code !== "610902003009"),
    { compounds: 175, grids: 620, branches: 105, groups: 550 },
    {
      [showcase]: { teams, streets: ["安火路", "解放路"] },
      [westAvenue]: { teams },
      [eastGate]: { teams },
      // 兴安路社区 stands beside it: streets named after both would be the same.
      "610902001012": { streets: ["兴安门巷", "兴安中街"] },
    },
  );
};

const bodies = (): Body[] => [
  ...departments(county, usualDepartments),
  ...departments(county, [
    ["organisation", "区委组织部"],
    ["water", "水利局"],
    ["disabled", "残联"],
    ["hotline", "12345热线办"],
  ]),
  ...units(county, usualUtilities),
  ...units(county, [
    ["bank", "禾安农商银行"],
    ["hospital", "区第一医院"],
    ["library", "区图书馆"],
    ["university", "秦巴职业学院"],
  ]),
  station(showcase, "love", "love", "安火路爱心驿站"),
  station(westAvenue, "service", "service", "西大街党群服务站"),
  ...[showcase, westAvenue, eastGate].flatMap((code) => local("property", code, ["润邻物业服务有限公司"])),
  ...local("unit", showcase, ["江畔小学", "安火路卫生服务站", "汉禾律师事务所"]),
];

const plan = (): TreePlan => {
  const divisions = divisionsOf(import.meta.url);
  const communities = communitiesOf(divisions);
  const inStreet = (street: string) => communities.filter(({ code }) => code.startsWith(street));
  return {
    divisions,
    seed: ` ${county}`,
    projection: projectionAt([109.02, 32.69], 93_690, 110_900),
    at: [109.02, 32.69],
    villageSpacing: 350,
    blocks: [
      { street: newTown, middle: [0, 0], communities: inStreet(newTown) },
      { street: oldTown, middle: [2_400, 0], communities: inStreet(oldTown) },
      { street: northBank, middle: [0, 2_350], communities: inStreet(northBank) },
    ],
    compoundWords: ["安澜", "汉水", "香溪", "江畔", "金州", "兴安", "秦巴", ...commonWords],
    party: { branchesOn: "grid", anchors: 0 },
    teams: [["volunteer", "志愿服务队"]],
    // All 756 grid workers are in town, so a village's cases are taken by its service team.
    serviceTeams: "communities-and-villages",
    bodies,
    units: { prefix: "区", total: 253, communities: communities.map(({ code }) => code) },
    people: {
      ...usualPeople,
      elsewhere: ["community-secretary"],
      gridWorkers: 756,
      members: [2, 3],
      residents: 3,
      demo: [
        ...firstTwelve({
          county,
          street: newTown,
          community: showcase,
          team: "convenience",
          department: `dept-${county}-housing`,
        }),
        // 13–17: units that claim: the station's volunteers, a bank, a hospital, a library, a college.
        { role: "unit-clerk", node: `station-${showcase}-love` },
        { role: "unit-clerk", node: `unit-${county}-bank` },
        { role: "unit-clerk", node: `unit-${county}-hospital` },
        { role: "unit-clerk", node: `unit-${county}-library` },
        { role: "unit-clerk", node: `unit-${county}-university` },
        // 18–22: departments: relief, labour, health, urban management, and who assesses the units.
        { role: "unit-clerk", node: `dept-${county}-civil-affairs` },
        { role: "unit-clerk", node: `dept-${county}-labour` },
        { role: "unit-clerk", node: `dept-${county}-health` },
        { role: "unit-clerk", node: `dept-${county}-urban-management` },
        { role: "unit-clerk", node: `dept-${county}-organisation` },
        // 23–25: the branch and the group of the showcase grid; the subdistrict's Party secretary.
        { role: "branch-secretary", node: `party-${showcase}-branch01` },
        { role: "group-leader", node: `party-${showcase}-branch01-group1` },
        { role: "town-secretary", node: newTown },
        // 26–30: relief and volunteers of the showcase, and the two communities of the old town.
        { role: "team-lead", node: `team-${showcase}-care` },
        { role: "team-lead", node: `team-${showcase}-volunteer` },
        { role: "team-lead", node: `team-${westAvenue}-patrol` },
        { role: "community-desk", node: westAvenue },
        { role: "community-desk", node: eastGate },
      ],
    },
  };
};

export const tree = (): PlaceTree => buildTree(plan());
