/** 双桥区's tree: communities of three subdistricts, eight volunteer teams in 塔沟社区, the village 西坎村. */
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

const county = "130802";
/** 石洞子沟街道 */
const street = "130802006";
/** 塔沟社区 */
const showcase = "130802006004";
const [archway, temple, shaanxiCamp] = ["130802002003", "130802002008", "130802003008"];
/** 西坎村 in 双峰寺镇 */
const village = "130802105215";

const communities = spread(
  [
    showcase,
    ...["001", "005", "007", "009"].map((end) => street + end),
    archway,
    "130802002004",
    temple,
    "130802003002",
    shaanxiCamp,
    "130802003011",
  ],
  { compounds: 44, grids: 99, branches: 33, groups: 66 },
  {
    [showcase]: {
      teams: [
        ["environment", "环境保护队"],
        ["legal", "法律咨询队"],
        ["mediation", "矛盾调解队"],
        ["health", "健康教育队"],
        ["elderly", "敬老助老队"],
        ["repair", "便民维修队"],
        ["culture", "文化宣传队"],
        ["safety", "平安巡防队"],
      ],
    },
  },
);

// Banks, firms and clinics are invented; the college is the public one the district works with.
const bodies = ({ compounds }: Ground): Body[] => [
  ...departments(county, usualDepartments),
  ...departments(county, [
    ["agriculture", "农业农村局"],
    ["organisation", "区委组织部"],
    ["gardens", "园林绿化中心"],
    ["disabled", "残联"],
  ]),
  ...units(county, usualUtilities),
  ...units(county, [
    ["medical-college", "承德医学院"],
    ["credit", "禾信信用社"],
    ["police-guard", "警卫支队"],
    ["police-tourism", "旅游公安分局"],
    ["postal-bank", "邮禾储蓄银行"],
  ]),
  ...propertyCompanies(communities.map(({ code }) => code)),
  ...local("unit", archway, ["瀛禾律师事务所"]),
  ...local("unit", temple, ["名禾口腔诊所"]),
  ...local("unit", showcase, ["塔沟小学", "塔沟社区卫生服务站"]),
  ...ownersCommittees(compounds.filter(({ parent }) => parent === shaanxiCamp)),
  { key: `team-${village}-village`, tier: "team", kind: "village", name: "西坎村驻村工作队", parent: village },
];

const inStreet = (code: string) => communities.filter((community) => community.code.startsWith(code));

const plan = (): TreePlan => ({
  divisions: divisionsOf(import.meta.url),
  seed: ` ${county}`,
  projection: projectionAt([117.94, 40.974], 84_050, 111_050),
  at: [117.94, 40.974],
  villageSpacing: 400,
  blocks: [
    { street, middle: [0, 0], communities: inStreet(street) },
    { street: "130802002", middle: [-1_200, 0], communities: inStreet("130802002") },
    { street: "130802003", middle: [0, 1_200], communities: inStreet("130802003") },
  ],
  compoundWords: ["热河", "磬锤", "丽正", "普宁", "武烈", "丁香", ...commonWords],
  party: { branchesOn: "grid", anchors: 99 },
  teams: [["volunteer", "志愿服务队"]],
  serviceTeams: "communities",
  bodies,
  units: { prefix: "区", total: 44, communities: communities.map(({ code }) => code) },
  people: {
    ...usualPeople,
    demo: [
      ...firstTwelve({ county, street, community: showcase, team: "repair", department: `dept-${county}-housing` }),
      // 13–17: units that registered and accept by what they are good at.
      { role: "unit-clerk", node: `unit-${county}-medical-college` },
      { role: "unit-clerk", node: `dept-${county}-agriculture` },
      { role: "unit-clerk", node: `unit-${county}-credit` },
      { role: "unit-clerk", node: `unit-${county}-police-tourism` },
      { role: "unit-clerk", node: `dept-${county}-gardens` },
      // 18–20: teams that visit the elderly, advise and teach.
      { role: "team-lead", node: `team-${showcase}-elderly` },
      { role: "team-lead", node: `team-${showcase}-legal` },
      { role: "team-lead", node: `team-${showcase}-health` },
      // 21–24: 陕西营社区: joint meetings about parking and trees.
      { role: "community-secretary", node: shaanxiCamp },
      { role: "community-desk", node: shaanxiCamp },
      { role: "owners-committee-head", node: `owners-${shaanxiCamp}-c01` },
      { role: "unit-clerk", node: `property-${shaanxiCamp}-01` },
      // 25–26: the founders' forum in 头道牌楼社区, with its lawyer.
      { role: "community-desk", node: archway },
      { role: "lawyer", node: `unit-${archway}-01` },
      // 27: the desk of 文庙社区, where the college comes every week.
      { role: "community-desk", node: temple },
      // 28–29: 西坎村: first secretary of the team that stays there, and the village's secretary.
      { role: "team-lead", node: `team-${village}-village`, title: "第一书记", home: village },
      { role: "community-secretary", node: village },
      // 30: the branch of the showcase grid.
      { role: "branch-secretary", node: `party-${showcase}-branch01` },
    ],
  },
});

export const tree = (): PlaceTree => buildTree(plan());
