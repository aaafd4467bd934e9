/** Needs posted from the mini-program: seen at once, solved, told; or on the problem list. */
import { act, days, hidden, hours, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Part, Story } from "../../story.ts";

const at = "610422001009-c01";
const starts = "2025-03-03 09:00";

const cast = {
  resident: { resident: true },
  neighbour: { resident: true },
  head: { role: "compound-head" },
  desk: { role: "community-desk" },
  town: { role: "subdistrict-desk" },
  repair: { role: "team-lead", on: "team/repair" },
} as const satisfies Record<string, Part>;

const seenAtOnce: Story = {
  id: "lamp",
  title: "发出需求，站长几分钟就看到",
  about: "站长 15 分钟内看到，当天办好反馈，居民确认后上成绩单。",
  at,
  starts,
  cast,
  demo: { ago: 120 },
  steps: [
    submit("resident", "compound", "三单元楼道灯不亮，晚上老人下楼看不清。"),
    told("head", "三单元楼道灯不亮"),
    hidden("neighbour"),
    act("head", "look", {}, { after: minutes(6) }),
    told("resident", "看到了您的"),
    refused("neighbour", "solve", "not-found", { words: "好了" }),
    act("head", "solve", { words: "换了声控灯头，亮了。" }, { after: minutes(90) }),
    see("resident", { state: "待评价", actions: ["rate"] }),
    act("resident", "rate", { solved: true, stars: 5, words: "真快。" }),
    see("resident", { state: "已办结" }),
  ],
  figures: { seen: 1, "seen-in-time": 1, "report-card": 1, "problem-list": 0 },
};

const overlooked: Story = {
  id: "pipe",
  title: "没人看的需求，十五分钟后进问题表",
  about: "夜里发的需求没有人看，自动列入问题表并告诉社区和街道；社区交给维修队。",
  at,
  starts: "2025-03-03 20:30",
  cast,
  demo: { ago: 60 },
  steps: [
    submit("resident", "utilities", "厨房水管爆了，阀门关不住。"),
    wait(hours(0.5)),
    see("desk", { state: "待社区查看", marks: ["问题表"] }),
    told("desk", "已列入问题表"),
    told("town", "已列入问题表"),
    see("resident", { state: "待社区查看", notOnTimeline: ["没有及时查看"] }),
    act("desk", "handOver", { to: ["@~team/repair"], hint: "先关总阀。" }, { after: hours(0.25) }),
    told("repair", "请办理"),
    act("repair", "take"),
    act("repair", "solve", { words: "换了阀门和一段水管。" }, { after: minutes(30) }),
    act("resident", "rate", { solved: true, stars: 4, words: "修好了，就是等得久。" }),
  ],
  figures: { seen: 1, "seen-in-time": 0, "problem-list": 1, "problem-list-open": 0, "report-card": 1 },
};

const late: Story = {
  id: "gate",
  title: "三天没办好，列入问题表",
  about: "超过时限自动列入问题表，居民得到说明；仍由同一个人办，镇街督办。",
  at,
  starts,
  cast,
  demo: { ago: 45 },
  steps: [
    submit("resident", "compound", "北门道闸坏了，车进进出出没人管。"),
    act("head", "look", {}, { after: minutes(5) }),
    wait(days(4)),
    see("head", { state: "办理中（已列入问题表）", marks: ["问题表"], actions: ["solve"] }),
    told("resident", "没有按时办好"),
    act("town", "supervise", { words: "请说明卡在哪里", days: 1 }),
    see("head", { marks: ["督办中"] }),
    see("resident", { notOnTimeline: ["督办"] }),
    act("head", "answerSupervision", { words: "配件今天到，明天装。" }),
    act("head", "passOn", { to: ["@~team/repair"], hint: "配件到了，请安装。" }),
    act("repair", "take"),
    see("repair", { state: "办理中（已列入问题表）" }),
  ],
  figures: { "problem-list": 1, "problem-list-open": 1, "report-card": 0 },
};

const again: Story = {
  id: "unsolved",
  title: "居民说没有解决，再办一次",
  about: "评价为没有解决，回到办理人手里，不用重新发。",
  at,
  starts,
  cast,
  demo: { ago: 20 },
  steps: [
    submit("resident", "repair", "抽油烟机拆洗后更响了。"),
    act("head", "look", {}, { after: minutes(5) }),
    act("head", "solve", { words: "紧了螺丝。" }),
    act("resident", "rate", { solved: false, stars: 2, words: "还是响。" }),
    see("head", { state: "办理中", marks: ["再次办理"] }),
    see("resident", { state: "办理中" }),
  ],
  figures: { "report-card": 0, solved: 0 },
};

const elsewhere: Story = {
  id: "wages",
  title: "不属于小区的事，告诉去处",
  about: "欠薪由劳动监察处理，站长说明理由和去处。",
  at,
  starts,
  cast,
  steps: [
    submit("resident", "policy", "站点老板欠我一个月跑单的钱。"),
    act(
      "head",
      "refuse",
      { why: "legal", reason: "欠薪可以由劳动监察责令支付。", goTo: "labour" },
      { after: minutes(8) },
    ),
    told("resident", "劳动监察大队"),
    see("resident", { state: "未受理" }),
  ],
  figures: { refused: 1, seen: 0 },
};

export const needs: readonly Story[] = [seenAtOnce, overlooked, late, again, elsewhere];
