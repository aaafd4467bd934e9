/** The rounds of a joint meeting: opinions before it, the meeting with its minutes, then a plan or another round. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt } from "../../base/endings.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import {
  day,
  type FieldInput,
  handler,
  invited,
  lead,
  photos,
  reason,
  reporter,
  supervise,
  words,
} from "../../base/steps.ts";

export const calls = { right: "meeting.call" } as const;
export const prepares = { right: "meeting.prepare" } as const;

export const parts = { unit: "报到单位", owners: "业委会", property: "物业企业" } as const;
export const partForm: FieldInput[] = [
  { kind: "assignees", name: "unit", label: "请哪些报到单位", many: true, tiers: ["unit", "department", "enterprise"] },
  { kind: "assignees", name: "owners", label: "请哪些业委会", many: true, tiers: ["owners-committee"] },
  { kind: "assignees", name: "property", label: "请哪些物业企业", many: true, tiers: ["property"] },
];
export const invites: NonNullable<TransitionInput["effects"]> = [
  { name: "invite", field: "unit", as: "unit" },
  { name: "invite", field: "owners", as: "owners" },
  { name: "invite", field: "property", as: "property" },
];

const partySteps: Record<string, TransitionInput> = {
  join: {
    label: "参加",
    by: [invited],
    tone: "primary",
    effects: [{ name: "take" }],
    tells: [{ to: [lead], text: "{actor}参加“{title}”的联席会议。" }],
  },
  say: {
    label: "发表意见",
    by: [handler, reporter],
    form: [words("意见、能出什么力", true), photos("图纸、照片")],
    tells: [{ to: [lead], text: "{actor}对“{title}”的意见：{form.words}" }],
  },
  inviteMore: {
    label: "再请一家",
    by: [calls, prepares],
    form: partForm,
    effects: invites,
    tells: [{ to: [invited], text: "请您参加联席会议：{title}（{place}）。" }],
    seenBy: "staff",
  },
};

const convene: TransitionInput = {
  label: "通知开会",
  target: "called",
  by: [calls, prepares],
  tone: "primary",
  key: "n",
  form: [
    { kind: "date", name: "on", label: "哪天开会", required: true },
    { kind: "text", name: "agenda", label: "地点和这一轮议什么", required: true, maxLength: 300 },
  ],
  effects: [{ name: "keep", field: "on", fact: "meetsOn" }],
  tells: [{ to: [handler, invited, reporter], text: "“{title}”联席会议：{form.on}，{form.agenda}" }],
};

export const meeting: StateInput = {
  label: "联席会议",
  progress: "meeting",
  tone: "working",
  initial: "preparing",
  on: partySteps,
  states: {
    preparing: {
      label: "会前征求意见",
      waitsFor: [prepares],
      limit: workingLimit(5 * day, { waits: [prepares, calls], above: [supervise], what: "通知开会" }),
      on: { convene },
    },
    called: {
      label: "待开会",
      waitsFor: [calls],
      limit: calendarLimit(10 * 24, { waits: [calls], above: [supervise], what: "开会并记录" }),
      on: {
        hold: {
          label: "记录这一轮会议",
          target: "held",
          by: [calls, prepares],
          tone: "primary",
          key: "h",
          form: [
            words("会议记录：谁说了什么、议定了什么、还有什么分歧", true),
            { kind: "number", name: "present", label: "到会", unit: "人", required: true, min: 2, max: 500 },
            photos("会议照片"),
          ],
          effects: [
            { name: "count", fact: "rounds" },
            { name: "keep", field: "words", fact: "minutes" },
            { name: "keep", field: "present", fact: "present" },
          ],
          tells: [{ to: [handler, reporter], text: "“{title}”这一轮会议：{form.words}" }],
        },
        putOff: {
          label: "改期",
          target: "preparing",
          by: [calls],
          form: [reason("为什么改期")],
          tells: [{ to: [handler, invited], text: "“{title}”联席会议改期：{form.reason}" }],
        },
      },
    },
    held: {
      label: "待形成方案",
      waitsFor: [calls],
      limit: workingLimit(10 * day, { waits: [calls], above: [supervise], what: "形成方案或再开一轮" }),
      on: {
        anotherRound: { ...convene, label: "再开一轮", tone: "default" },
        adopt: {
          label: "形成方案",
          target: "shown",
          by: [calls],
          tone: "primary",
          key: "c",
          guards: [{ name: "atLeast", fact: "rounds", min: 1 }],
          form: [
            words("方案：做什么、谁来做、几时做完、钱从哪里来", true),
            { kind: "number", name: "parking", label: "规划车位", unit: "个", min: 0, max: 5000 },
            { kind: "number", name: "trees", label: "种植树木", unit: "棵", min: 0, max: 100_000 },
          ],
          effects: [
            { name: "keep", field: "words", fact: "plan" },
            { name: "keep", field: "parking", fact: "parkingPlaces" },
            { name: "keep", field: "trees", fact: "trees" },
            { name: "stamp", fact: "adoptedAt" },
          ],
          tells: [{ to: [handler, reporter], text: "“{title}”的方案公示 7 天：{form.words}" }],
        },
        shelve: {
          label: "暂不形成方案",
          target: "shelved",
          by: [calls],
          form: [reason("为什么，什么时候再议")],
          effects: [closedAt],
          tells: [{ to: [handler, reporter], text: "“{title}”暂不形成方案：{form.reason}" }],
        },
      },
    },
  },
};
