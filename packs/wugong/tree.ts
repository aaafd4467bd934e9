/** 武功县's tree: nine urban communities, 48 grids, 21 compounds with owners' committees. */
import {
  departments,
  local,
  ownersCommittees,
  propertyCompanies,
  units,
  usualDepartments,
  usualUtilities,
} from "../tree/bodies.ts";
import { buildTree, divisionsOf } from "../tree/build.ts";
import { firstTwelve } from "../tree/demo.ts";
import { projectionAt } from "../tree/geometry.ts";
import { commonWords } from "../tree/names.ts";
import { spread, type TreePlan, usualPeople } from "../tree/plan.ts";
import type { Body, Ground, PlaceTree } from "../tree/types.ts";

const county = "610431";
const street = "610431001";
/** 人民东路社区 */
const showcase = "610431001001";

// All the rows named 社区: seven in 普集街道, one in each of 武功镇 and 小村镇.
const communities = spread(
  [1, 2, 3, 4, 5, 6, 7].map((number) => `${street}00${number}`).concat("610431102001", "610431106001"),
  { compounds: 21, grids: 48, branches: 18, groups: 48 },
  { [showcase]: { streets: ["人民东路", "有邰路"] } },
);

const bodies = ({ compounds }: Ground): Body[] => [
  ...departments(county, usualDepartments),
  ...departments(county, [
    ["finance", "财政局"],
    ["court", "人民法院"],
  ]),
  ...units(county, usualUtilities),
  ...units(county, [["legal-aid", "法律援助中心"]]),
  ...propertyCompanies(communities.map(({ code }) => code)),
  ...ownersCommittees(compounds),
  ...local("unit", showcase, ["后稷小学", "人民东路社区矛盾调解中心", "邰禾律师事务所"]),
];

const plan = (): TreePlan => ({
  divisions: divisionsOf(import.meta.url),
  seed: ` ${county}`,
  projection: projectionAt([108.2, 34.26], 92_000, 110_920),
  at: [108.2, 34.26],
  villageSpacing: 400,
  blocks: [
    { street, middle: [0, 0], communities: communities.filter(({ code }) => code.startsWith(street)) },
    { street: "610431102", middle: [-11_000, 7_700], communities: communities.slice(7, 8) },
    { street: "610431106", middle: [-7_500, 1_500], communities: communities.slice(8) },
  ],
  compoundWords: ["有邰", "后稷", "武功", "渭滨", "漆水", ...commonWords],
  party: { branchesOn: "grid", anchors: 48 },
  teams: [
    ["grid", "网格服务队"],
    ["volunteer", "温馨党建志愿队"],
    ["mediation", "调解队"],
    ["legal", "法律服务队"],
    ["safety", "平安守护队"],
  ],
  serviceTeams: "communities",
  bodies,
  units: { prefix: "县", total: 157, communities: communities.map(({ code }) => code) },
  people: {
    ...usualPeople,
    demo: [
      ...firstTwelve({ county, street, community: showcase, team: "grid", department: `dept-${county}-housing` }),
      // 13–14: the owners' committee of the showcase compound, the branch secretary of the showcase grid.
      { role: "owners-committee-head", node: `owners-${showcase}-c01`, home: `${showcase}-b002` },
      { role: "branch-secretary", node: `party-${showcase}-branch01` },
      // 15–19: who cracks at the county what community and compound could not resolve.
      { role: "unit-clerk", node: `dept-${county}-urban-management` },
      { role: "unit-clerk", node: `dept-${county}-civil-affairs` },
      { role: "unit-clerk", node: `dept-${county}-police` },
      { role: "unit-clerk", node: `dept-${county}-justice` },
      { role: "unit-clerk", node: `dept-${county}-petitions` },
      // 20–23: the community's mediators, one of them a judge in the evening; its lawyer; the property company.
      { role: "mediator", node: showcase, title: "人民调解员" },
      { role: "mediator", node: showcase, title: "法官调解员" },
      { role: "lawyer", node: `unit-${showcase}-03` },
      { role: "unit-clerk", node: `property-${showcase}-01` },
      // 24–26: members who took posts by profession, and a household everyone knows.
      { role: "team-lead", node: `team-${showcase}-volunteer` },
      { role: "team-lead", node: `team-${showcase}-safety` },
      { role: "group-leader", node: `party-${showcase}-branch01-group1` },
      // 27–30: the next compound's owners, two delegates, the town's Party secretary.
      { role: "owners-committee-head", node: `owners-${showcase}-c02` },
      { role: "delegate", node: showcase, title: "党员代表", home: `${showcase}-b001` },
      { role: "delegate", node: showcase, title: "居民代表", home: `${showcase}-b003` },
      { role: "town-secretary", node: street },
    ],
  },
});

export const tree = (): PlaceTree => buildTree(plan());
