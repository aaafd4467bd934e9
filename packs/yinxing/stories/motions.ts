/** Deciding together, from gathering to feedback, with the 监事会 looking on. */
import { act, days, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

/** A building of 白果小区 that has a head. */
const building = "510682001008-b001";
const starts = "2025-03-03 09:00";

const cast = {
  resident: { resident: true },
  neighbour: { resident: true },
  head: { role: "building-head" },
  desk: { role: "community-desk" },
  secretary: { role: "community-secretary" },
  delegate: { role: "delegate" },
  board: { role: "supervisor" },
  patrol: { role: "team-lead", on: "team/patrol" },
  civility: { role: "team-lead", on: "team/civility" },
} as const satisfies Record<string, Part>;

const tabled = (category: string, words: string): readonly StoryStep[] => [
  submit("resident", category, words),
  told("desk", words.slice(0, 8)),
  act("desk", "table"),
  told("board", "新议题"),
  act("secretary", "ask", { on: "2025-03-04", words: "要不要做、怎么做、钱从哪里来。" }, { after: minutes(300) }),
];

const heard: readonly StoryStep[] = [
  see("desk", { state: "征求意见中", noActions: ["closeOpinions"] }),
  refused("delegate", "closeOpinions", "forbidden", { asked: 10, agree: 10, against: 0 }),
  act("delegate", "recordOpinion", { where: "二号楼", words: "赞成，希望先试一个月。" }),
  act("head", "recordOpinion", { where: "一号楼", words: "多数赞成，三户担心收费。" }),
  act("desk", "closeOpinions", { asked: 96, agree: 81, against: 15 }, { after: minutes(900) }),
  see("desk", { state: "公示中", noActions: ["propose"] }),
  wait(days(7)),
  see("desk", { state: "待拟方案" }),
  told("desk", "公示期满、意见收齐"),
];

const propose = act("desk", "propose", {
  words: "分三步做，社区出料，队伍出工，月底做完。",
  cost: 6800,
  heeded: "采纳先试一个月；不收费，三户的担心已说明。",
});

const voted = (to: string): readonly StoryStep[] => [
  refused("secretary", "carry", "not-allowed-now", { votes: 30, present: 33, to: [to] }),
  act("board", "witness", { words: "代表过半数到会，程序合规。" }),
  act("secretary", "carry", { votes: 30, present: 33, to: [to] }),
];

const finished = (by: string, words: string, result: string): readonly StoryStep[] => [
  act(by, "take"),
  act(by, "complete", { words, photos: ["photo:做完以后"] }, { after: minutes(2000) }),
  act("desk", "feedBack", { words: result }),
  told("resident", "有结果了"),
  act("resident", "rate", { solved: true, stars: 5, words: "说到做到。" }),
  see("resident", { state: "已办结" }),
];

const parking: Story = {
  id: "parking",
  title: "老院子停车，议出规矩来",
  about: "公示七天和征求意见同时进行；监事会提的意见没有答复，就不能反馈结束。",
  at: building,
  starts,
  cast,
  full: { times: 1 },
  demo: { ago: 150 },
  steps: [
    ...tabled("parking", "院子里车乱停，晚上救护车进不来，大家议一议怎么停。"),
    ...heard,
    propose,
    act("board", "question", { words: "费用从哪里出，请写清楚。" }),
    told("secretary", "监事会对"),
    act("board", "witness", { words: "代表过半数到会。" }),
    refused("secretary", "carry", "not-allowed-now", { votes: 30, present: 33, to: ["@~team/patrol"] }),
    act("desk", "answerQuestion", { words: "用小区公共收益，已附账目。" }),
    act("secretary", "carry", { votes: 30, present: 33, to: ["@~team/patrol"] }),
    ...finished("patrol", "划线二十六个，留出消防通道。", "车位划好了，消防通道不再堵。"),
  ],
  figures: { motions: 1, "motions-done": 1, "parking-done": 1, questioned: 1, "households-asked": 96 },
};

const access: Story = {
  id: "handrails",
  title: "老人上下楼，方案重拟一次才通过",
  about: "代表会议没有通过第一版方案，重拟后通过；实施后反馈给提出的人。",
  at: building,
  starts,
  cast,
  full: { times: 1 },
  steps: [
    ...tabled("access", "楼里老人多，上下楼没处扶，能不能装扶手、放歇脚凳。"),
    ...heard,
    propose,
    act("board", "witness", { words: "程序合规。" }),
    act("secretary", "reject", { reason: "先装扶手，歇脚凳挡道。" }),
    told("resident", "没有通过"),
    propose,
    ...voted("@~team/civility"),
    ...finished("civility", "六个单元都装了扶手。", "扶手装好了，老人上下楼有处扶。"),
  ],
  figures: { "motions-done": 1, "access-done": 1, questioned: 0 },
};

const notOurs: Story = {
  id: "street-parking",
  title: "大街上的车位不归社区定",
  about: "说明为什么不能议，告诉去哪里提。",
  at: building,
  starts,
  cast,
  demo: { ago: 70 },
  steps: [
    submit("resident", "parking", "街口大路边能不能多划几个车位？"),
    act("desk", "refuse", { why: "remit", reason: "市政道路由交警划线，社区替您转告。", goTo: "traffic" }),
    told("resident", "市公安局交警大队"),
    see("resident", { state: "未列入议题" }),
  ],
  figures: { refused: 1, "motions-decided": 0 },
};

const merged: Story = {
  id: "same-matter",
  title: "邻居说的是同一件事，一起议",
  about: "后来的一件并入议题，提出的人照样每一步都知道；公示还没有期满。",
  at: building,
  starts,
  cast,
  demo: { ago: 28 },
  steps: [
    ...tabled("environment", "垃圾桶放在一楼窗下，夏天味道大，挪个地方吧。"),
    submit("neighbour", "environment", "一楼窗下的垃圾桶能不能挪走？", { case: "second" }),
    act("desk", "merge", { into: "#one" }, { on: "second" }),
    told("neighbour", "一起议", "second"),
    see("neighbour", { case: "second", state: "已并入议题" }),
    act("delegate", "recordOpinion", { where: "三号楼", words: "赞成挪到车棚边。" }),
    see("desk", { state: "征求意见中", actions: ["closeOpinions"] }),
    hidden("patrol"),
  ],
  figures: { motions: 2, "motions-decided": 0 },
};

const toVote: Story = {
  id: "bench",
  title: "方案等代表会议表决",
  about: "意见收齐、公示期满，方案已提交，监事会到场后才能表决。",
  at: building,
  starts,
  cast,
  demo: { ago: 120 },
  steps: [
    ...tabled("facilities", "小广场缺几把有靠背的椅子，老人坐不久。"),
    ...heard,
    propose,
    see("secretary", { state: "待居民代表会议表决", noActions: ["carry"] }),
  ],
  figures: { "motions-decided": 0 },
};

export const motions: readonly Story[] = [parking, access, notOurs, merged, toVote];
