/** Everyday matters, each solved by one of the three officers. */
import { act, minutes, see, submit, told } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { grid, people } from "./disputes.ts";

const steps = (officer: string, category: string, words: string, done: string): Story["steps"] => [
  submit("resident", category, words),
  told(officer, words.slice(0, 8)),
  act(officer, "take"),
  act(officer, "complete", { words: done }, { after: minutes(60) }),
  act("resident", "rate", { solved: true, stars: 5, words: "办得快。" }),
  see("resident", { state: "已办结" }),
];

const base = { at: grid, starts: "2025-03-04 09:00" } as const;

export const officers: readonly Story[] = [
  {
    ...base,
    id: "manhole",
    title: "井盖松动，网格员当天处理",
    about: "基础网格员接到就去，修好请居民评价。",
    cast: people,
    full: { times: 742, over: "grid" },
    demo: { ago: 110 },
    steps: steps("worker", "environment", "单元门口的井盖踩上去直晃，怕老人摔着。", "换了防盗井圈，井盖不晃了。"),
    figures: { "officers-solved": 1, "grid-solved": 1, "service-solved": 0 },
  },
  {
    ...base,
    id: "allowance",
    title: "高龄补贴，便民服务员上门代办",
    about: "老人出不了门，便民服务员带着表上门办好。",
    cast: people,
    full: { times: 468, over: "grid" },
    demo: { ago: 100 },
    steps: steps(
      "desk",
      "agency",
      "母亲八十三了下不了楼，高龄补贴怎么办手续？",
      "上门拍照、填表，已经报上去，下月起发放。",
    ),
    figures: { "officers-solved": 1, "service-solved": 1 },
  },
  {
    ...base,
    id: "ledger",
    title: "电梯广告收入去哪了，财经管理员公开账目",
    about: "居民问公共收益，财经管理员把账目贴出来。",
    cast: { ...people, finance: { role: "community-secretary" } },
    full: { times: 152, over: "grid" },
    demo: { ago: 90 },
    steps: steps(
      "finance",
      "accounts",
      "电梯里的广告钱每年有多少，用在哪了？",
      "全年收支已在公示栏公开，结余转入维修资金。",
    ),
    figures: { "officers-solved": 1, "finance-solved": 1 },
  },
  {
    ...base,
    id: "wire",
    title: "电线裸露，半小时内要有人管",
    about: "安全隐患按小时算时限，到期没有受理，社区和镇街都会知道。",
    cast: { ...people, town: { role: "subdistrict-desk" } },
    demo: { ago: 6 },
    steps: [
      submit("resident", "hazard", "配电箱门掉了，线头露在外面，孩子够得着。"),
      { do: "wait", after: { hours: 1 } },
      see("desk", { state: "待网格员受理", time: "late" }),
      told("town", "超过时限还没有受理"),
      act("worker", "take"),
      see("resident", { state: "办理中" }),
    ],
    figures: { "heard-in-time": 0, heard: 1, "officers-solved": 0 },
  },
];
