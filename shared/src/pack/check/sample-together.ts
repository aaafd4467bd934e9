/** The invented county's ways of working together: a mediation with parts at once, and works shared out as sub-cases. */
import type { WorkflowInput } from "../workflow.ts";

const call = { right: "case.call" };
const offered = { party: "offered" } as const;
const handler = { party: "handler" } as const;
const assist = { party: "assist" } as const;
const invited = { party: "invited" } as const;

const progress = [
  { id: "begun", label: "已开始" },
  { id: "done", label: "已结束" },
];
const words = (label: string) => ({ kind: "text", name: "words", label, required: true }) as const;
const days = (n: number) => ({ within: { workingHours: n * 7.5 } });

export const mediation: WorkflowInput = {
  label: "调解",
  progress,
  initial: "gathering",
  parts: { lawyer: "律师", police: "民警" },
  states: {
    gathering: {
      label: "请人参加",
      progress: "begun",
      tone: "waiting",
      waitsFor: [call],
      limit: days(3),
      on: {
        inviteLawyer: {
          label: "请律师",
          by: [call],
          form: [{ kind: "assignees", name: "to", label: "请谁", required: true, tiers: ["team"] }],
          effects: [{ name: "invite", field: "to", as: "lawyer" }],
        },
        invitePolice: {
          label: "请民警",
          by: [call],
          form: [{ kind: "assignees", name: "to", label: "请谁", required: true, tiers: ["team"] }],
          effects: [{ name: "invite", field: "to", as: "police" }],
        },
        begin: {
          label: "开始调解",
          target: "talking",
          by: [call],
          form: [{ kind: "number", name: "people", label: "涉及几人", required: true, min: 1, max: 999 }],
          effects: [{ name: "keep", field: "people", fact: "people" }],
        },
      },
    },
    talking: {
      label: "调解中",
      progress: "begun",
      tone: "working",
      parallel: true,
      limit: days(10),
      done: { target: "deciding" },
      on: {
        join: { label: "参加", by: [invited], effects: [{ name: "take" }] },
        endPart: { label: "我的部分完成", by: [assist], effects: [{ name: "finishPart" }] },
      },
      states: {
        inquiry: {
          label: "查明事实",
          states: {
            looking: {
              label: "正在查",
              waitsFor: [assist],
              on: {
                establish: { label: "查清了", target: "found", by: [call], form: [words("事实")], seenBy: "handlers" },
              },
            },
            found: { label: "已查清", final: true },
          },
        },
        visits: {
          label: "分别谈话",
          initial: "meeting",
          states: {
            meeting: {
              label: "正在谈",
              waitsFor: [call],
              on: { agree: { label: "谈妥了", target: "met", by: [call] } },
            },
            met: { label: "已谈妥", final: true },
          },
        },
      },
    },
    deciding: {
      label: "待签协议",
      progress: "begun",
      tone: "working",
      waitsFor: [call],
      limit: days(2),
      on: {
        sign: {
          label: "签协议",
          target: "settled",
          by: [call],
          guards: [{ name: "partsDone" }],
        },
      },
    },
    settled: { label: "已和解", progress: "done", tone: "done", final: true },
  },
};

export const repairs: WorkflowInput = {
  label: "整治",
  starts: [call],
  progress,
  initial: "planning",
  states: {
    planning: {
      label: "待分工",
      progress: "begun",
      tone: "waiting",
      waitsFor: [call],
      limit: days(5),
      on: {
        share: {
          label: "分给各家",
          target: "carrying",
          by: [call],
          form: [
            { kind: "assignees", name: "to", label: "各家", required: true, many: true, tiers: ["team"] },
            words("要办什么"),
          ],
          effects: [{ name: "openSubCases", field: "to", workflow: "report", category: "piece", words: "words" }],
        },
      },
    },
    carrying: {
      label: "分头办理",
      progress: "begun",
      tone: "working",
      waitsFor: [call],
      limit: days(20),
      whenSubCasesEnd: "conclude",
      on: {
        conclude: { label: "全部完成", target: "concluded", by: [call], guards: [{ name: "subCasesEnded" }] },
      },
    },
    concluded: { label: "整治完成", progress: "done", tone: "done", final: true },
  },
};

export const report: WorkflowInput = {
  label: "分项",
  starts: [call],
  progress,
  initial: "given",
  states: {
    given: {
      label: "待接收",
      progress: "begun",
      tone: "waiting",
      waitsFor: [offered],
      limit: days(1),
      on: { accept: { label: "接收", target: "doing", by: [offered], effects: [{ name: "take" }] } },
    },
    doing: {
      label: "办理中",
      progress: "begun",
      tone: "working",
      waitsFor: [handler],
      limit: days(10),
      on: { finish: { label: "办完", target: "finished", by: [handler], form: [words("结果")] } },
    },
    finished: { label: "已办完", progress: "done", tone: "done", final: true },
  },
};
