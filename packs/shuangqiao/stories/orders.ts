/** Needs dispatched by content and accepted by skill: 296 problems solved over the year. */
import { act, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { monday, neighbours, tagou, teams, unit } from "./people.ts";

const team = (kind: string): string => `@team-${tagou}-${kind}`;
const rated = { stars: 5, solved: true, words: "谢谢！" };

const repair: Story = {
  id: "repair-by-skill",
  title: "维修的活派给会修的，写明特长再接",
  about: "社区按内容派给便民维修队，队长按特长接单，居民评价。",
  at: tagou,
  starts: monday,
  cast: teams,
  full: { times: 96 },
  demo: { ago: 120 },
  steps: [
    submit("resident", "repair", "厨房水龙头漏水，拧不紧。"),
    act("desk", "accept"),
    act("desk", "byContent", { to: [team("repair"), team("elderly")], content: "会水暖，带密封圈。" }),
    told("repair", "有一单适合您"),
    told("resident", "已派给擅长的队伍"),
    hidden("legal"),
    refused("repair", "take", "invalid-input"),
    act("repair", "take", { skill: "repair" }),
    refused("elderly", "take", "not-allowed-now", { skill: "elderly" }),
    act("repair", "complete", { words: "更换阀芯和密封圈。", photos: ["photo:新水龙头"] }, { after: minutes(90) }),
    told("resident", "已办结"),
    act("resident", "rate", rated),
    see("resident", { state: "已办结", timeline: ["提交", "受理", "按内容派单", "按特长接单", "办结", "评价"] }),
  ],
  figures: { "problems-solved": 1, "taken-by-skill": 1 },
};

const everywhere: Story = {
  id: "volunteers-near-home",
  title: "家门口的事，家门口的志愿队办",
  about: "每个社区的志愿队都能接：陪独居老人看病。",
  at: tagou,
  starts: monday,
  cast: { ...neighbours, volunteers: { role: "team-lead", on: "team" } },
  full: { times: 160, over: "community" },
  steps: [
    submit("resident", "elderly", "老伴腿脚不便，想请人陪着去复查。"),
    hidden("neighbour"),
    act("desk", "accept"),
    act("desk", "byContent", { to: ["@~team"] }),
    act("volunteers", "take", { skill: "hands" }),
    act(
      "volunteers",
      "complete",
      { words: "陪同检查、取药、送回家。", photos: ["photo:取药窗口"] },
      { after: minutes(240) },
    ),
    act("resident", "rate", rated),
  ],
  figures: { "problems-solved": 1, "taken-by-skill": 1 },
};

const legal: Story = {
  id: "loan-contract",
  title: "借贷纠纷咨询，第一次没说清再办一次",
  about: "派给法律咨询队，居民说没有解决，接单的人再办一次，当面讲清楚。",
  at: tagou,
  starts: monday,
  cast: teams,
  full: { times: 40 },
  demo: { ago: 66 },
  steps: [
    submit("resident", "legal", "网上借了钱，合同看不懂，利息好像不对。", { visibility: "confidential" }),
    act("desk", "accept"),
    act("desk", "byContent", { to: [team("legal")], content: "懂借贷合同。" }),
    act("legal", "take", { skill: "legal" }),
    act("legal", "complete", { words: "电话说明了利率上限。", photos: ["photo:咨询记录"] }, { after: minutes(60) }),
    act("resident", "rate", { stars: 2, solved: false, words: "电话里没听明白。" }),
    told("legal", "电话里没听明白"),
    see("desk", { state: "办理中" }),
    act(
      "legal",
      "complete",
      { words: "当面逐条讲解，拟好还款协商函。", photos: ["photo:面谈"] },
      { after: minutes(300) },
    ),
    act("resident", "rate", rated),
    see("desk", { state: "已办结" }),
  ],
  figures: { "problems-solved": 1 },
};

const refusedOne: Story = {
  id: "no-free-lunch",
  title: "不归社区办的，告诉去处",
  about: "采暖费退费由供热公司办，说明理由和电话；居民不服可以请街道看。",
  at: tagou,
  starts: monday,
  cast: teams,
  demo: { ago: 28 },
  steps: [
    submit("resident", "other", "暖气费交多了，要求社区退给我。"),
    act("desk", "refuse", { why: "remit", reason: "费用由供热公司收退，可带缴费凭证去办。", goTo: "heating" }),
    told("resident", "供热公司客服"),
    see("resident", { state: "未受理", actions: ["object"] }),
    hidden("neighbour"),
  ],
  figures: { "problems-solved": 0, refused: 1 },
};

const nobody: Story = {
  id: "nobody-takes",
  title: "几支队都没接，超时提醒社区转派",
  about: "半天没有队伍按特长接单，社区收到提醒，改派医学院志愿者。",
  at: tagou,
  starts: monday,
  cast: teams,
  demo: { ago: 18 },
  steps: [
    submit("resident", "health", "楼里好几位老人想学急救，能不能来教一次？", { visibility: "public" }),
    act("desk", "accept"),
    act("desk", "byContent", { to: [team("health"), team("culture")], content: "会心肺复苏和海姆立克法。" }),
    wait({ workingMinutes: 250 }),
    told("desk", "没有人接单"),
    act("desk", "recall", { reason: "改派医学院。" }),
    act("desk", "dispatch", { to: [unit("medical-college")], hint: "周末来教。" }),
    told("college", "有新的派单"),
    act("college", "take", { skill: "health" }),
    see("college", { state: "办理中" }),
    see("neighbour", { state: "办理中" }),
  ],
  figures: { "problems-solved": 0, dispatched: 1 },
};

const openToAll: Story = {
  id: "snow-night",
  title: "扫雪全员可接，一起办",
  about: "发布给所有队伍，先接的主办，后来的按特长一起办。",
  at: tagou,
  starts: monday,
  cast: teams,
  demo: { ago: 9 },
  steps: [
    submit("resident", "environment", "台阶上冰雪一层，老人下不了楼。", { visibility: "public" }),
    act("desk", "accept"),
    act("desk", "openToAll"),
    act("elderly", "take", { skill: "hands" }),
    act("repairer", "join", { skill: "hands" }),
    see("desk", { state: "办理中" }),
  ],
  figures: { "taken-by-skill": 1 },
};

export const orders: readonly Story[] = [repair, everywhere, legal, refusedOne, nobody, openToAll];
