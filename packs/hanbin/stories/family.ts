/** 民生爱心网: one family accompanied through many needs, over years. */
import { act, days, hidden, minutes, refused, see, submit, told, wait } from "../../base/story-steps.ts";
import type { Story, StoryStep } from "../../story.ts";
import { community, department, monday } from "./people.ts";

const cast = {
  family: { phone: "19900000009" },
  neighbour: { phone: "19900000010" },
  desk: { phone: "19900000004" },
  street: { phone: "19900000003" },
  companion: { phone: "19900000026" },
  civil: { phone: "19900000018" },
  housing: { phone: "19900000008" },
  disabled: { role: "unit-clerk", on: "dept-610902-disabled" },
  education: { role: "unit-clerk", on: "dept-610902-education" },
} as const;

const met = (step: string, as: string, slug: string, words: string, done: string): StoryStep[] => [
  act("companion", step, { to: [department(slug)], words }, { opens: { [as]: department(slug) } }),
  act(as, "take", {}, { on: as }),
  act(as, "complete", { words: done, photos: ["photo:办好"] }, { on: as, after: minutes(600) }),
  act("companion", "confirm", { words: "到家里看过了。" }, { on: as }),
];

const begin: StoryStep[] = [
  submit("family", "companion", "我双腿不便，带着孩子租房住，日子难。", { visibility: "confidential" }),
  hidden("neighbour"),
  act("desk", "visited", { words: "租住一楼，无收入，孩子小学三年级。" }),
  see("family", { notOnTimeline: ["走访过了，建议结对"] }),
  told("street", "建议为一个家庭结对"),
  act("street", "approve", { to: [`@team-${community}-care`] }),
  act("companion", "take"),
  told("family", "来陪伴"),
];

const years: Story = {
  id: "one-family",
  title: "一家人的几件难事，一件一件办，一年一年看",
  about: "低保、轮椅、廉租房、上学各是一件事；住院时暂停；满一年复核续上；家里说可以了、街道决定了才结束。",
  at: community,
  starts: monday,
  cast,
  steps: [
    ...begin,
    ...met("needAllowance", "civil", "civil-affairs", "办理低保和医保。", "低保已批，医保已参。"),
    ...met("needMobility", "disabled", "disabled", "申请一辆残疾车。", "车已送到家并教会使用。"),
    act("family", "familyNote", { words: "孩子开学的书本费还差一点，不好意思开口。" }),
    see("companion", { notOnTimeline: ["跟社区说句话"] }),
    told("desk", "留了话"),
    ...met("needSchool", "education", "education", "落实孩子助学金和课桌。", "助学金到账，课桌送到。"),
    act("companion", "pause", { reason: "住院手术，大约一个月。" }),
    see("companion", { state: "暂停中" }),
    act("family", "resume", {}, { after: days(30) }),
    wait(days(340)),
    told("companion", "快满一年"),
    act("companion", "renew", { words: "一年办成三件，明年办廉租房。" }),
    see("companion", { state: "陪伴中", marks: ["连年陪伴"] }),
    ...met("needHousing", "housing", "housing", "申请廉租房。", "廉租房已入住。"),
    act("companion", "proposeEnd", { reason: "有房有车有低保，孩子上学稳定。" }),
    refused("companion", "agree", "forbidden", { words: "她同意了" }),
    act("family", "stay"),
    see("companion", { state: "陪伴中" }),
    act("companion", "proposeEnd", { reason: "这两个月都很稳。" }, { after: days(60) }),
    act("family", "agree", { words: "现在能自己过了，谢谢大家。" }),
    refused("companion", "end", "forbidden", { words: "结束" }),
    act("street", "end", { words: "结束陪伴，逢年过节仍去看望。" }),
    see("family", {
      state: "陪伴圆满",
      timeline: ["我来陪伴", "帮办：低保医保", "年度复核，继续陪伴", "可以结束了", "结束陪伴"],
    }),
  ],
  figures: { "needs-met": 4, families: 0 },
};

const underway: Story = {
  id: "family-underway",
  title: "结对刚开始，轮椅在办",
  about: "陪伴人刚接手，第一件事在残联办；家里没有表态就不会结束。",
  at: community,
  starts: monday,
  cast,
  demo: { ago: 35 },
  steps: [
    ...begin,
    act(
      "companion",
      "needMobility",
      { to: [department("disabled")], words: "申请一辆轮椅。" },
      { opens: { disabled: department("disabled") } },
    ),
    act("disabled", "take", {}, { on: "disabled" }),
    act("companion", "visit", { words: "孩子发烧好了，冰箱里菜够。" }),
    see("family", { timeline: ["帮办：出行辅具", "记一次看望"] }),
    see("desk", { state: "陪伴中" }),
  ],
  figures: { families: 1, "needs-met": 0 },
};

const silence: Story = {
  id: "no-word-no-end",
  title: "家里没有说话，就继续陪伴",
  about: "提出结束后十五天家里没有表态，自己回到陪伴中。",
  at: community,
  starts: monday,
  cast,
  steps: [
    ...begin,
    act("companion", "proposeEnd", { reason: "家里情况好转。" }),
    told("family", "您怎么想"),
    wait(days(16)),
    see("companion", { state: "陪伴中", actions: ["renew", "proposeEnd", "needHealth"] }),
    told("companion", "继续陪伴"),
  ],
  figures: { families: 1 },
};

export const family: readonly Story[] = [years, underway, silence];
