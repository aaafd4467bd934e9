/** 事项准入: a task comes down to a community only from the list; the community may object, the district decides. */
import type { WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { day, deskNote, handler, photos, reason, reporter, words } from "../../base/steps.ts";
import { extension, extensionMark } from "../../base/work.ts";

const assign = { right: "task.assign" } as const;
const receive = { right: "task.receive" } as const;
const reviews = { right: "task.review" } as const;

export const task: WorkflowInput = {
  label: "部门交办社区",
  description: "只有准入清单上的事项可以交给社区；社区有异议由区里复核。",
  starts: [assign],
  intake: {
    form: [
      { kind: "item", name: "item", label: "准入清单上的哪一项", required: true, list: "push-down" },
      { kind: "text", name: "owner", label: "主责部门和联系人", required: true, maxLength: 100 },
      { kind: "number", name: "households", label: "涉及户数", min: 1, max: 20000, unit: "户" },
      { kind: "date", name: "until", label: "几时办完", required: true },
      { kind: "text", name: "support", label: "部门给什么支持（人、钱、材料）", required: true, maxLength: 300 },
    ],
    effects: [
      { name: "keep", field: "item", fact: "item" },
      { name: "keep", field: "owner", fact: "owner" },
      { name: "keep", field: "households", fact: "households" },
      { name: "keep", field: "until", fact: "until" },
      { name: "keep", field: "support", fact: "support" },
    ],
  },
  on: { deskNote },
  marks: [extensionMark, { fact: "objections", label: "社区有异议", tone: "warning" }],
  shows: [
    { fact: "item", label: "准入事项" },
    { fact: "owner", label: "主责部门" },
    { fact: "households", label: "涉及户数" },
    { fact: "until", label: "办完日期" },
    { fact: "support", label: "部门支持" },
    { fact: "outcome", label: "完成情况" },
  ],
  progress: [
    { id: "received", label: "交办" },
    { id: "working", label: "社区办理" },
    { id: "checking", label: "部门验收" },
    { id: "closed", label: "办结" },
  ],
  initial: "received",
  initialUnplaced: "unplaced",
  states: {
    unplaced: {
      label: "待指定社区",
      progress: "received",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(day, { waits: [reporter], what: "指定社区" }),
      on: {
        place: {
          label: "交给哪个社区",
          target: "received",
          by: [reporter, assign],
          tone: "primary",
          form: [{ kind: "node", name: "to", label: "社区（村）", required: true, tiers: ["community", "village"] }],
          effects: [{ name: "relocate", field: "to" }],
          tells: [{ to: [receive], text: "部门交办“{title}”，请在 {due} 前接收。" }],
        },
        drop: {
          label: "不交办了",
          target: "dropped",
          by: [reporter, assign],
          form: [reason("原因")],
          effects: [closedAt],
        },
      },
    },
    received: {
      label: "待社区接收",
      progress: "received",
      tone: "waiting",
      waitsFor: [receive],
      limit: workingLimit(day, { waits: [receive], above: [assign], what: "接收" }),
      on: {
        take: {
          label: "接收",
          target: "working",
          by: [receive],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          tells: [{ to: [reporter], text: "{actor}已接收“{title}”。" }],
        },
        object: {
          label: "对交办有异议",
          target: "disputed",
          by: [receive],
          guards: [{ name: "lacks", fact: "objectionDecided" }],
          form: [reason("为什么不该由社区办", ["内容与清单所列不符", "没有给人、钱或材料", "本季度已经办过"])],
          effects: [{ name: "count", fact: "objections" }],
          tells: [{ to: [reviews, reporter], text: "{actor}对“{title}”有异议，请复核：{form.reason}" }],
        },
      },
    },
    disputed: {
      label: "异议复核中",
      progress: "received",
      tone: "waiting",
      waitsFor: [reviews],
      limit: workingLimit(2 * day, { waits: [reviews], above: [assign], what: "复核社区异议" }),
      on: {
        uphold: {
          label: "异议成立，退回部门",
          target: "returned",
          by: [reviews],
          tone: "primary",
          form: [reason("复核意见")],
          effects: [closedAt],
          tells: [{ to: [reporter, receive], text: "“{title}”不由社区办：{form.reason}" }],
        },
        reject: {
          label: "异议不成立",
          target: "received",
          by: [reviews],
          form: [reason("依据，部门还要补什么")],
          effects: [{ name: "set", fact: "objectionDecided", value: true }],
          tells: [{ to: [reporter, receive], text: "“{title}”请社区办理：{form.reason}" }],
        },
      },
    },
    working: {
      label: "社区办理中",
      progress: "working",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(10 * day, { waits: [handler], above: [assign], what: "办完" }),
      on: {
        ...extension([assign]),
        complete: {
          label: "办完，请部门验收",
          target: "checking",
          by: [handler],
          tone: "primary",
          key: "c",
          form: [words("办了多少，有什么问题", true), photos("照片")],
          effects: [
            { name: "keep", field: "words", fact: "outcome" },
            { name: "stamp", fact: "completedAt" },
            { name: "judge", fact: "doneInTime" },
            { name: "clear", fact: "extensionDays" },
          ],
          tells: [{ to: [reporter], text: "“{title}”社区已办完，请在 {due} 前验收：{form.words}" }],
        },
      },
    },
    checking: {
      label: "待部门验收",
      progress: "checking",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(3 * day, { waits: [reporter], what: "验收", triggers: "confirm" }),
      on: {
        confirm: {
          label: "验收通过",
          target: "closed",
          by: [reporter],
          tone: "primary",
          effects: [closedAt],
          tells: [{ to: [handler], text: "“{title}”已验收。" }],
        },
        sendBack: {
          label: "还要补充",
          target: "working",
          by: [reporter],
          form: [reason("还差什么")],
          effects: [{ name: "count", fact: "redone" }],
          tells: [{ to: [handler], text: "“{title}”还要补充：{form.reason}" }],
        },
      },
    },
    closed: ended("已办结", "closed", "done"),
    returned: ended("异议成立，已退回部门", "received"),
    dropped: ended("未交办", "received"),
  },
};
