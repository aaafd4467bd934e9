/** 什邡市's tree around 方亭街道 银杏社区, whose compound 白果小区 is the model. */
import { departments, local, propertyCompanies, units, usualDepartments, usualUtilities } from "../tree/bodies.ts";
import { buildTree, divisionsOf } from "../tree/build.ts";
import { firstTwelve } from "../tree/demo.ts";
import { projectionAt } from "../tree/geometry.ts";
import { commonWords } from "../tree/names.ts";
import { type ExtraPost, type TreePlan, usualPeople } from "../tree/plan.ts";
import type { Body, Ground, PlaceTree } from "../tree/types.ts";

const county = "510682";
const street = "510682001";
/** 银杏社区 */
const showcase = "510682001008";
const [drumTower, whiteNut] = ["510682001013", "510682001019"];

const communities = [
  { code: showcase, compounds: 4, grids: 10, branches: 4, groups: 10, streets: ["银杏街", "白果巷"] },
  { code: drumTower, compounds: 3, grids: 8, branches: 2, groups: 6 },
  { code: whiteNut, compounds: 3, grids: 8, branches: 2, groups: 6 },
];

const bodies = (): Body[] => [
  ...departments(county, usualDepartments),
  ...departments(county, [["civility", "文明办"]]),
  ...units(county, usualUtilities),
  ...propertyCompanies(communities.map(({ code }) => code)),
  ...local("unit", showcase, ["银杏社区监事会", "雍禾律师事务所", "方亭小学", "银杏社区卫生服务站"]),
];

/** A head for every building of the model compound, who lives in it. */
const buildingHeads = ({ grids, buildings }: Ground): ExtraPost[] => {
  const model = new Set(grids.filter(({ parent }) => parent === `${showcase}-c01`).map(({ key }) => key));
  return buildings
    .filter(({ parent }) => model.has(parent))
    .map(({ key }) => ({ role: "building-head", node: key, home: key }));
};

/** The residents' assembly, spread over the community's buildings. */
const delegates = ({ buildings }: Ground): ExtraPost[] =>
  buildings
    .filter(({ key }, index) => key.startsWith(`${showcase}-`) && index % 3 === 0)
    .map(({ key }) => ({ role: "delegate", node: showcase, title: "居民代表", home: key }));

const plan = (): TreePlan => ({
  divisions: divisionsOf(import.meta.url),
  seed: ` ${county}`,
  projection: projectionAt([104.167, 31.127], 95_290, 110_860),
  at: [104.167, 31.127],
  villageSpacing: 400,
  blocks: [{ street, middle: [0, 0], communities }],
  compoundWords: ["雍城", "方亭", "洛水", "蓥华", "芦荡", "川苑", ...commonWords],
  compoundNames: { [`${showcase}-c01`]: "白果小区" },
  party: { branchesOn: "grid", anchors: 26 },
  teams: [
    ["volunteer", "志愿服务队"],
    ["convenience", "便民服务队"],
    ["patrol", "红袖标巡防队"],
    ["civility", "文明小分队"],
  ],
  serviceTeams: "communities",
  bodies,
  units: { prefix: "市", total: 12, communities: communities.map(({ code }) => code) },
  people: {
    ...usualPeople,
    members: [4, 8],
    extra: (ground) => [...buildingHeads(ground), ...delegates(ground)],
    demo: [
      ...firstTwelve({
        county,
        street,
        community: showcase,
        team: "convenience",
        department: `dept-${county}-housing`,
      }),
      // 13–15: heads of three buildings of 白果小区.
      { role: "building-head", node: `${showcase}-b001`, home: `${showcase}-b001` },
      { role: "building-head", node: `${showcase}-b002`, home: `${showcase}-b002` },
      { role: "building-head", node: `${showcase}-b003`, home: `${showcase}-b003` },
      // 16–18: who supervises that a covenant comes about as it should.
      { role: "supervisor", node: showcase, title: "监事会主任" },
      { role: "supervisor", node: showcase, title: "监事" },
      { role: "supervisor", node: showcase, title: "监事" },
      // 19–21: disputes: the lawyer, his firm's desk, a mediator.
      { role: "lawyer", node: `unit-${showcase}-02` },
      { role: "unit-clerk", node: `unit-${showcase}-02` },
      { role: "mediator", node: showcase, title: "人民调解员" },
      // 22–24: patrols and civility.
      { role: "team-lead", node: `team-${showcase}-patrol` },
      { role: "team-member", node: `team-${showcase}-patrol` },
      { role: "team-lead", node: `team-${showcase}-civility` },
      // 25–27: delegates of the Party members and of the residents, and the branch of the showcase grid.
      { role: "delegate", node: showcase, title: "党员代表", home: `${showcase}-b002` },
      { role: "delegate", node: showcase, title: "居民代表", home: `${showcase}-b004` },
      { role: "branch-secretary", node: `party-${showcase}-branch01` },
      // 28–30: departments; a group leader.
      { role: "unit-clerk", node: `dept-${county}-urban-management` },
      { role: "unit-clerk", node: `dept-${county}-police` },
      { role: "group-leader", node: `party-${showcase}-branch01-group1` },
    ],
  },
});

export const tree = (): PlaceTree => buildTree(plan());
