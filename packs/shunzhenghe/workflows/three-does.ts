/**
 * 三办: a matter is done on the spot by who found it, at once by the community, or online; each way has its own limit. What
 * cannot be done in its way within the limit goes on to the next by itself.
 */
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended, reopen } from "../../base/endings.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  answer,
  ask,
  call,
  day,
  deskNote,
  dispatch,
  handler,
  noAnswer,
  note,
  offered,
  rate,
  reason,
  refuse,
  reporter,
  supervise,
  supervision,
  supervisionMark,
  supervisionTimers,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";
import { complete, extension, extensionMark, giveBack, progressReport, take } from "../../base/work.ts";

const sorted = { name: "judge", fact: "sortedInTime" } as const;
const way = (value: string) => ({ name: "set", fact: "way", value }) as const;

const toOnce: TransitionInput = {
  label: "办不了，转马上办",
  target: "once",
  by: [handler],
  form: [reason("为什么当场（网上）办不了")],
  effects: [{ name: "release" }, way("once"), { name: "stamp", fact: "passedOn" }],
  tells: [
    { to: [dispatch], text: "“{title}”转马上办，请派人：{form.reason}" },
    { to: [reporter], text: "“{title}”需要上门办，社区正在派人。" },
  ],
};
/** The same step as the clock takes it: it has no answers. */
const passOn: TransitionInput = {
  label: "超过时限，转马上办",
  target: "once",
  by: [dispatch],
  effects: toOnce.effects,
  tells: [{ to: [dispatch, reporter], text: "“{title}”超过了时限，已自动转马上办，由社区派人。" }],
};

export const sortingSteps = {
  onSpot: {
    label: "当场办",
    target: "spot",
    by: [vet],
    tone: "primary",
    key: "s",
    effects: [{ name: "take" }, sorted, way("spot")],
    tells: [{ to: [reporter], text: "“{title}”由{actor}当场办，{due} 前办好。" }],
  },
  atOnce: {
    label: "马上办",
    target: "once",
    by: [vet],
    key: "d",
    effects: [sorted, way("once")],
    tells: [{ to: [reporter], text: "“{title}”马上办，社区一个工作日内办好。" }],
  },
} satisfies Record<string, TransitionInput>;

export const spot = (doneAt: string): StateInput => ({
  label: "当场办理中",
  progress: "doing",
  tone: "working",
  waitsFor: [handler],
  limit: calendarLimit(4, { waits: [handler], what: "当场办好", triggers: "passOn" }),
  on: { complete: complete(doneAt, [reporter, supervise], "办好了"), turnToOnce: toOnce, passOn },
});

export const once = (doneAt: string): StateInput => ({
  label: "马上办",
  progress: "doing",
  tone: "working",
  initial: "dispatching",
  limit: workingLimit(day, { waits: [handler, dispatch], above: [supervise], what: "办好" }),
  on: extension([dispatch]),
  states: {
    dispatching: {
      label: "待派人",
      tone: "waiting",
      waitsFor: [dispatch],
      limit: workingLimit(1, { waits: [dispatch], above: [supervise], what: "派人" }),
      on: {
        send: {
          label: "派人",
          target: "assigned",
          by: [dispatch],
          tone: "primary",
          key: "d",
          form: [
            {
              kind: "assignees",
              name: "to",
              label: "派给",
              required: true,
              tiers: ["team", "grid", "property", "unit", "department", "enterprise", "village"],
            },
            { kind: "text", name: "hint", label: "交代", maxLength: 300, multiline: true },
          ],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "stamp", fact: "dispatchedAt" },
          ],
          tells: [{ to: [offered], text: "马上办：{title}（{place}），请在 {due} 前接单。{form.hint}" }],
        },
        doMyself: {
          label: "我去办",
          target: "working",
          by: [dispatch],
          effects: [{ name: "take" }, { name: "stamp", fact: "dispatchedAt" }],
        },
      },
    },
    assigned: {
      label: "待接单",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(1, { waits: [offered], above: [dispatch], what: "接单" }),
      on: {
        take: take("working", [reporter, dispatch]),
        return: giveBack("dispatching", [offered], [dispatch]),
      },
    },
    working: {
      label: "马上办理中",
      waitsFor: [handler],
      on: {
        complete: complete(doneAt, [reporter, dispatch], "办好了"),
        report: progressReport,
        return: giveBack("dispatching", [handler], [dispatch]),
      },
    },
  },
});

const online: StateInput = {
  label: "网上办理中",
  progress: "doing",
  tone: "working",
  waitsFor: [handler],
  limit: calendarLimit(12, { waits: [handler], what: "在群里答复", triggers: "passOn" }),
  on: {
    reply: {
      label: "在线答复",
      target: "feedback",
      by: [handler],
      tone: "primary",
      key: "c",
      form: [words("答复内容（会发到居民手机上）", true)],
      effects: [
        { name: "keep", field: "words", fact: "outcome" },
        { name: "stamp", fact: "completedAt" },
        { name: "judge", fact: "doneInTime" },
      ],
      tells: [{ to: [reporter], text: "关于“{title}”：{form.words}" }],
    },
    turnToOnce: toOnce,
    passOn,
  },
};

const feedback: StateInput = {
  label: "待居民反馈",
  progress: "feedback",
  tone: "done",
  waitsFor: [reporter],
  limit: workingLimit(3 * day, { waits: [reporter], what: "您评价办得怎么样", triggers: "close" }),
  on: {
    rate: {
      ...rate,
      target: "closed",
      branches: [
        {
          guards: [{ name: "answered", field: "solved", value: false }],
          target: "once",
          effects: [{ name: "count", fact: "unsolved" }, { name: "clear", fact: "closedAt" }, { name: "release" }],
        },
      ],
      effects: [...(rate.effects ?? []), closedAt],
      tells: [{ to: [handler, dispatch], text: "居民评价了“{title}”：{form.stars} {form.words}" }],
    },
    followUp: call,
    close: { label: "归档", target: "closed", by: [{ right: "case.close" }], effects: [closedAt] },
  },
};

export const shared: Pick<WorkflowInput, "on" | "timers" | "marks" | "shows" | "progress"> = {
  timers: supervisionTimers,
  on: { note, deskNote, ...supervision },
  marks: [supervisionMark, extensionMark, { fact: "passedOn", label: "转马上办", tone: "warning" }],
  shows: [{ fact: "outcome", label: "办理结果" }],
  progress: [
    { id: "found", label: "发现" },
    { id: "doing", label: "办理" },
    { id: "feedback", label: "反馈" },
    { id: "closed", label: "办结" },
  ],
};

/** What residents bring. */
export const threeDoes: WorkflowInput = {
  ...shared,
  label: "现场办 · 马上办 · 网上办",
  description: "当场能办的当场办，需要派人的一个工作日内办，群里能答复的在线办。",
  initial: "sorting",
  initialUnplaced: "placing",
  states: {
    placing: placing("sorting", "found"),
    sorting: {
      label: "待分办",
      progress: "found",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(1, { waits: [vet], above: [supervise], what: "分办" }),
      on: {
        ...sortingSteps,
        online: {
          label: "网上办",
          target: "online",
          by: [vet],
          key: "w",
          effects: [{ name: "take" }, sorted, way("online")],
          tells: [{ to: [reporter], text: "“{title}”由{actor}在线答复，{due} 前回复您。" }],
        },
        merge: {
          label: "并入已有诉求",
          target: "merged",
          by: [vet],
          key: "m",
          form: [{ kind: "case", name: "into", label: "并入哪一件", required: true }],
          effects: [{ name: "merge", field: "into" }, closedAt],
          tells: [{ to: [reporter], text: "“{title}”与邻居反映的是同一件事，已合并办理，每一步都会通知您。" }],
        },
        ask: ask("asked", [vet]),
        refuse,
        withdraw,
      },
    },
    asked: {
      label: "待居民补充",
      progress: "found",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(2 * day, { waits: [reporter], what: "您补充情况", triggers: "noAnswer" }),
      on: { answer: answer("sorting", [vet]), noAnswer: noAnswer("sorting", [vet]), withdraw },
    },
    spot: spot("feedback"),
    once: once("feedback"),
    online,
    feedback,
    closed: ended("已办结", "closed", "done", {
      reopen: {
        ...reopen("once"),
        tells: [{ to: [dispatch], text: "居民重新打开“{title}”：{form.words}" }],
      },
    }),
    refused: ended("未受理", "found"),
    merged: ended("已合并办理", "found"),
    withdrawn: ended("已撤回", "found"),
  },
};
