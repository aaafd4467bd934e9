/** 神木市's tree: 532 grids in the central town, 207 in key towns, 503 branches on them. */
import { departments, local, units, usualDepartments, usualUtilities } from "../tree/bodies.ts";
import { buildTree, divisionsOf } from "../tree/build.ts";
import { firstTwelve } from "../tree/demo.ts";
import { projectionAt } from "../tree/geometry.ts";
import { commonWords } from "../tree/names.ts";
import { spread, type TreePlan, usualPeople } from "../tree/plan.ts";
import type { Body, Division, PlaceTree } from "../tree/types.ts";

const county = "610881";
const linzhou = "610881003";
/** 滨河新区、西沙、麟州、迎宾路: together the central town. */
const central = ["610881001", "610881002", linzhou, "610881004"];
/** 店塔镇、大柳塔镇、锦界镇. */
const key = ["610881102", "610881104", "610881114"];
/** 惠民社区. 兴神路社区 is younger than the rows; this is its neighbour, and 爱民路 is laid through it. */
const showcase = "610881003002";

const communitiesIn = (divisions: readonly Division[], towns: readonly string[]): string[] =>
  divisions
    .filter(({ code, parent }) => towns.includes(parent ?? "") && Number(code.slice(9)) < 200)
    .map(({ code }) => code);

const bodies = (): Body[] => [
  ...departments(county, usualDepartments),
  ...departments(county, [
    ["water", "水利局"],
    ["emergency", "应急管理局"],
    ["governance", "市域社会治理中心"],
  ]),
  ...units(county, usualUtilities),
  ...units(county, [["sewage", "排水管理所"]]),
  ...local("property", showcase, ["润邻物业服务有限公司"]),
  ...local("unit", showcase, ["麟城小学", "惠民卫生服务站"]),
];

const plan = (): TreePlan => {
  const divisions = divisionsOf(import.meta.url);
  const communities = [
    ...spread(
      communitiesIn(divisions, central),
      { compounds: 143, grids: 532, branches: 362, groups: 0 },
      // Party groups by building are shown in one community only.
      { [showcase]: { groups: 40, streets: ["爱民路", "兴神路", "惠民路"] } },
    ),
    ...spread(communitiesIn(divisions, key), { compounds: 56, grids: 207, branches: 141, groups: 0 }),
  ];
  const block = (street: string, x: number, y: number) => ({
    street,
    middle: [x, y] as const,
    communities: communities.filter(({ code }) => code.startsWith(street)),
  });
  return {
    divisions,
    seed: ` ${county}`,
    projection: projectionAt([110.5, 38.83], 86_720, 111_010),
    at: [110.5, 38.83],
    villageSpacing: 400,
    blocks: [
      block(linzhou, 0, 0),
      block("610881001", 0, 2_000),
      block("610881002", -2_150, 0),
      block("610881004", 0, -2_000),
      block("610881102", 2_600, 26_000),
      block("610881104", -21_700, 48_800),
      block("610881114", -30_000, -12_000),
    ],
    compoundWords: ["麟城", "麟州", "窟野", "杏花", "二郎", "滨河", ...commonWords],
    compoundNames: { [`${showcase}-c01`]: "爱民路片区" },
    party: { branchesOn: "grid", anchors: 739 },
    teams: [["grid", "网格党员服务队"]],
    serviceTeams: "communities",
    bodies,
    units: { prefix: "市", total: 60, communities: communitiesIn(divisions, central) },
    people: {
      ...usualPeople,
      residents: 3,
      // 支部委员会 sets the plan where its branch stands; the Party node itself covers no ground.
      extra: () => [
        ...communities.map(({ code }) => ({ role: "branch-secretary", node: code, title: "网格党支部委员" })),
        ...["g001", "g002"].map((grid) => ({
          role: "branch-secretary",
          node: `${showcase}-${grid}`,
          title: "网格党支部委员",
        })),
      ],
      demo: [
        ...firstTwelve({
          county,
          street: linzhou,
          community: showcase,
          team: "grid",
          department: `dept-${county}-housing`,
        }),
        // 13–16: the branch and a group of the showcase grid; a member and a resident who write the order.
        { role: "branch-secretary", node: `party-${showcase}-branch01` },
        { role: "group-leader", node: `party-${showcase}-branch01-group1` },
        { role: "delegate", node: showcase, title: "党员代表", home: `${showcase}-b001` },
        { role: "delegate", node: showcase, title: "居民代表", home: `${showcase}-b002` },
        // 17–22: departments that report when the subdistrict whistles.
        { role: "unit-clerk", node: `dept-${county}-urban-management` },
        { role: "unit-clerk", node: `dept-${county}-market` },
        { role: "unit-clerk", node: `dept-${county}-police` },
        { role: "unit-clerk", node: `dept-${county}-water` },
        { role: "unit-clerk", node: `dept-${county}-emergency` },
        { role: "unit-clerk", node: `dept-${county}-governance` },
        // 23–25: the next grid's worker, and the next branches' secretaries.
        { role: "grid-worker", node: `${showcase}-g002` },
        { role: "branch-secretary", node: `party-${showcase}-branch02` },
        { role: "branch-secretary", node: `party-${showcase}-branch03` },
        // 26–28: the subdistrict's Party secretary; utilities; 29–30: a key town.
        { role: "town-secretary", node: linzhou },
        { role: "unit-clerk", node: `unit-${county}-sewage` },
        { role: "unit-clerk", node: `unit-${county}-power` },
        { role: "subdistrict-desk", node: "610881104" },
        { role: "community-desk", node: "610881104001" },
      ],
    },
  };
};

export const tree = (): PlaceTree => buildTree(plan());
