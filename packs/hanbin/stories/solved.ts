/** Small matters that were solved: each kind in its own way, 240 in all. */
import { act, hidden, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { community, monday, voices } from "./people.ts";

const photo = (caption: string) => ({ photos: [`photo:${caption}`] });
const rated = { stars: 5, solved: true, words: "很快就办了。" };

const help: Story = {
  id: "help-street-lamp",
  title: "求助：路灯不亮，当天修好",
  about: "居民求助，社区审核派单，志愿队接单办好，居民确认。",
  at: community,
  starts: monday,
  cast: voices,
  full: { times: 149, over: "community" },
  demo: { ago: 110 },
  steps: [
    submit("resident", "lights", "楼下路灯三天不亮，晚上老人不敢出门。", { kind: "help", visibility: "public" }),
    told("desk", "新的居民心声"),
    act("desk", "accept"),
    told("resident", "首接负责到底"),
    act("desk", "dispatch", { to: ["@~team/volunteer"], hint: "先断电再上杆。" }),
    told("team", "有新的派单"),
    act("team", "take"),
    act("team", "complete", { words: "换了灯泡和触发器，已亮。", ...photo("亮起的路灯") }, { after: minutes(180) }),
    act("resident", "rate", rated),
    see("neighbour", { state: "已办结" }),
    see("resident", { timeline: ["提交", "受理", "派单", "接单", "办结", "评价"] }),
  ],
  figures: { opinions: 1, "solved-here": 1, escalated: 0, "ended-otherwise": 0 },
};

const byGrid: Story = {
  id: "help-adverts",
  title: "求助：楼道野广告，网格员清理",
  about: "派给网格员；第一次居民说没有解决，再办一次才算数。",
  at: community,
  starts: monday,
  cast: { ...voices, worker: { role: "grid-worker", on: "grid" } },
  full: { times: 30, over: "community" },
  steps: [
    submit("resident", "adverts", "楼道里贴满小广告，撕了又贴。", { kind: "help" }),
    hidden("neighbour"),
    act("desk", "accept"),
    act("desk", "dispatch", { to: ["@~grid"] }),
    act("worker", "take"),
    act("worker", "complete", { words: "已铲除。", ...photo("清理后的楼道") }, { after: minutes(120) }),
    act("resident", "rate", { stars: 2, solved: false, words: "第二天又贴上了。" }),
    told("desk", "★★☆☆☆"),
    see("desk", { state: "待审核" }),
    act("desk", "accept"),
    act("desk", "dispatch", { to: ["@~grid"], hint: "联系号码转有关部门停机。" }),
    act("worker", "take"),
    act("worker", "complete", { words: "铲除并刷防贴漆。", ...photo("刷过漆的墙") }, { after: minutes(300) }),
    act("resident", "rate", rated),
  ],
  figures: { opinions: 1, "solved-here": 1 },
};

const complaint: Story = {
  id: "complaint-protected",
  title: "投诉：谁反映的，核查人不知道",
  about: "投诉物业乱收费：社区指定核查人，核查原文反映人看不到，答复由社区给，反映人的信息不出社区。",
  at: community,
  starts: monday,
  cast: { ...voices, street: { role: "subdistrict-desk" } },
  full: { times: 30, over: "community" },
  demo: { ago: 80 },
  steps: [
    submit("resident", "conduct", "物业装修押金迟迟不退，态度还很差。", {
      kind: "complaint",
      visibility: "confidential",
    }),
    hidden("team"),
    act("desk", "accept"),
    act("desk", "choose", { to: ["@~team/volunteer"] }),
    told("team", "不要打听反映人"),
    see("resident", { state: "待核查人接手", notOnTimeline: ["交给谁核查"] }),
    act("team", "take"),
    act("team", "handlersNote", { words: "物业经理承认拖了四户。" }),
    act("team", "found", { founded: true, words: "押金拖欠属实，共四户，已责成三日内退清。" }, { after: minutes(600) }),
    see("resident", { notOnTimeline: ["核查完了", "办理人笔记"] }),
    refused("team", "answerReporter", "forbidden", { words: "退你了" }),
    act("desk", "answerReporter", { words: "您反映的属实，押金三日内退清，物业已道歉。" }),
    told("resident", "三日内退清"),
    see("team", { notOnTimeline: ["答复反映人"] }),
    act("resident", "rate", rated),
    see("desk", { state: "已办结" }),
  ],
  figures: { opinions: 1, "solved-here": 1 },
};

const report: Story = {
  id: "report-protected",
  title: "举报：核查人应当回避就换人",
  about: "举报夜间偷倒垃圾：第一个核查人与对方有亲属关系，回避后换人。",
  at: community,
  starts: monday,
  cast: { ...voices, worker: { role: "grid-worker", on: "grid" } },
  full: { times: 10, over: "community" },
  steps: [
    submit("resident", "appearance", "有人半夜往河边倒建筑垃圾，车牌我拍到了。", {
      kind: "report",
      visibility: "confidential",
      photos: ["夜里倒垃圾的车"],
    }),
    act("desk", "accept"),
    act("desk", "choose", { to: ["@~team/volunteer"] }),
    act("team", "avoid", { reason: "与对方是亲戚，应当回避。" }),
    act("desk", "choose", { to: ["@~grid"] }),
    act("worker", "take"),
    act("worker", "found", { founded: true, words: "查实两车，已移交城管处罚并清运。" }, { after: minutes(900) }),
    act("desk", "answerReporter", { words: "已查实并处罚，垃圾已清走，谢谢您。" }),
    act("resident", "rate", { stars: 4, solved: true }),
  ],
  figures: { opinions: 1, "solved-here": 1 },
};

const suggestion: Story = {
  id: "suggestion-adopted",
  title: "建议：采纳了就派人去办",
  about: "建议在坡道加扶手：研究后采纳，派队伍装上，建议人确认。",
  at: community,
  starts: monday,
  cast: voices,
  full: { times: 20, over: "community" },
  demo: { ago: 70 },
  steps: [
    submit("resident", "roads", "坡道太陡，建议装一排扶手。", { kind: "suggestion", visibility: "public" }),
    act("desk", "accept"),
    see("resident", { state: "建议研究中" }),
    act("desk", "adopt", { words: "采纳，本月内装好。" }, { after: minutes(900) }),
    told("resident", "已采纳"),
    act("desk", "dispatch", { to: ["@~team/volunteer"] }),
    act("team", "take"),
    act("team", "complete", { words: "装扶手十二米。", ...photo("装好的扶手") }, { after: minutes(900) }),
    act("resident", "rate", rated),
  ],
  figures: { opinions: 1, "solved-here": 1 },
};

export const solved: readonly Story[] = [help, byGrid, complaint, report, suggestion];
