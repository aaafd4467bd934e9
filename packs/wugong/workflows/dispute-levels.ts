/** 矛盾收集在小区、纠纷化解在社区、问题破解在县直: one state for each level, each with days of its own. */
import type { StateInput } from "@ginkgo/shared/pack/workflow.ts";
import { joint, whenPartsDone, withoutParts } from "../../base/joint.ts";
import { workingLimit } from "../../base/limits.ts";
import {
  day,
  handler,
  invited,
  lead,
  objection,
  objectionDecisions,
  offered,
  reason,
  refuse,
  reporter,
  review,
  supervise,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";
import { progressReport } from "../../base/work.ts";
import { crack, passOn, record, settle, settleAt } from "./dispute-parts.ts";

const askJoin = { to: [invited], text: "请您参加化解：{title}（{place}）。" };

export const compound: StateInput = {
  label: "小区化解",
  progress: "compound",
  tone: "working",
  initial: "gathered",
  limit: workingLimit(5 * day, { waits: [settle], what: "在小区谈妥（到期自动提交社区）", triggers: "passUp" }),
  on: { passUp: passOn("提交社区", "community", [settle], "passedUpAt", [vet]), record, withdraw },
  states: {
    gathered: {
      label: "待上门了解",
      tone: "waiting",
      waitsFor: [settle],
      limit: workingLimit(day, { waits: [settle], above: [vet], what: "上门了解" }),
      on: {
        hear: {
          label: "上门了解",
          target: "settling",
          by: [settle],
          tone: "primary",
          key: "a",
          effects: [
            { name: "take" },
            { name: "stamp", fact: "heardAt" },
            { name: "judge", fact: "heardInTime" },
            { name: "keepActor", fact: "firstReceiver" },
          ],
          tells: [{ to: [reporter], text: "{actor}来了解“{title}”，会与您联系。" }],
        },
        refuse: { ...refuse, by: [settle, vet] },
      },
    },
    settling: {
      label: "小区调解中",
      waitsFor: [handler],
      on: { settle: settleAt("compound"), report: progressReport },
    },
  },
};

/** Owners, property company, police, lawyer sit at one table, each in a part of their own. */
export const community: StateInput = {
  label: "社区化解",
  progress: "community",
  tone: "working",
  initial: "called",
  limit: workingLimit(10 * day, { waits: [vet], what: "在社区谈妥（到期自动提交县直）", triggers: "passToCounty" }),
  on: { passToCounty: passOn("提交县直破题", "county", [vet], "crackedAt", [crack]), record, withdraw },
  states: {
    called: {
      label: "待召集议事",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(day, { waits: [vet], above: [supervise], what: "召集各方议事" }),
      on: {
        convene: {
          label: "召集各方议事",
          target: "meeting",
          by: [vet],
          tone: "primary",
          key: "d",
          form: [
            { kind: "date", name: "on", label: "哪天议事", required: true },
            { kind: "assignees", name: "property", label: "物业企业", tiers: ["property"] },
            { kind: "assignees", name: "owners", label: "业委会", tiers: ["owners-committee"] },
            {
              kind: "assignees",
              name: "mediator",
              label: "调解员（社区调解员或调解队）",
              tiers: ["community", "team"],
            },
            { kind: "assignees", name: "lawyer", label: "律师", tiers: ["unit", "team"] },
            { kind: "assignees", name: "police", label: "公安", tiers: ["department", "unit"] },
            words("在哪里、议什么", true),
          ],
          effects: [
            { name: "keep", field: "on", fact: "meetingOn" },
            { name: "take" },
            { name: "invite", field: "property", as: "property" },
            { name: "invite", field: "owners", as: "owners" },
            { name: "invite", field: "mediator", as: "mediator" },
            { name: "invite", field: "lawyer", as: "lawyer" },
            { name: "invite", field: "police", as: "police" },
          ],
          tells: [askJoin, { to: [reporter], text: "“{title}”约各方一起谈：{form.words}" }],
        },
        refuse: { ...refuse, by: [vet] },
      },
    },
    meeting: {
      label: "各方议事中",
      waitsFor: [lead],
      limit: workingLimit(5 * day, { waits: [lead], above: [vet], what: "议出结果" }),
      on: {
        ...joint("handlers"),
        settle: whenPartsDone(settleAt("community")),
        settleWithout: withoutParts(settleAt("community"), "谈妥了（有一方没有到场）"),
      },
    },
  },
};

export const county: StateInput = {
  label: "县直破题",
  progress: "county",
  tone: "working",
  initial: "assigning",
  limit: workingLimit(20 * day, { waits: [crack], above: [supervise], what: "在县级破题" }),
  on: { record },
  states: {
    assigning: {
      label: "待确定牵头部门",
      tone: "waiting",
      waitsFor: [crack],
      limit: workingLimit(day, { waits: [crack], what: "确定牵头部门" }),
      on: {
        assign: {
          label: "确定牵头和协办部门",
          target: "offered",
          by: [crack],
          tone: "primary",
          key: "d",
          form: [
            { kind: "assignees", name: "to", label: "牵头", required: true, tiers: ["department", "unit"] },
            { kind: "assignees", name: "helpers", label: "协办", tiers: ["department", "unit"], many: true },
            words("要破的题", true),
          ],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "invite", field: "helpers", as: "department" },
            { name: "stamp", fact: "dispatchedAt" },
          ],
          tells: [
            { to: [offered], text: "请牵头破题：{title}（{place}）。{form.words}" },
            { to: [invited], text: "请协办：{title}（{place}）。{form.words}" },
            { to: [reporter], text: "“{title}”已由县里确定部门牵头处理。" },
          ],
        },
        sendDown: {
          label: "退回社区",
          target: "community",
          by: [crack],
          form: [reason("为什么社区能够化解，怎么做")],
          effects: [{ name: "clear", fact: "crackedAt" }],
          tells: [{ to: [vet], text: "“{title}”由县里退回社区：{form.reason}" }],
          seenBy: "staff",
        },
      },
    },
    offered: {
      label: "待牵头部门接手",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(day, { waits: [offered], above: [crack], what: "接手" }),
      on: {
        take: {
          label: "接手牵头",
          target: "working",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          tells: [{ to: [reporter, crack], text: "{actor}牵头处理“{title}”。" }],
        },
        object: objection("disputed"),
      },
    },
    disputed: {
      label: "异议复核中",
      tone: "waiting",
      waitsFor: [review],
      limit: workingLimit(day, { waits: [review], above: [crack], what: "复核异议" }),
      on: objectionDecisions("assigning", "offered"),
    },
    working: {
      label: "牵头部门办理中",
      waitsFor: [lead],
      limit: workingLimit(15 * day, { waits: [lead], above: [crack], what: "破题" }),
      on: {
        ...joint(),
        report: progressReport,
        settle: whenPartsDone(settleAt("county")),
        settleWithout: withoutParts(settleAt("county"), "谈妥了（有部门没有完成）"),
      },
    },
  },
};
