/** Party organisations of units that stand in a community and register with it: organs, institutions, firms, schools. */
import { commonWords } from "./names.ts";
import { randomFor } from "./random.ts";
import type { Body, UnitsPlan } from "./types.ts";

type Named = readonly [name: string, kind: "organ" | "institution" | "enterprise"];

// What every county has, under its usual name; the branches are invented.
const organs = (
  "发改局 工信局 财政局 审计局 统计局 农业农村局 水利局 林业局 商务局 文旅局 应急管理局 退役军人局 医保局 乡村振兴局 行政审批局 " +
  "档案局 民宗局 科技局 体育局 粮储局 金融办 城建办 招商局 供销社 气象局 税务局 消防救援大队 公路局 地震办 残联 总工会 团委 妇联 科协 " +
  "工商联 文联 红十字会 侨联 法院 检察院 人大机关 政协机关 纪委监委机关 组织部 宣传部 统战部 政法委 网信办 编办 老干部局 党校 机关事务中心"
).split(" ");
const institutions = (
  "图书馆 文化馆 博物馆 体育中心 融媒体中心 疾控中心 妇幼保健院 中医医院 人民医院 卫生监督所 动物疫病中心 农技中心 种子站 土肥站 林业站 " +
  "水保站 河道管理站 防汛中心 公路段 运管所 车管所 公积金中心 社保中心 医保中心 就业中心 人才中心 不动产登记中心 土地储备中心 测绘队 " +
  "环境监测站 市政处 园林处 环卫处 房管所 质检所 食药检验所 救助站 福利院 殡葬所 婚姻登记处 烈士陵园 军休所 公证处 法律援助中心 " +
  "教研室 电大工作站 特殊教育学校 青少年活动中心 职教中心 电视台 新华书店 电影公司"
).split(" ");
const firms = (
  "供电公司 自来水公司 燃气公司 供热公司 邮政分公司 电信分公司 移动分公司 联通分公司 烟草分公司 盐业公司 石油分公司 粮油公司 " +
  "城投公司 文旅公司 交投公司 农发公司 公交公司 客运站 农商银行 惠禾银行 信用联社 人寿保险公司 财产保险公司 担保公司"
).split(" ");

const endless: readonly (readonly [ending: string, kind: Named[1]])[] = [
  ["小学", "institution"],
  ["卫生服务站", "institution"],
  ["幼儿园", "institution"],
  ["建材公司", "enterprise"],
  ["中学", "institution"],
  ["食品公司", "enterprise"],
  ["商贸公司", "enterprise"],
];

function* names(prefix: string, seed: string): Generator<Named> {
  const random = randomFor(`units${seed}`);
  const usual = [
    ...organs.map((name): Named => [`${prefix}${name}`, "organ"]),
    ...institutions.map((name): Named => [`${prefix}${name}`, "institution"]),
    ...firms.map((name): Named => [`${prefix}${name}`, "enterprise"]),
  ];
  // The first few are the same everywhere, so that stories can count on an organ; the others come as they come.
  yield* usual.slice(0, 5);
  yield* random.shuffled(usual.slice(5));
  for (const [ending, kind] of endless)
    for (const word of random.shuffled(commonWords)) yield [`${word}${ending}`, kind] as const;
}

/** Keys `units-<community>-001`, counting in each community. */
export const unitBranches = ({ prefix, seed, total, communities }: UnitsPlan): Body[] => {
  const drawn: Named[] = [];
  for (const one of names(prefix, seed)) {
    if (drawn.length === total) break;
    drawn.push(one);
  }
  if (drawn.length < total) throw new Error(`no names for ${total} units`);
  // Dealt out one by one, so that every community has something of each kind.
  return communities.flatMap((community, turn) =>
    drawn
      .filter((_, index) => index % communities.length === turn)
      .map(
        ([name, kind], i): Body => ({
          key: `units-${community}-${String(i + 1).padStart(3, "0")}`,
          tier: "unit-branch",
          kind,
          name: `${name}${kind === "organ" ? "机关党支部" : "党支部"}`,
          parent: community,
        }),
      ),
  );
};
