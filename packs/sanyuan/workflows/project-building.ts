/** Building under a weekly look: the builder reports, the supervisor checks or has something mended. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import { day, handler, photos, reason, words } from "../../base/steps.ts";

/** Enters a project and looks at it every week. */
export const watch = { right: "project.watch" } as const;
/** Approves and accepts. */
export const approve = { right: "project.approve" } as const;

const week = 7 * 24;

const working: StateInput = {
  label: "施工中",
  waitsFor: [handler],
  limit: calendarLimit(week, { waits: [handler], above: [watch], what: "本周进度" }),
  on: {
    reportWeek: {
      label: "报本周进度",
      target: "checking",
      by: [handler],
      tone: "primary",
      key: "w",
      form: [
        { kind: "number", name: "percent", label: "完成进度", unit: "%", required: true, min: 0, max: 100 },
        words("本周做了什么，下周做什么", true),
        photos("现场照片（至少 1 张）", 1),
      ],
      effects: [
        { name: "keep", field: "percent", fact: "percent" },
        { name: "count", fact: "weeks" },
        { name: "judge", fact: "reportedInTime" },
      ],
      tells: [{ to: [watch], text: "“{title}”本周进度 {form.percent}%：{form.words}" }],
    },
    finish: {
      label: "完工，申请验收",
      target: "accepting",
      by: [handler],
      guards: [{ name: "atLeast", fact: "percent", min: 100 }],
      form: [words("完工情况", true)],
      tells: [{ to: [approve], text: "“{title}”完工，申请验收：{form.words}" }],
    },
  },
};

const checked: TransitionInput = {
  label: "督导：按计划",
  target: "working",
  by: [watch],
  tone: "primary",
  key: "k",
  form: [words("督导意见", true)],
  effects: [{ name: "count", fact: "supervisedWeeks" }],
};

export const building: StateInput = {
  label: "建设中",
  progress: "building",
  tone: "working",
  initial: "working",
  on: {
    bulletin: {
      label: "月通报",
      by: [watch],
      form: [words("通报内容", true)],
      effects: [{ name: "count", fact: "bulletins" }],
      tells: [{ to: [handler, approve], text: "“{title}”月通报：{form.words}" }],
    },
  },
  states: {
    working,
    checking: {
      label: "待本周督导",
      waitsFor: [watch],
      limit: workingLimit(3 * day, { waits: [watch], above: [approve], what: "本周督导" }),
      on: {
        check: checked,
        demand: {
          label: "督导：要求整改",
          target: "mending",
          by: [watch],
          form: [reason("哪里要改")],
          effects: [
            { name: "count", fact: "supervisedWeeks" },
            { name: "count", fact: "demands" },
          ],
          tells: [{ to: [handler], text: "“{title}”督导要求整改：{form.reason}" }],
        },
      },
    },
    mending: {
      label: "整改中",
      waitsFor: [handler],
      limit: workingLimit(5 * day, { waits: [handler], above: [watch, approve], what: "整改" }),
      on: {
        mended: {
          label: "整改好了",
          target: "checking",
          by: [handler],
          tone: "primary",
          form: [words("怎么改的", true), photos("整改照片")],
          tells: [{ to: [watch], text: "“{title}”整改好了：{form.words}" }],
        },
      },
    },
  },
};
