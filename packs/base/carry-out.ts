/**
 * What one body owes as its part of a larger matter: it takes it over or objects, does it, and whoever asked for it
 * confirms. Begun as a sub-case, already offered to the body.
 */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { ended } from "./endings.ts";
import { workingLimit } from "./limits.ts";
import { day, deskNote, handler, objection, objectionDecisions, offered, reason, review, words } from "./steps.ts";
import { complete, extension, extensionMark, giveBack, handlersNote, progressReport, take } from "./work.ts";

interface CarryOut {
  readonly label: string;
  readonly description: string;
  /** Who hands it out and confirms it. */
  readonly gives: TransitionInput["by"];
  /** Tiers of bodies it can be handed to. */
  readonly tiers: string[];
  /** Working days for doing it. */
  readonly days: number;
}

export const carryOut = ({ label, description, gives, tiers, days }: CarryOut): WorkflowInput => ({
  label,
  description,
  starts: [],
  on: { deskNote },
  marks: [extensionMark],
  shows: [{ fact: "outcome", label: "完成情况" }],
  progress: [
    { id: "assigned", label: "已交办" },
    { id: "working", label: "办理中" },
    { id: "checking", label: "待确认" },
    { id: "confirmed", label: "已完成" },
  ],
  initial: "assigned",
  states: {
    assigned: {
      label: "待接手",
      progress: "assigned",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(day, { waits: [offered], above: gives, what: "接手" }),
      on: {
        take: take("working", gives, "接手"),
        object: objection("disputed"),
        recall: {
          label: "撤回改派",
          target: "returned",
          by: gives,
          form: [reason("原因")],
          effects: [{ name: "release" }],
          tells: [{ to: [offered], text: "“{title}”已撤回：{form.reason}" }],
          seenBy: "staff",
        },
      },
    },
    disputed: {
      label: "异议复核中",
      progress: "assigned",
      tone: "waiting",
      waitsFor: [review],
      limit: workingLimit(day, { waits: [review], above: gives, what: "复核异议" }),
      on: objectionDecisions("returned", "assigned"),
    },
    returned: {
      label: "待改派",
      progress: "assigned",
      tone: "waiting",
      waitsFor: gives,
      limit: workingLimit(day, { waits: gives, above: [review], what: "改派" }),
      on: {
        handOver: {
          label: "改派",
          target: "assigned",
          by: gives,
          tone: "primary",
          key: "d",
          form: [{ kind: "assignees", name: "to", label: "交给谁", required: true, tiers }],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "clear", fact: "objectionDecided" },
          ],
          tells: [{ to: [offered], text: "“{title}”交给您单位办理，请在 {due} 前接手。" }],
        },
        drop: {
          label: "不再需要",
          target: "dropped",
          by: gives,
          tone: "danger",
          form: [reason("为什么不再需要")],
          seenBy: "staff",
        },
      },
    },
    working: {
      label: "办理中",
      progress: "working",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(days * day, { waits: [handler], above: gives, what: "办完" }),
      on: {
        complete: complete("checking", gives, "办完，请确认"),
        report: { ...progressReport, tells: [{ to: gives, text: "“{title}”有新进展：{form.words}" }] },
        handlersNote,
        ...extension(gives),
        return: giveBack("returned", [handler], gives),
      },
    },
    checking: {
      label: "待确认",
      progress: "checking",
      tone: "waiting",
      waitsFor: gives,
      limit: workingLimit(3 * day, { waits: gives, above: [review], what: "确认完成情况" }),
      on: {
        confirm: {
          label: "确认完成",
          target: "confirmed",
          by: gives,
          tone: "primary",
          key: "k",
          form: [words("核实情况", true)],
          effects: [{ name: "stamp", fact: "confirmedAt" }],
          tells: [{ to: [handler], text: "“{title}”已确认完成。{form.words}" }],
        },
        sendBack: {
          label: "还没办好",
          target: "working",
          by: gives,
          form: [reason("还差什么")],
          effects: [{ name: "count", fact: "redone" }],
          tells: [{ to: [handler], text: "“{title}”还没有办好：{form.reason}" }],
        },
      },
    },
    confirmed: ended("已完成", "confirmed", "done"),
    dropped: ended("不再需要", "assigned"),
  },
});
