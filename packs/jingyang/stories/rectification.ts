/** Opinions become problems, problems get measures, measures get done. */
import { act, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Part, Story, StoryStep } from "../../story.ts";

const cast = {
  resident: { resident: true },
  secretary: { role: "community-secretary" },
  town: { role: "subdistrict-desk" },
  property: { role: "unit-clerk", on: "property" },
  convenience: { role: "team-lead", on: "team/convenience" },
} as const satisfies Record<string, Part>;

const at = "610423001008-c01";
const convenience = "@~team/convenience";

const heard: readonly StoryStep[] = [
  submit("resident", "opinion", "办事窗口中午没人，上班的人总是白跑一趟。", {
    case: "opinion",
    data: { source: "online" },
  }),
  told("secretary", "办事窗口中午没人", "opinion"),
  refused("resident", "gather", "forbidden", {}, "opinion"),
  submit("secretary", "problem", "便民窗口午间无人值守，群众多跑路。"),
  act("secretary", "gather", { into: "#one" }, { on: "opinion" }),
  told("resident", "已列入问题清单整改", "opinion"),
  refused("secretary", "start", "not-allowed-now"),
];

const measure = (name: string, by: string, words: string, done: string): StoryStep[] => [
  act(by, "take", { promised: "2025-03-14" }, { on: name }),
  see("secretary", { case: name, state: "落实中" }),
  act(by, "complete", { words: done, photos: ["photo:整改以后"] }, { on: name, after: minutes(900) }),
  act("secretary", "accept", { words: `${words}，检查过了。` }, { on: name }),
];

const handOut = (name: string, to: string, words: string): StoryStep =>
  act("secretary", "addMeasure", { to: [to], words }, { opens: { [name]: to } });

const close: readonly StoryStep[] = [
  see("secretary", { state: "待对账销号" }),
  act("secretary", "close", { words: "午间有人值守，急事可以预约上门。" }),
  told("resident", "整改完成"),
  see("resident", { case: "opinion", state: "已列入整改" }),
];

const single: Story = {
  id: "noon-desk",
  title: "一个问题，一条措施",
  about: "意见归入问题清单，定一条措施，负责人认领、完成，检查通过后销号。",
  at,
  starts: "2025-03-03 09:00",
  cast,
  full: { times: 23, over: "compound" },
  steps: [
    ...heard,
    handOut("rota", convenience, "窗口实行午间轮班"),
    act("secretary", "start"),
    ...measure("rota", "convenience", "午间轮班", "轮班表已上墙，午间有人。"),
    ...close,
  ],
  figures: { opinions: 1, problems: 1, "problems-closed": 1, measures: 1 },
};

const double: Story = {
  id: "noon-desk-two",
  title: "一个问题，两条措施",
  about: "两条措施各有负责人；一条完成时还不能销号，两条都完成自动转去对账。",
  at,
  starts: "2025-03-03 09:00",
  cast,
  full: { times: 2, over: "compound" },
  demo: { ago: 105 },
  steps: [
    ...heard,
    handOut("rota", convenience, "窗口实行午间轮班"),
    handOut("notice", "@~property", "在各单元张贴预约电话"),
    act("secretary", "start"),
    ...measure("rota", "convenience", "午间轮班", "轮班表已上墙，午间有人。"),
    refused("secretary", "review", "not-allowed-now"),
    ...measure("notice", "property", "张贴电话", "各单元都贴了。"),
    ...close,
  ],
  figures: { opinions: 1, problems: 1, "problems-closed": 1, measures: 2 },
};

const underway: Story = {
  id: "queue-screen",
  title: "措施正在落实",
  about: "负责人已承诺日期，问题还不能销号。",
  at,
  starts: "2025-03-03 09:00",
  cast,
  demo: { ago: 22 },
  steps: [
    ...heard,
    handOut("rota", convenience, "窗口实行午间轮班"),
    act("secretary", "start"),
    act("convenience", "take", { promised: "2025-03-14" }, { on: "rota" }),
    see("secretary", { state: "整改中", noActions: ["close", "review"] }),
    see("town", { state: "整改中" }),
  ],
  figures: { problems: 1, "problems-closed": 0, measures: 1 },
};

export const rectifications: readonly Story[] = [single, double, underway];
