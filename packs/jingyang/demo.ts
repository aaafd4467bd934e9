/** Invented cases of the demonstration, and who can be tried out. */
import type { Demo, DemoCase, DemoStep } from "../demo.ts";

const resident = "19900000009";
const neighbour = "19900000010";
const desk = "19900000004";
const worker = "19900000005";
const lead = "19900000006";
const member = "19900000007";
const secretary = "19900000011";

const convenience = "team-610423001008-convenience";
const mediation = "team-610423001008-mediation";
const propertyTeam = "team-610423001008-property";
const grid = "610423001008-g001";
const housing = "dept-610423-housing";

const accept = (after = 20): DemoStep => ({ by: desk, action: "accept", after, data: {} });
const dispatch = (to: string, after = 25, hint?: string): DemoStep => ({
  by: desk,
  action: "dispatch",
  after,
  data: { to: [to], ...(hint ? { hint } : {}) },
});
const take = (by: string, after = 30): DemoStep => ({ by, action: "take", after, data: {} });
const complete = (by: string, words: string, after = 300): DemoStep => ({
  by,
  action: "complete",
  after,
  data: { words, photo: "办理现场" },
});
const rate = (stars: number, words: string, after = 120, solved = true): DemoStep => ({
  by: resident,
  action: "rate",
  after,
  data: { stars, solved, words },
});

const street = "锦绣花园";
/** Points in and around that compound, so that the map has something to show. */
const spot = (east: number, north: number): [number, number] => [108.8433 + east * 0.0004, 34.5184 + north * 0.0003];

const cases: readonly DemoCase[] = [
  {
    ago: 150,
    from: resident,
    category: "repairs",
    words: "厨房下水道堵了，水倒灌到地面，麻烦派人来疏通。",
    address: street,
    pin: spot(0, 0),
    steps: [
      accept(),
      dispatch(convenience),
      take(lead),
      complete(lead, "已上门疏通下水管道，清出油垢，试水正常。"),
      rate(5, "来得很快，师傅很细心，谢谢！"),
    ],
  },
  {
    ago: 135,
    from: resident,
    category: "parking",
    words: "小区东门消防通道经常停满私家车，救护车都进不来。",
    address: street,
    pin: spot(1, 0),
    visibility: "public",
    steps: [
      accept(),
      dispatch(grid),
      take(worker),
      complete(worker, "已联系车主挪车，补划禁停线，并增设隔离桩 3 根。"),
      rate(4, "好多了，希望晚上也有人看看。"),
    ],
  },
  {
    ago: 120,
    from: resident,
    category: "neighbours",
    words: "楼上住户深夜拖拽家具，已经持续半个月，沟通无效，希望调解。",
    address: street,
    pin: spot(-1, 1),
    visibility: "confidential",
    steps: [
      accept(),
      { by: desk, action: "dispatch", after: 30, data: { to: [mediation], hint: "请注意保护反映人信息" } },
    ],
  },
  {
    ago: 105,
    from: resident,
    category: "sanitation",
    words: "单元门口垃圾桶三天没有清运，气味很大，招苍蝇。",
    address: street,
    pin: spot(0, 2),
    visibility: "public",
    steps: [
      accept(),
      dispatch(propertyTeam),
      { by: desk, action: "recall", after: 60, data: { reason: "改派网格员先到现场" } },
      dispatch(grid),
      take(worker),
      complete(worker, "已督促物业清运并冲洗地面，改为每日两次清运。"),
      rate(5, "干净了。"),
    ],
  },
  {
    ago: 90,
    from: resident,
    category: "agency",
    words: "老人行动不便，想请人代办高龄补贴申请。",
    address: street,
    pin: spot(2, 1),
    steps: [
      accept(),
      dispatch(convenience),
      { by: lead, action: "return", after: 20, data: { reason: "需要核实户籍，建议由网格员上门" } },
      dispatch(grid),
      take(worker),
      { by: worker, action: "report", after: 200, data: { words: "已上门收取材料，缺一张一寸照片，明天补齐。" } },
      complete(worker, "材料已交社区窗口，受理回执已送到家中。", 400),
      rate(5, "网格员上门两趟，帮了大忙。"),
    ],
  },
  {
    ago: 75,
    from: resident,
    category: "property",
    words: "2 号楼电梯运行时有异响，停靠不平层，担心出事。",
    address: `${street}2号楼`,
    pin: spot(-2, -1),
    visibility: "public",
    steps: [
      accept(),
      dispatch(housing, 30, "请督促维保单位检修"),
      { by: "19900000008", action: "take", after: 40, data: {} },
      complete("19900000008", "维保单位已更换导靴并调整平层，检验合格。", 900),
      rate(2, "只修了一天又响了。", 60, false),
    ],
  },
  {
    ago: 44,
    from: resident,
    category: "policy",
    words: "想咨询一下城乡居民医保断缴以后怎么补缴，待遇有没有等待期？",
    steps: [],
  },
  {
    ago: 34,
    from: resident,
    category: "elderly",
    words: "隔壁独居老人两天没有出门，敲门没人应，请去看看。",
    address: street,
    pin: spot(1, 2),
    steps: [
      accept(5),
      { by: desk, action: "openToAll", after: 5, data: {} },
      take(worker, 10),
      { by: member, action: "join", after: 10, data: {} },
      complete(worker, "老人因感冒卧床，已联系家属并送医，现已出院在家休养。", 100),
      rate(5, "感谢及时上门！"),
    ],
  },
  {
    ago: 20,
    from: resident,
    category: "utilities",
    words: "3 号楼整个单元自来水很小，早晚高峰洗不了澡。",
    address: `${street}3号楼`,
    pin: spot(-1, -1),
    steps: [accept(15), dispatch(grid), take(worker)],
  },
  {
    ago: 2.4,
    from: resident,
    category: "parking",
    words: "希望在小区南侧空地划一些非机动车停车位，再装几个充电口。",
    address: street,
    pin: spot(2, -1),
    visibility: "public",
    steps: [
      { by: desk, action: "ask", after: 10, data: { words: "请问大约需要多少个车位？放在哪一侧方便？" } },
      { by: resident, action: "answer", after: 60, data: { words: "二十个左右，靠南墙就行。" } },
    ],
  },
  {
    ago: 14,
    from: resident,
    category: "repairs",
    words: "家里的热水器不点火，想请便民队上门看看。",
    address: street,
    pin: spot(0, -2),
    steps: [
      accept(),
      dispatch(convenience),
      take(member),
      { by: member, action: "requestExtension", after: 60, data: { days: 2, reason: "需要等待配件到货" } },
    ],
  },
  {
    ago: 5,
    from: resident,
    category: "sanitation",
    words: "花园里的枯树枝快掉下来了，下面经常有孩子玩。",
    address: street,
    pin: spot(1, 1),
    visibility: "public",
    steps: [accept(), dispatch(propertyTeam)],
  },
  {
    ago: 9,
    from: resident,
    category: "agency",
    words: "快递太大拿不动，能不能帮忙送到五楼？",
    address: street,
    pin: spot(-1, 2),
    steps: [
      accept(),
      dispatch(convenience),
      take(lead),
      { by: lead, action: "ask", after: 15, data: { words: "请问几点在家？我们送货上门。" } },
    ],
  },
  {
    ago: 3,
    from: resident,
    category: "safety",
    words: "有人上门推销保健品，劝老人转账，怀疑是诈骗。",
    address: street,
    pin: spot(2, 2),
    visibility: "confidential",
    steps: [accept(10)],
  },
  {
    ago: 1.7,
    from: resident,
    category: "property",
    words: "地下车库照明坏了一大片，晚上走路看不清。",
    address: street,
    pin: spot(-2, 1),
    visibility: "public",
    steps: [],
  },
  {
    ago: 4,
    from: resident,
    category: "children",
    words: "放学后孩子没人接，社区有没有课后托管班？",
    address: street,
    pin: spot(0, 1),
    steps: [
      { by: secretary, action: "accept", after: 15, data: {} },
      { by: secretary, action: "offerToSome", after: 15, data: { to: [convenience, "team-610423001008-volunteer"] } },
    ],
  },
  {
    ago: 2.6,
    from: resident,
    category: "neighbours",
    words: "楼上漏水，把我家天花板泡坏了，邻居不肯承担维修费。",
    address: street,
    pin: spot(1, -1),
    steps: [accept()],
  },
  {
    ago: 8,
    from: resident,
    category: "other",
    words: "测试一下这个功能怎么用。",
    address: street,
    pin: spot(-2, 0),
    steps: [
      { by: desk, action: "refuse", after: 10, data: { why: "remit", reason: "没有具体事项，有需要时欢迎随时点单。" } },
    ],
  },
  {
    ago: 1.2,
    from: neighbour,
    category: "parking",
    words: "南街口红绿灯时间太短，老人过马路来不及。",
    visibility: "public",
    steps: [],
  },
  {
    ago: 0.8,
    from: neighbour,
    category: "sanitation",
    words: "菜市场门口下水井盖松动，车一过就响，雨天冒污水。",
    visibility: "public",
    steps: [],
  },
];

export const demo: Demo = {
  accounts: [
    { phone: "19900000004", who: "社区受理员（东街社区）", app: "/" },
    { phone: "19900000011", who: "社区书记（东街社区）", app: "/" },
    { phone: "19900000003", who: "镇街调度员（泾干街道）", app: "/" },
    { phone: "19900000002", who: "县级指挥员", app: "/" },
    { phone: "19900000008", who: "部门经办人（住建局）", app: "/" },
    { phone: "19900000001", who: "系统管理员", app: "/" },
    { phone: "19900000009", who: "居民", app: "/m" },
    { phone: "19900000005", who: "网格员", app: "/m" },
    { phone: "19900000006", who: "便民队队长", app: "/m" },
    { phone: "19900000007", who: "便民队队员", app: "/m" },
  ],
  cases,
};
