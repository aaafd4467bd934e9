/** 樊城区's tree with 襄阳高新区, a functional zone over part of its towns; the model is 米庄镇 顺正河社区. */
import { departments, local, propertyCompanies, units, usualDepartments, usualUtilities } from "../tree/bodies.ts";
import { buildTree, divisionsOf } from "../tree/build.ts";
import { firstTwelve } from "../tree/demo.ts";
import { projectionAt } from "../tree/geometry.ts";
import { commonWords } from "../tree/names.ts";
import { type TreePlan, usualPeople } from "../tree/plan.ts";
import type { Body, Division, PlaceTree } from "../tree/types.ts";

const county = "420606";
const street = "420606171";
const zone = "xy-gxq";
/** 顺正河社区 */
const showcase = "420606171003";
const [mizhuang, xiewa] = ["420606171001", "420606171002"];
/** How the official rows mark the towns that the zone governs. */
const townPrefix = "高新区";

const communities = [
  { code: showcase, compounds: 5, grids: 12, branches: 3, groups: 12, streets: ["顺正路", "谢沟路"] },
  { code: mizhuang, compounds: 3, grids: 8, branches: 2, groups: 6, teams: [["convenience", "便民服务队"]] as const },
  { code: xiewa, compounds: 3, grids: 7, branches: 2, groups: 6, teams: [["convenience", "便民服务队"]] as const },
];

const functionalZone = (divisions: readonly Division[]): Body => ({
  key: zone,
  tier: "functional-zone",
  name: "襄阳高新区",
  code: zone,
  parent: county,
  at: [112.16, 32.09],
  aliases: ["高新区", "襄阳高新技术产业开发区"],
  covers: divisions
    .filter(({ parent, name }) => parent === county && name.startsWith(townPrefix))
    .map(({ code }) => code),
});

/** 五联: beside the community itself, who registers with it: a superior unit, organs, social organisations, enterprises. */
const fiveWays: readonly Body[] = (
  [
    ["superior", "高新区应急管理局包保党支部"],
    ["organ", "高新区财政局机关党支部"],
    ["organ", "高新区税务局机关党支部"],
    ["institution", "米庄卫生院党支部"],
    ["institution", "顺正小学党支部"],
    ["social", "顺正河社会工作服务中心党支部"],
    ["social", "顺正河商会党支部"],
    ["social", "襄禾志愿者协会党支部"],
    ["enterprise", "汉畅通车业有限公司党支部"],
    ["enterprise", "襄禾精密机械有限公司党支部"],
    ["enterprise", "顺禾食品有限公司党支部"],
  ] as const
).map(([kind, name], index) => ({
  key: `units-${showcase}-${String(index + 1).padStart(3, "0")}`,
  tier: "unit-branch",
  kind,
  name,
  parent: showcase,
}));

// Enterprises, the lawyers' firm and the names of patrol points are invented.
const bodiesOf = (divisions: readonly Division[]) => (): Body[] => [
  functionalZone(divisions),
  ...departments(county, usualDepartments),
  ...departments(county, [
    ["arbitration", "劳动人事争议仲裁院"],
    ["zone-society", "高新区社会事业局"],
    ["zone-enterprise", "高新区企业服务中心"],
  ]),
  ...units(county, usualUtilities),
  { key: `unit-${street}-police`, tier: "unit", name: "米庄派出所", parent: street },
  { key: `unit-${street}-legal`, tier: "unit", name: "米庄法律服务所", parent: street },
  ...propertyCompanies(communities.map(({ code }) => code)),
  ...local("enterprise", showcase, ["汉畅通车业有限公司", "襄禾精密机械有限公司", "顺禾食品有限公司"]),
  ...local("unit", showcase, ["顺禾律师事务所", "顺正小学", "顺正河社会工作服务中心", "顺正河商会"]),
  ...local("patrol-point", showcase, [
    "顺正路口",
    "谢沟小区东门",
    "产业园北门",
    "学校门前",
    "农贸市场",
    "河堤公园",
  ]).map((point) => ({ ...point, name: `${point.name}巡逻点` })),
  ...fiveWays,
];

const plan = (): TreePlan => {
  const divisions = divisionsOf(import.meta.url);
  return {
    divisions,
    seed: ` ${county}`,
    projection: projectionAt([112.17, 32.1], 94_300, 110_880),
    at: [112.14, 32.05],
    villageSpacing: 350,
    townPrefix,
    blocks: [{ street, middle: [0, 0], communities }],
    compoundWords: ["顺正", "米公", "汉水", "襄城", "樊川", "隆中", ...commonWords],
    compoundNames: { [`${showcase}-c01`]: "谢沟小区" },
    party: { branchesOn: "grid", anchors: 27 },
    // Five teams of volunteers, and the squads that patrol.
    teams: [
      ["publicity", "宣讲服务队"],
      ["convenience", "便民服务队"],
      ["civility", "文明新风队"],
      ["mediation", "矛盾调解队"],
      ["care", "暖心关爱队"],
      ["patrol", "平安巡逻队"],
    ],
    serviceTeams: "communities",
    bodies: bodiesOf(divisions),
    people: {
      ...usualPeople,
      members: [4, 8],
      demo: [
        ...firstTwelve({
          county,
          street,
          community: showcase,
          team: "convenience",
          department: `dept-${county}-housing`,
        }),
        // 13–14: the zone's desk and the town's Party secretary.
        { role: "zone-desk", node: zone },
        { role: "town-secretary", node: street },
        // 15–20: who mediates jointly: elder and security head, lawyer, police, labour, arbitration.
        { role: "mediator", node: showcase, title: "五老调解员" },
        { role: "mediator", node: showcase, title: "治保主任" },
        { role: "lawyer", node: `unit-${showcase}-01` },
        { role: "unit-clerk", node: `unit-${street}-police` },
        { role: "unit-clerk", node: `dept-${county}-labour` },
        { role: "unit-clerk", node: `dept-${county}-arbitration` },
        // 21–23: an enterprise, who serves enterprises, a social organisation.
        { role: "unit-clerk", node: `enterprise-${showcase}-01` },
        { role: "unit-clerk", node: `dept-${county}-zone-enterprise` },
        { role: "unit-clerk", node: `unit-${showcase}-03` },
        // 24–26: patrols and care.
        { role: "team-lead", node: `team-${showcase}-patrol` },
        { role: "team-member", node: `team-${showcase}-patrol` },
        { role: "team-lead", node: `team-${showcase}-care` },
        // 27–29: secretaries of the three branches, the first of them of the showcase grid.
        { role: "branch-secretary", node: `party-${showcase}-branch01` },
        { role: "branch-secretary", node: `party-${showcase}-branch02` },
        { role: "branch-secretary", node: `party-${showcase}-branch03` },
        // 30: social affairs of the zone: proof of life for the elderly.
        { role: "unit-clerk", node: `dept-${county}-zone-society` },
      ],
    },
  };
};

export const tree = (): PlaceTree => buildTree(plan());
