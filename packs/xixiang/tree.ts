/** 西乡县's tree: five urban communities, stations of every kind, 40 schools. */
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
import { spread, type TreePlan, usualPeople } from "../tree/plan.ts";
import type { Body, Ground, PlaceTree } from "../tree/types.ts";

const county = "610724";
const street = "610724001";
/** 城内街社区 */
const showcase = "610724001007";
const [stationRoad, westGate, southGate, eastGate] = ["610724001001", "610724001004", "610724001005", "610724001006"];

const communities = spread(
  [showcase, stationRoad, westGate, southGate, eastGate],
  { compounds: 20, grids: 46, branches: 10, groups: 30 },
  { [showcase]: { compounds: 4, grids: 10, streets: ["城内街", "文庙巷"] } },
);

const usualHere: Readonly<Record<string, string>> = { housing: "县住建局", health: "县卫健局", education: "县教体局" };

/** All school names are invented but for the towns in them. */
const townSchools = ({ areas }: Ground): Body[] =>
  areas
    .filter(({ tier }) => tier === "township")
    .flatMap(({ key, name }) => {
      const short = name.replace(/镇$/, "");
      return [
        { key: `school-${key}-01`, tier: "school", kind: "secondary", name: `${short}初级中学`, parent: key },
        { key: `school-${key}-02`, tier: "school", kind: "primary", name: `${short}中心小学`, parent: key },
      ];
    });

const citySchools = (): Body[] =>
  [
    ...local("school", showcase, ["城内街小学", "文峰中学"]),
    ...local("school", stationRoad, ["茶乡小学", "茶乡中学"]),
    ...local("school", westGate, ["牧马小学", "樱桃中学"]),
    ...local("school", southGate, ["泾洋小学", "泾洋中学"]),
    ...local("school", eastGate, ["午子小学", "午子中学"]),
  ].map((school) => ({ ...school, kind: school.name.endsWith("中学") ? "secondary" : "primary" }));

const healthCentres = ({ areas }: Ground): Body[] =>
  areas
    .filter(({ tier }) => tier === "township")
    .map(({ key, name }) => ({
      key: `clinic-${key}`,
      tier: "clinic",
      kind: "township",
      name: `${name}卫生院`,
      parent: key,
    }));

const clinic = (slug: string, kind: string, name: string): Body => ({
  key: `clinic-${county}-${slug}`,
  tier: "clinic",
  kind,
  name,
  parent: county,
});

const restStop = (parent: string, name: string, number = 1): Body =>
  station(parent, `rest${number}`, "rest-stop", `${name}户外工作者休息站`);

const bodies = (ground: Ground): Body[] => [
  ...departments(
    county,
    usualDepartments.map(([slug, name]) => [slug, usualHere[slug] ?? name] as const),
  ),
  ...departments(county, [
    ["finance", "县财政局"],
    ["union", "县总工会"],
    ["discipline", "县纪委监委"],
  ]),
  ...units(county, usualUtilities),
  ...units(county, [
    ["culture", "县文化馆"],
    ["tobacco", "县烟草分公司"],
  ]),
  clinic("hospital1", "hospital", "县康禾医院"),
  clinic("hospital2", "hospital", "县仁济中医院"),
  clinic("group1", "group", "第一巡回诊疗组"),
  clinic("group2", "group", "第二巡回诊疗组"),
  ...propertyCompanies(communities.map(({ code }) => code)),
  station(showcase, "service", "service", "城内街城市服务驿站"),
  station(showcase, "book", "book-house", "街心广场智慧书屋"),
  station(showcase, "enterprise", "enterprise", "国企初心驿站"),
  station(eastGate, "health", "health", "东关健康驿站"),
  restStop(showcase, "城内街"),
  restStop(showcase, "文庙巷", 2),
  restStop(stationRoad, "进站路"),
  restStop(westGate, "西关"),
  restStop(southGate, "南关"),
  restStop(eastGate, "东关"),
  restStop("610724002001", "东渡"),
  ...citySchools(),
  ...townSchools(ground),
  ...healthCentres(ground),
  // The six public kindergartens of the town; they enrol, but are not among the 40 schools.
  ...local("unit", showcase, ["苗苗幼儿园", "青禾幼儿园"]),
  ...local("unit", stationRoad, ["茶芽幼儿园"]),
  ...local("unit", westGate, ["春晖幼儿园"]),
  ...local("unit", southGate, ["小樱桃幼儿园"]),
  ...local("unit", eastGate, ["向阳幼儿园"]),
];

const plan = (): TreePlan => ({
  divisions: divisionsOf(import.meta.url),
  seed: ` ${county}`,
  projection: projectionAt([107.766, 32.983], 93_380, 110_900),
  at: [107.766, 32.983],
  villageSpacing: 400,
  blocks: [{ street, middle: [0, 0], communities }],
  compoundWords: ["樱桃", "牧马", "茶乡", "午子", "泾洋", "汉茶", ...commonWords],
  party: { branchesOn: "grid", anchors: 46 },
  teams: [
    ["volunteer", "志愿服务队"],
    ["convenience", "便民服务队"],
    ["medical", "医疗先锋队"],
    ["visiting", "入户服务小分队"],
  ],
  serviceTeams: "communities",
  bodies,
  units: { prefix: "县", total: 265, communities: communities.map(({ code }) => code) },
  people: {
    ...usualPeople,
    demo: [
      ...firstTwelve({
        county,
        street,
        community: showcase,
        team: "convenience",
        department: `dept-${county}-housing`,
      }),
      // 13–19: the units and departments that built the stations.
      { role: "unit-clerk", node: `dept-${county}-finance` },
      { role: "unit-clerk", node: `dept-${county}-union` },
      { role: "unit-clerk", node: `unit-${county}-culture` },
      { role: "unit-clerk", node: `dept-${county}-health` },
      { role: "unit-clerk", node: `dept-${county}-education` },
      { role: "unit-clerk", node: `unit-${county}-tobacco` },
      { role: "unit-clerk", node: `dept-${county}-discipline` },
      // 20–22: the stations of the showcase: service, enterprise, book house.
      { role: "unit-clerk", node: `station-${showcase}-service` },
      { role: "unit-clerk", node: `station-${showcase}-enterprise` },
      { role: "unit-clerk", node: `station-${showcase}-book` },
      // 23–26: health: hospital, a touring group, a town's health centre, the squad that visits homes.
      { role: "unit-clerk", node: `clinic-${county}-hospital1` },
      { role: "unit-clerk", node: `clinic-${county}-group1` },
      { role: "unit-clerk", node: "clinic-610724101" },
      { role: "team-lead", node: `team-${showcase}-visiting` },
      // 27–29: two schools and a kindergarten.
      { role: "unit-clerk", node: `school-${showcase}-01` },
      { role: "unit-clerk", node: "school-610724101-02" },
      { role: "unit-clerk", node: `unit-${showcase}-01` },
      // 30: the branch of the showcase grid.
      { role: "branch-secretary", node: `party-${showcase}-branch01` },
    ],
  },
});

export const tree = (): PlaceTree => buildTree(plan());
