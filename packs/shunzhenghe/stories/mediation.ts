/** 联调: eighty workers and an enterprise, settled in four days; and what those outside must not see. */
import { act, hidden, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Story, StoryStep } from "../../story.ts";
import { community, mediators, monday, people, seats } from "./people.ts";

const cast = { ...people, ...mediators };
const hours = (count: number) => ({ after: { hours: count } });

const convened: StoryStep[] = [
  submit("resident", "labour-dispute", "厂子突然说要搬到外地，八十多人不知道补偿怎么算，大家都急了。", {
    visibility: "confidential",
  }),
  told("desk", "新事项"),
  hidden("neighbour"),
  hidden("zone"),
  act("desk", "accept", {}, hours(0.2)),
  refused("desk", "convene", "forbidden", {}),
  act(
    "secretary",
    "convene",
    {
      police: [seats.police],
      lawyer: [seats.lawyer],
      elder: [seats.elder],
      department: [seats.labour, seats.arbitration],
    },
    hours(0.3),
  ),
  told("police", "请您参加联合调解"),
  told("elder", "请您参加联合调解"),
  act("police", "join", {}, hours(0.2)),
  act("lawyer", "join", {}, hours(0.2)),
  act("labour", "join", {}, hours(0.2)),
  act("arbitration", "join", {}, hours(0.2)),
  act("elder", "join", {}, hours(0.2)),
];

const heard: StoryStep[] = [
  act("elder", "heardOne", { words: "工人要按工龄补偿，怕拖，怕老板跑。" }, hours(6)),
  act("lawyer", "factsFound", { words: "劳动合同八十份，平均工龄四年，法定补偿可以算清。" }, hours(12)),
  see("secretary", { state: "听取另一方中" }),
  act("labour", "heardOther", { words: "企业愿按法定标准，但现金分两次付。" }, hours(8)),
];

const workers: Story = {
  id: "eighty-workers",
  title: "八十名工人的补偿，四天谈成",
  about: "书记主持，民警、律师、五老、劳动和仲裁部门各出一份力；谈话记录只有联调的人看得到；谈成后上门回访。",
  at: community,
  starts: monday,
  cast,
  full: { times: 1 },
  demo: { ago: 140 },
  steps: [
    ...convened,
    act("police", "record", { words: "现场情绪激动，已劝离厂门，无肢体冲突。" }, hours(1)),
    ...heard,
    see("secretary", { state: "联合调解中", actions: ["session", "fail"] }),
    see("desk", { notOnTimeline: ["联调记录", "查清事实", "听取申请一方"] }),
    see("resident", { notOnTimeline: ["联调记录", "查清事实", "听取另一方"] }),
    see("lawyer", { timeline: ["联调记录", "听取申请一方", "查清事实"] }),
    act("secretary", "session", { words: "第一次见面：工人代表五人，企业负责人到场，谈到标准。" }, hours(10)),
    refused("secretary", "agree", "not-allowed-now", { words: "按法定付", people: 80, until: "2025-03-20" }),
    act("secretary", "session", { words: "第二次：付款时间谈拢。" }, hours(20)),
    act("police", "finishPart", { words: "秩序平稳。" }, hours(1)),
    act("lawyer", "finishPart", { words: "协议文本已审。" }, hours(1)),
    act("labour", "finishPart", { words: "补偿表已核。" }, hours(1)),
    act("arbitration", "finishPart", { words: "协议可申请置换仲裁调解书。" }, hours(1)),
    act("elder", "finishPart", { words: "工人们都说行。" }, hours(1)),
    act(
      "secretary",
      "agree",
      { words: "按法定标准补偿，签字当天付六成，月底付清。", people: 80, until: "2025-03-31" },
      hours(1),
    ),
    see("secretary", { state: "协议履行中", time: "ok" }),
    told("resident", "达成了协议"),
    act("secretary", "visit", { kept: true, words: "八十人补偿全部到账。" }, hours(24 * 25)),
    told("resident", "已回访"),
    see("lawyer", { state: "已了结", notOnTimeline: ["上门回访"] }),
  ],
  figures: { "disputes-settled": 1, "people-settled": 80 },
};

const failed: Story = {
  id: "lease-failed",
  title: "谈不成的，告诉法定途径",
  about: "租赁纠纷谈不成，书面告知去法院；没有人到齐也可以写明原因后结束。",
  at: community,
  starts: monday,
  cast,
  demo: { ago: 70 },
  steps: [
    submit("resident", "property-dispute", "门面房租约没到期，房东要收回。", { visibility: "confidential" }),
    act("desk", "accept"),
    act("secretary", "convene", { lawyer: [seats.lawyer] }),
    act("lawyer", "join"),
    act("lawyer", "factsFound", { words: "租约有效，押金两万。" }),
    act("secretary", "heardOne", { words: "租客要求住满或赔偿。" }),
    act("secretary", "heardOther", { words: "房东坚持收回，不赔。" }),
    act("secretary", "session", { words: "谈了两个小时，差距太大。" }),
    act("secretary", "fail", { reason: "双方对违约金差距太大。", goTo: "court" }),
    told("resident", "人民法院"),
    see("resident", { state: "调解不成，已告知去处" }),
  ],
  figures: { "disputes-settled": 0, "people-settled": 0 },
};

const broken: Story = {
  id: "promise-broken",
  title: "回访没有做到，再谈一次",
  about: "协议到期没有履行，人数不算化解，回到联合调解。",
  at: community,
  starts: monday,
  cast,
  demo: { ago: 48 },
  steps: [
    submit("resident", "neighbour-dispute", "楼上漏水泡了我家天花板，说好赔一直不赔。", { visibility: "confidential" }),
    act("desk", "accept"),
    act("secretary", "convene", { elder: [seats.elder] }),
    act("elder", "join"),
    act("elder", "factsFound", { words: "楼上地漏老化。" }),
    act("elder", "heardOne", { words: "要两千元。" }),
    act("elder", "heardOther", { words: "愿赔一千五。" }),
    act("elder", "finishPart", { words: "两家都松口了。" }),
    act("secretary", "agree", { words: "赔一千八，修地漏。", people: 6, until: "2025-03-08" }),
    act("secretary", "visit", { kept: false, words: "钱没给，地漏也没修。" }, hours(24 * 5)),
    see("secretary", { state: "联合调解中", marks: ["协议未履行"] }),
  ],
  figures: { "disputes-settled": 0, "people-settled": 0 },
};

const underway: Story = {
  id: "mediation-underway",
  title: "联调刚开始，三条线同时走",
  about: "查事实、听两边同时进行；每条线各有时限。",
  at: community,
  starts: monday,
  cast,
  demo: { ago: 12 },
  steps: [...convened, see("secretary", { state: "调查核实中", actions: ["factsFound", "heardOne", "heardOther"] })],
  figures: { "disputes-settled": 0 },
};

export const mediations: readonly Story[] = [workers, failed, broken, underway];
