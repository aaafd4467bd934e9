/** Opinions heard online and offline become problems; a problem is closed when every one of its measures is done. */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import { day, deskNote, note, reason, refuse, reporter, supervise, withdraw, words } from "../../base/steps.ts";

/** May keep the problem list: enter problems, set measures, strike off what is done. */
export const rectify = { right: "rectify.lead" } as const;

export const owners = ["team", "unit", "department", "property", "grid"];

export const opinion: WorkflowInput = {
  label: "线上线下听意见",
  description: "对干部作风和社区工作的意见；能答复的当场答复，带普遍性的归入问题清单整改。",
  on: { deskNote },
  intake: {
    form: [
      {
        kind: "choice",
        name: "source",
        label: "怎么提出来的",
        required: true,
        options: [
          { value: "online", label: "线上" },
          { value: "visit", label: "走访时" },
          { value: "meeting", label: "座谈会上" },
        ],
      },
    ],
    effects: [{ name: "keep", field: "source", fact: "source" }],
  },
  progress: [
    { id: "heard", label: "已听到" },
    { id: "answered", label: "有结果" },
  ],
  initial: "heard",
  initialUnplaced: "placing",
  states: {
    placing: placing("heard", "heard"),
    heard: {
      label: "待研究",
      progress: "heard",
      tone: "waiting",
      waitsFor: [rectify],
      limit: workingLimit(3 * day, { waits: [rectify], above: [supervise], what: "研究意见" }),
      on: {
        gather: {
          label: "归入问题清单",
          target: "gathered",
          by: [rectify],
          tone: "primary",
          key: "m",
          form: [{ kind: "case", name: "into", label: "归入哪一个问题", required: true }],
          effects: [{ name: "merge", field: "into" }, closedAt],
          tells: [{ to: [reporter], text: "您的意见“{title}”已列入问题清单整改，每一步都会告诉您。" }],
        },
        reply: {
          label: "答复",
          target: "answered",
          by: [rectify],
          key: "c",
          form: [words("答复", true)],
          effects: [{ name: "keep", field: "words", fact: "outcome" }, closedAt],
          tells: [{ to: [reporter], text: "关于您的意见“{title}”：{form.words}" }],
        },
        refuse: { ...refuse, by: [rectify] },
        withdraw,
      },
    },
    gathered: ended("已列入整改", "answered", "done"),
    answered: ended("已答复", "answered", "done"),
    refused: ended("未受理", "heard"),
    withdrawn: ended("已撤回", "heard"),
  },
};

const addMeasure: TransitionInput = {
  label: "定一条整改措施",
  by: [rectify],
  tone: "primary",
  key: "d",
  form: [
    { kind: "assignees", name: "to", label: "谁负责", required: true, tiers: owners },
    words("措施：做什么，做到什么样", true),
  ],
  effects: [
    { name: "openSubCases", field: "to", workflow: "measure", category: "measure", words: "words" },
    { name: "count", fact: "measures" },
  ],
  tells: [{ to: [reporter], text: "“{title}”定了一条措施：{form.words}" }],
};

export const problem: WorkflowInput = {
  label: "问题整改",
  description: "一个问题可以有几条措施，每条有负责人和期限；全部完成才能销号，结果公开。",
  starts: [rectify],
  on: { note, deskNote },
  shows: [
    { fact: "measures", label: "整改措施（条）" },
    { fact: "outcome", label: "整改结果" },
  ],
  publication: { fields: ["category", "community", "outcome"], outcome: "outcome" },
  progress: [
    { id: "listed", label: "列入清单" },
    { id: "rectifying", label: "整改中" },
    { id: "closed", label: "已销号" },
  ],
  initial: "listed",
  states: {
    listed: {
      label: "待定措施",
      progress: "listed",
      tone: "waiting",
      waitsFor: [rectify],
      limit: workingLimit(3 * day, { waits: [rectify], above: [supervise], what: "定措施" }),
      on: {
        addMeasure,
        start: {
          label: "措施定好，开始整改",
          target: "rectifying",
          by: [rectify],
          key: "n",
          guards: [{ name: "atLeast", fact: "measures", min: 1 }],
        },
        drop: {
          label: "经核实不存在",
          target: "dropped",
          by: [rectify],
          tone: "danger",
          form: [reason("核实情况")],
          effects: [closedAt],
          tells: [{ to: [reporter], text: "“{title}”经核实：{form.reason}" }],
        },
      },
    },
    rectifying: {
      label: "整改中",
      progress: "rectifying",
      tone: "working",
      waitsFor: [rectify],
      limit: workingLimit(20 * day, { waits: [rectify], above: [supervise], what: "完成整改" }),
      whenSubCasesEnd: "review",
      on: {
        addMeasure,
        review: {
          label: "措施都完成了，去对账",
          target: "reviewing",
          by: [rectify],
          guards: [{ name: "subCasesEnded" }],
        },
      },
    },
    reviewing: {
      label: "待对账销号",
      progress: "rectifying",
      tone: "waiting",
      waitsFor: [rectify],
      limit: workingLimit(3 * day, { waits: [rectify], above: [supervise], what: "对账销号" }),
      on: {
        close: {
          label: "销号",
          target: "closed",
          by: [rectify],
          tone: "primary",
          key: "c",
          form: [words("整改结果（公开的话）", true)],
          effects: [{ name: "keep", field: "words", fact: "outcome" }, { name: "publish" }, closedAt],
          tells: [{ to: [reporter], text: "“{title}”整改完成：{form.words}" }],
        },
        again: {
          label: "没有改到位，再整改",
          target: "rectifying",
          by: [rectify, supervise],
          form: [reason("哪里没有改到位")],
          effects: [{ name: "count", fact: "redone" }],
        },
      },
    },
    closed: ended("已销号", "closed", "done"),
    dropped: ended("经核实不存在", "listed"),
  },
};
