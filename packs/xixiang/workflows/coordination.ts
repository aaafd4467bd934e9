/** 协调解决: the community asks a unit to open what it has, such as parking spaces; terms are agreed and checked on the spot. */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { joint, whenPartsDone, withoutParts } from "../../base/joint.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  day,
  deskNote,
  dispatched,
  handler,
  invited,
  lead,
  note,
  offered,
  photos,
  reason,
  refuse,
  reporter,
  supervise,
  supervision,
  supervisionMark,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";

const terms: TransitionInput = {
  label: "谈出方案",
  target: "deciding",
  by: [lead],
  tone: "primary",
  key: "n",
  form: [
    { kind: "number", name: "spaces", label: "开放多少（车位填个数，其他填 0）", required: true, min: 0, max: 5000 },
    words("怎么开放：时间、规则、谁管", true),
  ],
  effects: [
    { name: "keep", field: "spaces", fact: "spaces" },
    { name: "keep", field: "words", fact: "outcome" },
  ],
  tells: [{ to: [vet], text: "“{title}”谈出方案：{form.words}" }],
};

export const coordination: WorkflowInput = {
  label: "协调解决",
  description: "居民缺的、单位有的，由社区出面谈：停车位、厕所、饮水点、场地，谈成了到现场核实再公开。",
  on: { note, deskNote, ...supervision },
  parts: { department: "有关部门", property: "物业企业" },
  marks: [supervisionMark],
  shows: [
    { fact: "spaces", label: "开放数量" },
    { fact: "outcome", label: "开放方案" },
  ],
  publication: { fields: ["category", "community", "outcome"], outcome: "outcome" },
  progress: [
    { id: "raised", label: "已提出" },
    { id: "talking", label: "协商中" },
    { id: "opening", label: "准备开放" },
    { id: "closed", label: "已开放" },
  ],
  initial: "raised",
  initialUnplaced: "placing",
  states: {
    placing: placing("raised", "raised"),
    raised: {
      label: "待联系单位",
      progress: "raised",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(2 * day, { waits: [vet], above: [supervise], what: "联系单位" }),
      on: {
        approach: {
          label: "联系单位协商",
          target: "approached",
          by: [vet],
          tone: "primary",
          key: "d",
          form: [
            {
              kind: "assignees",
              name: "to",
              label: "哪家单位能开放",
              required: true,
              tiers: ["unit", "department", "enterprise", "school", "clinic"],
            },
            { kind: "assignees", name: "departments", label: "哪些部门参加", many: true, tiers: ["department"] },
            { kind: "assignees", name: "property", label: "哪家物业参加", tiers: ["property"] },
            words("请单位开放什么", true),
          ],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "invite", field: "departments", as: "department" },
            { name: "invite", field: "property", as: "property" },
            dispatched,
          ],
          tells: [
            { to: [offered], text: "社区请您单位支持：{form.words}" },
            { to: [invited], text: "请参加协商：{title}（{place}）" },
            { to: [reporter], text: "“{title}”正在与{form.to}协商。" },
          ],
        },
        refuse,
        withdraw,
      },
    },
    approached: {
      label: "待单位答复",
      progress: "raised",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(3 * day, { waits: [offered], above: [vet, supervise], what: "答复" }),
      on: {
        take: {
          label: "愿意协商",
          target: "talking",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          tells: [{ to: [vet, reporter], text: "{actor}愿意就“{title}”协商。" }],
        },
        decline: {
          label: "开放不了",
          target: "raised",
          by: [offered],
          form: [reason("为什么开放不了")],
          effects: [{ name: "release" }, { name: "count", fact: "returns" }],
          tells: [{ to: [vet], text: "{actor}开放不了：{form.reason}" }],
          seenBy: "staff",
        },
        withdraw,
      },
    },
    talking: {
      label: "协商中",
      progress: "talking",
      tone: "working",
      waitsFor: [lead],
      limit: workingLimit(10 * day, { waits: [lead], above: [vet, supervise], what: "谈出方案" }),
      on: {
        ...joint(),
        offerTerms: whenPartsDone(terms),
        offerTermsWithout: withoutParts(terms, "谈出方案（有一方没有参加）"),
      },
    },
    deciding: {
      label: "待社区同意",
      progress: "talking",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(2 * day, { waits: [vet], above: [supervise], what: "同意方案" }),
      on: {
        agree: { label: "同意方案", target: "opening", by: [vet], tone: "primary", key: "k" },
        talkAgain: {
          label: "再谈一轮",
          target: "talking",
          by: [vet],
          form: [reason("哪里还要谈")],
          effects: [{ name: "count", fact: "rounds" }],
          tells: [{ to: [lead], text: "“{title}”请再谈一轮：{form.reason}" }],
        },
      },
    },
    opening: {
      label: "准备开放",
      progress: "opening",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(10 * day, { waits: [handler], above: [vet], what: "开放" }),
      on: {
        opened: {
          label: "已经开放",
          target: "checking",
          by: [handler],
          tone: "primary",
          key: "c",
          form: [words("现场情况", true), photos("现场照片")],
          effects: [{ name: "judge", fact: "doneInTime" }],
          tells: [{ to: [vet], text: "“{title}”已经开放，请到现场看看：{form.words}" }],
        },
      },
    },
    checking: {
      label: "待现场核实",
      progress: "opening",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(2 * day, { waits: [vet], above: [supervise], what: "现场核实" }),
      on: {
        confirmOpen: {
          label: "核实无误，公开",
          target: "closed",
          by: [vet],
          tone: "primary",
          key: "p",
          effects: [{ name: "publish" }, closedAt],
          tells: [{ to: [reporter, lead], text: "“{title}”解决了，已向大家公开。" }],
        },
        notYet: {
          label: "还没有开放",
          target: "opening",
          by: [vet],
          form: [reason("现场看到什么")],
          tells: [{ to: [lead], text: "“{title}”还没有开放：{form.reason}" }],
        },
      },
    },
    closed: ended("已解决", "closed", "done"),
    refused: ended("未受理", "raised"),
    withdrawn: ended("已撤回", "raised"),
  },
};
