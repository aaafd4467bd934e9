/** 泾阳县's tree: five urban communities with 124 compounds and 294 grids, and everything else by its official rows. */
import { departments, local, propertyCompanies, units, usualDepartments, usualUtilities } from "../tree/bodies.ts";
import { buildTree, divisionsOf } from "../tree/build.ts";
import { firstTwelve } from "../tree/demo.ts";
import { projectionAt } from "../tree/geometry.ts";
import type { TreePlan } from "../tree/plan.ts";
import type { Body, PlaceTree } from "../tree/types.ts";

const county = "610423";
const east = "610423001008";
const south = "610423001009";
const west = "610423001010";
const north = "610423001011";
const garden = "610423001014";

const compoundWords = (
  "锦绣 金桂 泾华 泾水 世纪 阳光 和谐 祥和 安泰 康乐 幸福 惠民 丰泽 龙泉 凤凰 紫薇 玉兰 海棠 丁香 百合 枫林 翠竹 绿洲 碧水 " +
  "清泉 秦韵 秦风 汉唐 渭北 嵯峨 仲山 茯茶 茯香 郑渠 白渠 文昌 文博 学府 书香 翰林 崇德 厚德 明德 尚德 仁和 永安 永兴 永康 " +
  "长乐 长安 太和 瑞祥 瑞景 瑞丰 吉祥 如意 福临 福瑞 福泰 禄安 华庭 华泰 华夏 新华 新世纪 新时代 时代 盛世 盛景 天和 天泽 天润 " +
  "润泽 润丰 金色 金泰 金水 金源 银河 银杏 星河 星光 朝阳 旭日 晨光 东方 东湖 南苑 南湖 西湖 北辰 湖滨 河畔 观澜 听雨 听松 望岳 " +
  "景秀 景泰 雅居 雅兰 御景 御泾 名仕 名都 帝景 凯旋 城南 城北 滨河 水岸 田园 桃源 梧桐 槐荫 柳岸 荷塘"
).split(" ");
const communities = [
  {
    code: east,
    compounds: 27,
    grids: 64,
    branches: 7,
    groups: 14,
    streets: ["泾干大街", "东升路", "文渊街", "茶马路"],
  },
  {
    code: south,
    compounds: 26,
    grids: 62,
    branches: 6,
    groups: 14,
    streets: ["南塔路", "郑国大道", "南薰街", "润泾路"],
  },
  { code: west, compounds: 24, grids: 57, branches: 6, groups: 12, streets: ["西成路", "白渠街", "秦川路", "瓦窑巷"] },
  {
    code: north,
    compounds: 23,
    grids: 54,
    branches: 6,
    groups: 12,
    streets: ["北屯路", "嵯峨大道", "北辰街", "仓门巷"],
  },
  {
    code: garden,
    compounds: 24,
    grids: 57,
    branches: 6,
    groups: 12,
    streets: ["鑫园大道", "金池路", "新泾路", "学苑街"],
  },
];

// Invented institutions, apart from the departments every county has.
const bodies = (): Body[] => [
  ...departments(county, usualDepartments),
  ...units(county, usualUtilities),
  ...propertyCompanies(
    communities.map(({ code }) => code),
    "泾禾 润邻 安栖 和檐 佳予 同檐 惠栖 暖邻 宁筑 诚予 景栖 鑫檐".split(" "),
  ),
  ...local("unit", east, ["育禾小学", "康泽医院", "惠禾银行东街支行"]),
  ...local("unit", south, ["明泾中学", "南街便民药房", "禾丰商场"]),
  ...local("unit", west, ["启蒙苗苗幼儿园", "西街农贸市场", "安禾养老院"]),
  ...local("unit", north, ["泾秀小学", "北街卫生服务站", "惠禾银行北街支行"]),
  ...local("unit", garden, ["鑫苗幼儿园", "鑫园邮政所", "仁禾口腔诊所"]),
];

const shown = firstTwelve({
  county,
  street: "610423001",
  community: east,
  team: "convenience",
  department: `dept-${county}-housing`,
});

const plan = (): TreePlan => ({
  divisions: divisionsOf(import.meta.url),
  // The first place there was; the others' streams of chance are told apart from it.
  seed: "",
  projection: projectionAt([108.838, 34.528], 91_780, 110_920),
  at: [108.84, 34.53],
  // Rough seats, placed from memory so that towns lie correctly relative to each other; not surveyed.
  seats: {
    泾干街道: [108.838, 34.528],
    永乐镇: [108.94, 34.528],
    云阳镇: [108.817, 34.638],
    桥底镇: [108.735, 34.605],
    王桥镇: [108.645, 34.598],
    口镇: [108.698, 34.712],
    三渠镇: [108.893, 34.588],
    高庄镇: [108.865, 34.467],
    太平镇: [108.742, 34.492],
    崇文镇: [108.928, 34.484],
    安吴镇: [108.782, 34.695],
    兴隆镇: [108.7, 34.66],
    中张镇: [108.77, 34.552],
  },
  bounds: { west: 108.58, south: 34.44, east: 108.97, north: 34.74 },
  villageSpacing: 600,
  blocks: [
    {
      street: "610423001",
      middle: [0, 0],
      // The built-up town, slightly askew as old towns are.
      quad: [
        { x: -1370, y: -1180 },
        { x: 1330, y: -1260 },
        { x: 1400, y: 1200 },
        { x: -1300, y: 1260 },
      ],
      communities,
      rows: [
        [west, south, east],
        [north, garden],
      ],
    },
  ],
  compoundWords,
  party: { branchesOn: "compound", anchors: 271 },
  teams: [
    ["pioneer", "泾诚党员先锋队"],
    ["mediation", "泾诚金牌调解队"],
    ["volunteer", "泾诚暖心志愿队"],
    ["property", "泾诚和谐物业队"],
    ["convenience", "泾诚便民服务队"],
  ],
  serviceTeams: "communities-and-villages",
  bodies,
  units: { prefix: "县", total: 210, communities: communities.map(({ code }) => code) },
  people: {
    // The neighbour lives in the next community here.
    demo: shown.map((post, index) => (index === 9 ? { home: south } : post)),
    elsewhere: ["community-desk"],
    desksPerSubdistrict: 2,
    workerTitles: ["A类一级", "A类二级", "B类一级", "B类二级", "C类一级", "C类二级"],
    members: [4, 8],
    serviceMembers: 2,
    residents: 8,
  },
});

export const tree = (): PlaceTree => buildTree(plan());
