/** One measure of a problem: its owner promises a day and does it, whoever keeps the problem list checks it. */
import type { WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { ended } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { day, deskNote, handler, offered, reason, words } from "../../base/steps.ts";
import { complete, extension, extensionMark, giveBack, progressReport, take } from "../../base/work.ts";
import { owners, rectify } from "./rectification.ts";

const takeOn = take("working", [rectify], "认领措施");

export const measure: WorkflowInput = {
  label: "整改措施",
  description: "一条措施有一个负责人和一个完成日期，完成后由列问题的人检查。",
  starts: [],
  on: { deskNote },
  marks: [extensionMark],
  shows: [
    { fact: "promisedOn", label: "承诺完成日期" },
    { fact: "outcome", label: "完成情况" },
  ],
  progress: [
    { id: "assigned", label: "已定措施" },
    { id: "working", label: "落实中" },
    { id: "done", label: "已完成" },
  ],
  initial: "assigned",
  states: {
    assigned: {
      label: "待认领",
      progress: "assigned",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(2 * day, { waits: [offered], above: [rectify], what: "认领措施" }),
      on: {
        take: {
          ...takeOn,
          form: [{ kind: "date", name: "promised", label: "哪天完成", required: true }],
          effects: [...(takeOn.effects ?? []), { name: "keep", field: "promised", fact: "promisedOn" }],
          tells: [{ to: [rectify], text: "{actor}认领了“{title}”，承诺 {form.promised} 完成。" }],
        },
        return: giveBack("returned", [offered], [rectify]),
      },
    },
    returned: {
      label: "待改定负责人",
      progress: "assigned",
      tone: "waiting",
      waitsFor: [rectify],
      limit: workingLimit(2 * day, { waits: [rectify], what: "改定负责人" }),
      on: {
        handOver: {
          label: "改定负责人",
          target: "assigned",
          by: [rectify],
          tone: "primary",
          key: "d",
          form: [{ kind: "assignees", name: "to", label: "谁负责", required: true, tiers: owners }],
          effects: [{ name: "offer", mode: "assign", field: "to" }],
          tells: [{ to: [offered], text: "整改措施“{title}”交给您负责，请在 {due} 前认领。" }],
        },
        drop: { label: "不再需要", target: "dropped", by: [rectify], tone: "danger", form: [reason("为什么不再需要")] },
      },
    },
    working: {
      label: "落实中",
      progress: "working",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(15 * day, { waits: [handler], above: [rectify], what: "落实措施" }),
      on: {
        complete: complete("checking", [rectify], "完成，请检查"),
        report: progressReport,
        ...extension([rectify]),
        handBack: giveBack("returned", [handler], [rectify], "负责不了，退回"),
      },
    },
    checking: {
      label: "待检查",
      progress: "working",
      tone: "waiting",
      waitsFor: [rectify],
      limit: workingLimit(3 * day, { waits: [rectify], what: "检查措施" }),
      on: {
        accept: {
          label: "检查通过",
          target: "done",
          by: [rectify],
          tone: "primary",
          key: "k",
          form: [words("检查情况", true)],
          tells: [{ to: [handler], text: "“{title}”检查通过。{form.words}" }],
        },
        sendBack: {
          label: "没有到位，重做",
          target: "working",
          by: [rectify],
          form: [reason("还差什么")],
          effects: [{ name: "count", fact: "redone" }],
          tells: [{ to: [handler], text: "“{title}”没有到位：{form.reason}" }],
        },
      },
    },
    done: ended("已完成", "done", "done"),
    dropped: ended("不再需要", "assigned"),
  },
};
