/** What a path into a pack is called in words, and which part of the pack it belongs to. */

export const areas = [
  "words",
  "categories",
  "limits",
  "roles",
  "forms",
  "workflow",
  "lists",
  "figures",
  "tiers",
  "other",
] as const;
export type Area = (typeof areas)[number];

/** One step into a pack: a member's name, or the id of a thing in a list. */
export interface Segment {
  readonly key: string;
  readonly inList: boolean;
}

export const pathText = (segments: readonly Segment[]): string =>
  segments.map(({ key, inList }, i) => (inList ? `[${key}]` : i === 0 ? key : `.${key}`)).join("");

const areaByRoot: Readonly<Record<string, Area>> = {
  words: "words",
  name: "words",
  brand: "words",
  categories: "categories",
  kinds: "categories",
  roles: "roles",
  workflows: "workflow",
  mainWorkflow: "workflow",
  lists: "lists",
  metrics: "figures",
  rates: "figures",
  indicators: "figures",
  tiers: "tiers",
};

export const areaOf = (segments: readonly Segment[]): Area => {
  const keys = segments.map(({ key }) => key);
  const at = (key: string) => keys.indexOf(key);
  const isCase = keys[0] === "workflows" || keys[0] === "categories";
  if (isCase && (at("limit") > 0 || at("limits") > 0)) return "limits";
  if (keys[0] === "workflows" && (at("form") > 0 || at("intake") > 0)) return "forms";
  return areaByRoot[keys[0] ?? ""] ?? "other";
};

/** What one thing of such a collection is called; empty: its name in quotation marks says enough. */
const nouns: Readonly<Record<string, string>> = {
  categories: "类别",
  devices: "设备",
  form: "填写项",
  indicators: "考核指标",
  items: "条目",
  kinds: "性质",
  lists: "清单",
  metrics: "统计项",
  on: "操作",
  options: "选项",
  parts: "参与角色",
  progress: "进度",
  rates: "比率",
  roles: "角色",
  rules: "规则",
  states: "",
  tiers: "层级",
  words: "用语",
  workflows: "流程",
};

const members: Readonly<Record<string, string>> = {
  accent: "主色",
  address: "地址",
  as: "作用",
  branches: "分支去向",
  brand: "品牌名称",
  bulk: "批量办理",
  by: "可操作的人",
  calendar: "工作日历",
  categories: "类别",
  ceilings: "上限",
  centre: "中心位置",
  checkIn: "签到",
  code: "编码",
  confirm: "再次确认",
  confirmedBy: "由谁确认",
  count: "统计口径",
  counts: "分子",
  definition: "定义",
  description: "说明",
  detail: "说明",
  devices: "设备",
  done: "内部完成后的去向",
  effects: "效果",
  excludes: "不计入的部分",
  final: "是否结束",
  form: "填写内容",
  formatVersion: "格式版本",
  grants: "可授予的角色",
  group: "分组",
  guards: "前提条件",
  help: "填写提示",
  holdDays: "保留天数",
  holidays: "节假日",
  hours: "工作时间",
  icon: "图标",
  id: "标识",
  indicators: "考核指标",
  initial: "起始状态",
  initialUnplaced: "未定位时的起始状态",
  intake: "提交时",
  items: "条目",
  key: "快捷键",
  kind: "类型",
  kinds: "类型",
  label: "名称",
  late: "超时提醒",
  limit: "时限",
  limits: "时限",
  list: "所用清单",
  lists: "清单",
  mainWorkflow: "主流程",
  many: "可选多个",
  map: "地图",
  marks: "标记",
  max: "上限",
  maxLength: "字数上限",
  metrics: "统计项",
  min: "下限",
  name: "名称",
  numberPrefix: "编号前缀",
  of: "分母",
  on: "可任职的层级",
  options: "选项",
  parallel: "是否并行",
  participation: "积分与参与",
  parts: "参与角色",
  perDay: "每天上限",
  perHour: "每小时积分",
  perMonth: "每月上限",
  perYear: "每年上限",
  phone: "电话",
  points: "积分",
  progress: "进度",
  publication: "公开内容",
  ranking: "排名",
  rates: "比率",
  reachMeters: "辐射距离",
  recognised: "在哪里认可",
  required: "是否必填",
  rights: "权限",
  roles: "角色",
  rules: "规则",
  seenBy: "可见范围",
  shop: "兑换",
  shows: "显示的要素",
  source: "来源",
  starts: "可发起的人",
  states: "状态",
  suggestions: "常用语",
  target: "去向",
  tells: "告知",
  tiers: "可选层级",
  timezone: "时区",
  tone: "颜色",
  tree: "所属的树",
  triggers: "到时自动操作",
  under: "可设在哪些层级下",
  unit: "单位",
  urgent: "是否紧急",
  visibility: "公开程度",
  waitsFor: "等待谁办理",
  warn: "临期提醒",
  warnBefore: "提前提醒",
  whenSubCasesEnd: "子件办结后的操作",
  within: "时限",
  words: "用语",
  workdays: "工作日",
  workflow: "所走流程",
  workflows: "流程",
  zoom: "缩放级别",
};

/** The same word for another thing, by where it stands. */
const memberWord = (above: readonly string[], key: string): string => {
  if (above.length === 0 && key === "kinds") return "性质";
  if (above.length === 0 && key === "tiers") return "层级";
  if (above[0] === "workflows" && key === "on") return "操作";
  if (above[0] === "points" && key === "on") return "对应的服务";
  return members[key] ?? key;
};

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => value !== null && typeof value === "object";
const member = (value: unknown, key: string): unknown =>
  isBag(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const child = (value: unknown, { key, inList }: Segment): unknown =>
  inList && Array.isArray(value)
    ? value.find((one) => ["id", "name", "value"].some((by) => member(one, by) === key))
    : member(value, key);

const quoted = (value: unknown, key: string): string => {
  const label = typeof value === "string" ? value : member(value, "label");
  return `“${typeof label === "string" && label !== "" ? label : key}”`;
};

/** The state a category's limit is for, which it names by its path. */
const stateName = (pack: unknown, category: unknown, path: string): string | undefined => {
  const workflow = member(category, "workflow") ?? member(pack, "mainWorkflow");
  let at = member(member(pack, "workflows"), String(workflow));
  for (const name of path.split(".")) at = member(member(at, "states"), name);
  return at === undefined ? undefined : quoted(at, path);
};

/** Whether the members of what the path names are things of a kind, so that the next segment is one of them. */
const holdsThings = (path: readonly string[]): boolean => {
  const last = path.at(-1) ?? "";
  if (last === "on") return path[0] === "workflows";
  if (last === "tiers" || last === "words") return path.length === 1;
  if (last === "progress") return path[0] === "workflows" && path.length === 3;
  if (last === "kinds") return path.length === 1 || path[0] === "tiers";
  return last in nouns;
};

const thingWord = (above: readonly string[], name: string): string => {
  const collection = above.at(-1) ?? "";
  if (collection === "kinds" && above[0] === "tiers") return `类型${name}`;
  return `${nouns[collection] ?? ""}${name}`;
};

/** Nothing is said of what only leads on to something: the list a thing stands in, the limit whose length has changed. */
const isSilent = (path: readonly string[]): boolean =>
  holdsThings(path) || path.at(-1) === "limit" || path.at(-1) === "limits";

/** The only workflow there is need not be named in front of each of its states. */
const isOnlyWorkflow = (pack: unknown, segments: readonly Segment[], i: number): boolean =>
  i === 1 &&
  segments[0]?.key === "workflows" &&
  segments[2]?.key === "states" &&
  segments.length > 3 &&
  Object.keys(member(pack, "workflows") ?? {}).length === 1;

/** “办理中”的时限, 类别“停车出行”: things by their labels, in the newer pack if it has them. */
export const labelOf = (segments: readonly Segment[], before: unknown, after: unknown): string => {
  let said = "";
  const say = (part: string) => {
    said = said === "" ? part : `${said}的${part}`;
  };
  let [old, now]: [unknown, unknown] = [before, after];
  segments.forEach((segment, i) => {
    const above = segments.slice(0, i).map(({ key }) => key);
    const { key } = segment;
    [old, now] = [child(old, segment), child(now, segment)];
    if (holdsThings(above)) {
      if (isOnlyWorkflow(after, segments, i)) return;
      if (above.at(-1) === "states" && above.at(-3) === "states") said += quoted(now ?? old, key);
      else say(thingWord(above, quoted(now ?? old, key)));
    } else if (above.at(-1) === "limits") {
      const category = child(after, { key: "categories", inList: false });
      const owner = segments[1] ? child(category, segments[1]) : undefined;
      const name = stateName(after, owner, key) ?? stateName(before, owner, key) ?? `“${key}”`;
      said += `在${name}的时限`;
    } else if (i === segments.length - 1 || !isSilent([...above, key])) say(memberWord(above, key));
  });
  return said;
};
