/** 一转三办: found on the daily round or brought by residents; on the spot, at once, online. */
import { act, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { community, grid, monday, people } from "./people.ts";

const rated = { stars: 5, solved: true, words: "办得好。" };

const onSpot: Story = {
  id: "patrol-on-spot",
  title: "巡查发现，当场办好",
  about: "两委干部每日巡查，看到井盖松动当场处理；居民不能代替干部记巡查。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 120 },
  steps: [
    {
      do: "refusedSubmit",
      as: "resident",
      category: "patrol-area",
      words: "我巡查看到井盖松了",
      data: { charge: "area" },
      problem: "forbidden",
    },
    submit("desk", "patrol-area", "巡到谢沟路口，井盖松动有响声。", { data: { charge: "area" } }),
    act("desk", "onSpot", {}, { after: minutes(5) }),
    act(
      "desk",
      "complete",
      { words: "垫好胶圈，复位，无响声。", photos: ["photo:复位的井盖"] },
      { after: minutes(40) },
    ),
    see("secretary", { state: "已办结", timeline: ["当场办", "办好了"] }),
    see("zone", { state: "已办结" }),
  ],
  figures: { found: 1, "on-spot": 1, "done-in-time": 1, "at-once": 0 },
};

const overdue: Story = {
  id: "spot-turns-at-once",
  title: "当场办不完，过了四小时自己转马上办",
  about: "当场办有自己的时限；过了时限系统转马上办，由社区派队伍。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 44 },
  steps: [
    submit("desk", "patrol-group", "楼后堆了三车建筑垃圾。", { data: { charge: "group" } }),
    act("desk", "onSpot", {}, { after: minutes(5) }),
    wait({ hours: 4.1 }),
    see("desk", { state: "待派人", marks: ["转马上办"] }),
    told("desk", "自动转马上办"),
    act("desk", "send", { to: [`@team-${community}-convenience`], hint: "带一辆车。" }),
    act("lead", "take"),
    act("lead", "complete", { words: "垃圾已清运。", photos: ["photo:清运后"] }, { after: minutes(120) }),
    see("secretary", { state: "已办结" }),
  ],
  figures: { found: 1, "on-spot": 0, "at-once": 1 },
};

const atOnce: Story = {
  id: "at-once",
  title: "居民反映，一个工作日内马上办",
  about: "社区派便民队；第一次没修好，居民说没有解决，再派一次。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 90 },
  steps: [
    submit("resident", "road", "单元门口地砖翘起来，绊倒两个人了。", { visibility: "public" }),
    told("desk", "新事项"),
    act("desk", "atOnce"),
    act("desk", "send", { to: [`@team-${community}-convenience`] }),
    act("lead", "return", { reason: "缺材料，请派网格员先围挡。" }),
    act("desk", "send", { to: [`@${grid}`] }),
    act("worker", "take"),
    act("worker", "complete", { words: "已围挡。", photos: ["photo:围挡"] }, { after: minutes(60) }),
    act("resident", "rate", { stars: 3, solved: false, words: "围挡了，砖还没修。" }),
    see("desk", { state: "待派人" }),
    act("desk", "send", { to: [`@team-${community}-convenience`], hint: "材料到了，请铺好。" }),
    act("lead", "take"),
    act("lead", "complete", { words: "地砖重铺。", photos: ["photo:新地砖"] }, { after: minutes(200) }),
    act("resident", "rate", rated),
    see("neighbour", { state: "已办结" }),
  ],
  figures: { "at-once": 1, solved: 1 },
};

const online: Story = {
  id: "group-chat",
  title: "网格群里问的，网上办",
  about: "老人生存认证怎么做，群里问，在线答复；答不清的转上门。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 60 },
  steps: [
    submit("resident", "group-chat", "老爸不会刷脸，养老生存认证怎么办？"),
    hidden("neighbour"),
    act("desk", "online"),
    act("desk", "reply", { words: "不用刷脸，带身份证到社区，或者我们上门办。" }),
    told("resident", "上门办"),
    act("resident", "rate", rated),
    see("resident", { state: "已办结" }),
  ],
  figures: { online: 1, "done-in-time": 1, solved: 1 },
};

const refusedOne: Story = {
  id: "wages-elsewhere",
  title: "不归社区的，告诉去哪里",
  about: "外地欠薪归当地劳动监察，说明理由和去处；别人看不到。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 22 },
  steps: [
    submit("resident", "livelihood", "去年在外省打工的工资没结清。"),
    hidden("neighbour"),
    act("desk", "refuse", { why: "remit", reason: "欠薪由用工地劳动监察受理。", goTo: "labour-inspection" }),
    told("resident", "劳动保障监察"),
    see("resident", { state: "未受理" }),
  ],
  figures: { refused: 1 },
};

const zone: Story = {
  id: "zone-supervises",
  title: "功能区看得到自己镇里的，看不到别处的",
  about: "高新区督办米庄镇的事；牛首镇不归高新区管，它的事高新区看不到。",
  at: grid,
  starts: monday,
  cast: people,
  demo: { ago: 14 },
  steps: [
    submit("resident", "enterprise", "产业园北门大货车压坏路面，灰大。"),
    submit("neighbour", "road", "牛首镇街口红绿灯不亮。", { case: "outside", node: "420606100" }),
    see("zone", { state: "待分办", actions: ["supervise"] }),
    hidden("zone", "outside"),
    act("zone", "supervise", { words: "产业园路面请两天内先降尘，一周内修补。", days: 2 }),
    told("desk", "督办"),
    see("street", { marks: ["督办中"] }),
    act("desk", "answerSupervision", { words: "已洒水降尘，明天进场修补。" }),
    told("zone", "回复了"),
    act("desk", "atOnce"),
    refused("zone", "send", "forbidden", { to: [`@team-${community}-convenience`] }),
  ],
  figures: { sorted: 1 },
};

export const does: readonly Story[] = [onSpot, overdue, atOnce, online, refusedOne, zone];
