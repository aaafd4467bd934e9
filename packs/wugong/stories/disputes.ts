/** Disputes that end in the compound or in the community. */
import { act, days, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Part, Story } from "../../story.ts";

export const grid = "610431001001-g001";
export const compound = "610431001001-c01";
const monday = "2025-03-03 09:00";

export const people = {
  resident: { resident: true },
  neighbour: { resident: true },
  worker: { role: "grid-worker" },
  desk: { role: "community-desk" },
} as const satisfies Record<string, Part>;

/** Whom the community calls to one table. */
export const table = {
  property: { role: "unit-clerk", on: "property" },
  owners: { role: "owners-committee-head", on: "owners-committee" },
  lawyer: { role: "unit-clerk", on: "unit-610431-legal-aid" },
} as const satisfies Record<string, Part>;

export const convene = (place = "周三晚上七点半，社区议事室") =>
  act("desk", "convene", {
    on: "2025-03-14",
    property: ["@~property"],
    owners: ["@~owners-committee"],
    lawyer: ["@unit-610431-legal-aid"],
    words: place,
  });

export const joined = [
  act("property", "join"),
  act("owners", "join"),
  act("lawyer", "join"),
  act("property", "finishPart", { words: "承认维修不及时，愿意先修后算账。" }),
  act("owners", "finishPart", { words: "同意动用公共收益垫付一半。" }),
  act("lawyer", "finishPart", { words: "讲明公共部位维修责任，双方没有异议。" }),
];

export const confirm = (solved = true, stars = 5, agree = true) =>
  act("resident", "confirm", { solved, stars, agree, words: solved ? "这下心里踏实了。" : "还是老样子。" });

export const publicise = (words: string) => act("desk", "publicise", { words });

const inCompound: Story = {
  id: "stairs",
  title: "楼道堆物，网格员一趟谈妥",
  about: "居民反映，网格员上门了解，当天谈妥，居民确认，结果公示。",
  at: grid,
  starts: monday,
  cast: people,
  full: { times: 1830, over: "grid" },
  demo: { ago: 140 },
  steps: [
    submit("resident", "neighbour-dispute", "对门在楼道里放旧柜子和电动车，晚上进出都绊脚，说过两回没用。"),
    told("worker", "对门在楼道里放旧柜子"),
    hidden("neighbour"),
    act("worker", "hear"),
    told("resident", "来了解"),
    act("worker", "record", { words: "对门老人腿脚不便，柜子准备给外孙用；不愿让邻居知道家里情况。" }),
    see("desk", { notOnTimeline: ["调解笔录"] }),
    see("resident", { notOnTimeline: ["调解笔录"] }),
    refused("resident", "settle", "forbidden", { words: "我自己说好了" }),
    act("worker", "settle", { words: "柜子三天内搬走，电动车停到新划的车棚。" }, { after: minutes(180) }),
    see("resident", { state: "待双方确认", actions: ["confirm"] }),
    confirm(),
    publicise("楼道杂物已清走，电动车进了车棚。"),
    see("resident", { state: "已化解" }),
  ],
  figures: { disputes: 1, "in-compound": 1, "in-community": 0, publicised: 1 },
};

/** Five working days are over: the clock itself passes it up. */
const byClock: Story = {
  id: "leak",
  title: "楼上漏水谈不拢，到期自动到社区",
  about: "小区五个工作日没有谈妥，系统提交社区；物业、业委会、律师坐到一起谈成。",
  at: compound,
  starts: monday,
  cast: { ...people, worker: { role: "grid-worker", on: "grid" }, ...table },
  full: { times: 255, over: "compound" },
  steps: [
    submit("resident", "property-dispute", "屋顶漏水泡了天花板，物业说是楼上装修，楼上说是老管道。"),
    act("desk", "hear"),
    wait(days(9)),
    see("desk", { state: "待召集议事" }),
    told("desk", "上一级没有化解"),
    told("resident", "已提交上一级"),
    convene(),
    told("lawyer", "请您参加化解"),
    refused("desk", "settle", "not-allowed-now", { words: "先签字" }),
    ...joined,
    act("desk", "settle", { words: "物业换主管道，楼上赔天花板，业委会监督。" }),
    see("neighbour", { hidden: true }),
    confirm(true, 4, false),
    publicise("公共管道已更换，赔付已到位。"),
  ],
  figures: { disputes: 1, "in-community": 1, publicised: 1 },
};

const passedUp: Story = {
  id: "charging",
  title: "充电桩装在谁的车位旁",
  about: "网格员讲明为什么小区谈不成，提交社区；各方议事后谈成。",
  at: compound,
  starts: monday,
  cast: { ...people, ...table },
  full: { times: 400, over: "compound" },
  demo: { ago: 120 },
  steps: [
    submit("resident", "facility-dispute", "邻居要在我车位旁装充电桩，电缆从我家窗下走，我不同意。"),
    act("desk", "hear"),
    act("desk", "passUp", { reason: "要动公共电路，得物业和业委会都在场。" }),
    convene("周五下午三点，物业会议室"),
    ...joined,
    act("desk", "settle", { words: "电缆改走地下，充电桩挪到公共车位。" }),
    confirm(),
    publicise("充电桩改装在公共车位，电缆入地。"),
  ],
  figures: { disputes: 1, "in-community": 1, "in-compound": 0, publicised: 1 },
};

const notKept: Story = {
  id: "dog",
  title: "说好了又没做到，换一级再谈",
  about: "居民确认时说没有解决，自动进入社区化解，不用再报一遍。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 70 },
  steps: [
    submit("resident", "neighbour-dispute", "楼下的狗半夜叫，孩子睡不着，商量了不管用。"),
    act("worker", "hear"),
    act("worker", "settle", { words: "答应晚上十点后把狗抱进里屋。" }),
    confirm(false, 2),
    see("desk", { state: "待召集议事", marks: ["再次化解"], actions: ["convene", "passToCounty"] }),
    hidden("worker"),
  ],
  figures: { disputes: 0 },
};

const notOurs: Story = {
  id: "wages",
  title: "拖欠工资，告诉去处",
  about: "劳动争议不由小区调解，说明理由并告诉去哪里。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 60 },
  steps: [
    submit("resident", "money-dispute", "装修公司欠我两个月工钱不给。"),
    refused("worker", "refuse", "invalid-input", { why: "legal", reason: "属于劳动争议" }),
    act("worker", "refuse", { why: "legal", reason: "欠薪属于劳动争议，仲裁院可以直接裁决。", goTo: "arbitration" }),
    told("resident", "劳动人事争议仲裁院"),
    see("resident", { state: "未受理" }),
  ],
  figures: { refused: 1, disputes: 0 },
};

export const disputes: readonly Story[] = [inCompound, byClock, passedUp, notKept, notOurs];
