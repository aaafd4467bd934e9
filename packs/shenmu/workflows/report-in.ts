/**
 * 部门报到: one department's part of a whistle. It reports in within its limit or objects; when it is done, both sides assess
 * each other at the same time: the subdistrict the department, the department the whistle.
 */
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import {
  day,
  deskNote,
  handler,
  objection,
  objectionDecisions,
  offered,
  reason,
  review,
  words,
} from "../../base/steps.ts";
import { complete, extension, extensionMark, handlersNote, progressReport, take } from "../../base/work.ts";

const whistle = { right: "whistle.blow" } as const;
const watch = { right: "whistle.watch" } as const;

const ofDepartment: StateInput = {
  label: "待街道评部门",
  initial: "rating",
  states: {
    rating: {
      label: "待街道评部门",
      waitsFor: [whistle],
      limit: workingLimit(3 * day, { waits: [whistle], above: [watch], what: "街道评价部门" }),
      on: {
        rateDepartment: {
          label: "评价部门",
          target: "rated",
          by: [whistle],
          tone: "primary",
          form: [{ kind: "stars", name: "stars", label: "部门办得怎么样", required: true }, words("理由", true)],
          effects: [{ name: "keep", field: "stars", fact: "departmentStars" }],
          tells: [{ to: [handler], text: "街道评价了“{title}”：{form.stars} {form.words}" }],
          seenBy: "staff",
        },
        sendBack: {
          label: "还没办好，退回部门",
          target: "working",
          by: [whistle],
          tone: "danger",
          form: [reason("还差什么")],
          effects: [
            { name: "count", fact: "redone" },
            { name: "clear", fact: "justified" },
          ],
          tells: [{ to: [handler], text: "“{title}”还没有办好：{form.reason}" }],
          seenBy: "staff",
        },
      },
    },
    rated: { label: "街道已评", final: true },
  },
};

const ofWhistle: StateInput = {
  label: "待部门评哨",
  initial: "judging",
  states: {
    judging: {
      label: "待部门评哨",
      waitsFor: [handler],
      limit: workingLimit(3 * day, { waits: [handler], above: [watch], what: "部门评价这次吹哨" }),
      on: {
        judgeWhistle: {
          label: "评价这次吹哨",
          target: "judged",
          by: [handler],
          tone: "primary",
          form: [
            {
              kind: "yes-no",
              name: "justified",
              label: "这次吹哨该不该找本部门",
              required: true,
              yes: "应当",
              no: "不应当",
            },
            words("理由", true),
          ],
          effects: [{ name: "keep", field: "justified", fact: "justified" }],
          tells: [{ to: [whistle], text: "{actor}评价了“{title}”的吹哨：{form.words}" }],
          seenBy: "staff",
        },
      },
    },
    judged: { label: "部门已评", final: true },
  },
};

/** It stays with the department, which may read why it was excused. */
const excuse: TransitionInput = {
  label: "异议成立，不必报到",
  target: "excused",
  by: [review],
  tone: "primary",
  form: [reason("复核意见，应当由谁来")],
  effects: [closedAt],
  tells: [{ to: [whistle, offered], text: "“{title}”的异议成立，不必报到：{form.reason}" }],
  seenBy: "staff",
};

export const reportIn: WorkflowInput = {
  label: "部门报到",
  description: "被吹哨部门限时报到、办理、报告结果；有异议由市里复核；办完后街道和部门互评。",
  starts: [],
  on: { deskNote },
  marks: [extensionMark, { fact: "redone", label: "退回重办", tone: "warning" }],
  shows: [{ fact: "outcome", label: "办理结果" }],
  progress: [
    { id: "summoned", label: "吹哨" },
    { id: "working", label: "报到办理" },
    { id: "assessing", label: "双向评价" },
    { id: "closed", label: "办结" },
  ],
  initial: "summoned",
  states: {
    summoned: {
      label: "待报到",
      progress: "summoned",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(4, { waits: [offered], above: [whistle, watch], what: "部门报到" }),
      on: {
        reportIn: {
          ...take("working", [whistle], "报到"),
          effects: [{ name: "take" }, { name: "judge", fact: "reportedInTime" }, { name: "stamp", fact: "reportedAt" }],
          tells: [{ to: [whistle], text: "{actor}已报到：{title}" }],
        },
        object: objection("disputed"),
        redirect: {
          label: "改请另一个部门",
          by: [whistle],
          form: [
            { kind: "assignees", name: "to", label: "请哪个部门", required: true, tiers: ["department", "unit"] },
            reason("为什么改请"),
          ],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "clear", fact: "objectionDecided" },
          ],
          tells: [{ to: [offered], text: "“{title}”改请部门报到：{form.reason} 请在 {due} 前报到。" }],
        },
        recall: {
          label: "不用报到了",
          target: "recalled",
          by: [whistle],
          form: [reason("原因")],
          effects: [closedAt, { name: "release" }],
          tells: [{ to: [offered], text: "“{title}”不用报到了：{form.reason}" }],
        },
      },
    },
    disputed: {
      label: "异议复核中",
      progress: "summoned",
      tone: "waiting",
      waitsFor: [review],
      limit: workingLimit(day, { waits: [review], above: [whistle], what: "复核异议" }),
      on: { ...objectionDecisions("excused", "summoned"), uphold: excuse },
    },
    working: {
      label: "部门办理中",
      progress: "working",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(5 * day, { waits: [handler], above: [whistle, watch], what: "部门办结" }),
      on: {
        complete: complete("assessing", [whistle], "办结并报告"),
        report: { ...progressReport, tells: [{ to: [whistle], text: "“{title}”有新进展：{form.words}" }] },
        handlersNote,
        ...extension([whistle]),
      },
    },
    assessing: {
      label: "双向评价",
      progress: "assessing",
      tone: "waiting",
      parallel: true,
      states: { ofDepartment, ofWhistle },
      done: { target: "closed", effects: [closedAt] },
    },
    closed: ended("已办结", "closed", "done"),
    excused: ended("异议成立，不必报到", "summoned"),
    recalled: ended("已撤回", "summoned"),
  },
};
