/** Owners' talks, and the needs that come out of them. */
import { act, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Story, StoryStep } from "../../story.ts";
import { compound, people, table } from "./disputes.ts";

interface Need {
  readonly name: string;
  readonly to: string;
  readonly by: string;
  readonly words: string;
  readonly done: string;
}

const needs: readonly Need[] = [
  { name: "lamp", to: "@~property", by: "property", words: "东侧路灯三盏不亮，修好", done: "三盏路灯已换新。" },
  { name: "gate", to: "@~property", by: "property", words: "北门门禁夜里打不开，加装按钮", done: "加装了出门按钮。" },
  { name: "bench", to: "@~owners-committee", by: "owners", words: "在树下添两张长椅", done: "长椅已安放。" },
  {
    name: "notice",
    to: "@~owners-committee",
    by: "owners",
    words: "公共收益每季度贴一次",
    done: "第一季度收支已张贴。",
  },
];

const handOut = ({ name, to, words }: Need): StoryStep =>
  act("desk", "handOut", { to: [to], words }, { opens: { [name]: to } });

const meet = ({ name, by, done }: Need): StoryStep[] => [
  act(by, "take", {}, { on: name }),
  act(by, "complete", { words: done, photos: ["photo:办好以后"] }, { on: name, after: minutes(600) }),
  act("desk", "confirm", { words: "现场看过了。" }, { on: name }),
];

const begin: StoryStep[] = [
  submit("resident", "owners-talk", "想请物业和业委会坐下来，说说路灯、门禁和公共收益。"),
  act("desk", "call", {
    on: "2025-03-20",
    words: "周四晚上七点，小区党群服务点",
    owners: ["@~owners-committee"],
    property: ["@~property"],
  }),
  told("owners", "业主恳谈会"),
  act("owners", "join"),
  act("property", "join"),
];

const talk = (id: string, title: string, met: readonly Need[], times: number): Story => ({
  id,
  title,
  about: "恳谈会上提出的需求逐条交办，全部有结果后向业主反馈。",
  at: compound,
  starts: "2025-03-10 09:00",
  cast: { ...people, ...table },
  full: { times, over: "compound" },
  demo: { ago: 145 },
  steps: [
    ...begin,
    act("desk", "hold", { people: 36, words: "到会三十六户，提出的需求当场记下。" }),
    refused("desk", "tellOwners", "not-allowed-now", { words: "都办好了" }),
    ...met.map(handOut),
    ...met.flatMap(meet),
    see("desk", { state: "待向业主反馈" }),
    act("desk", "tellOwners", { words: "需求都办好了，请大家监督。" }),
    told("resident", "需求有结果了"),
    see("resident", { state: "已反馈" }),
  ],
  figures: { talks: 1, "needs-met": met.length },
});

const underway: Story = {
  id: "underway",
  title: "恳谈会开过，一条需求还在办",
  about: "一条已交给物业，正在办理。",
  at: compound,
  starts: "2025-03-10 09:00",
  cast: { ...people, ...table },
  demo: { ago: 40 },
  steps: [
    ...begin,
    act("desk", "hold", { people: 22, words: "主要说了门禁和停车。" }),
    act("desk", "handOut", { to: ["@~property"], words: "门禁夜里打不开" }, { opens: { gate: "@~property" } }),
    act("property", "take", {}, { on: "gate" }),
    see("desk", { state: "逐条办理需求", noActions: ["toReport"] }),
  ],
  figures: { talks: 1, "needs-met": 0 },
};

export const talks: readonly Story[] = [
  talk("talk-three", "恳谈会：三条需求", needs.slice(0, 3), 24),
  talk("talk-four", "恳谈会：四条需求", needs, 10),
  underway,
];
