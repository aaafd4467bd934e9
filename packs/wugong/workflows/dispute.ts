/** A dispute is gathered in the compound, else resolved in the community, else cracked at the county; the outcome is made public. */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended, reopen } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  call,
  day,
  handler,
  rate,
  reporter,
  supervision,
  supervisionMark,
  supervisionTimers,
  vet,
  words,
} from "../../base/steps.ts";
import { community, compound, county } from "./dispute-levels.ts";
import { crack, type Level, notes } from "./dispute-parts.ts";

type Branch = NonNullable<TransitionInput["branches"]>[number];

/** Not solved after all: the next level has its turn; the county tries again. */
const unsolved = (level: Level, target: string): Branch => ({
  guards: [
    { name: "answered", field: "solved", value: false },
    { name: "is", fact: "level", value: level },
  ],
  target,
  effects: [
    { name: "clear", fact: "level" },
    { name: "clear", fact: "settledAt" },
    { name: "count", fact: "unsolved" },
    { name: "release" },
  ],
});

export const dispute: WorkflowInput = {
  label: "矛盾纠纷三级化解",
  description: "矛盾收集在小区，纠纷化解在社区，问题破解在县直，结果公示。",
  timers: supervisionTimers,
  on: { ...notes, ...supervision },
  parts: {
    property: "物业企业",
    owners: "业委会",
    mediator: "调解员",
    lawyer: "律师",
    police: "公安",
    department: "协办部门",
  },
  marks: [
    supervisionMark,
    { fact: "crackedAt", label: "县直破题", tone: "info" },
    { fact: "unsolved", label: "再次化解", tone: "warning" },
  ],
  shows: [
    { fact: "meetingOn", label: "议事日期" },
    { fact: "outcome", label: "化解结果" },
  ],
  publication: { fields: ["category", "community", "outcome", "words"], outcome: "publicOutcome", consent: "consent" },
  progress: [
    { id: "compound", label: "小区收集" },
    { id: "community", label: "社区化解" },
    { id: "county", label: "县直破题" },
    { id: "confirming", label: "双方确认" },
    { id: "closed", label: "结果公示" },
  ],
  initial: "compound",
  initialUnplaced: "placing",
  states: {
    placing: placing("compound", "compound"),
    compound,
    community,
    county,
    confirming: {
      label: "待双方确认",
      progress: "confirming",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(3 * day, { waits: [reporter], what: "您确认是否真的解决了", triggers: "takeAsSettled" }),
      on: {
        confirm: {
          ...rate,
          label: "确认",
          target: "publicising",
          form: [
            ...(rate.form ?? []),
            {
              kind: "yes-no",
              name: "agree",
              label: "公示时可以写明我反映的内容（不写姓名住址）",
              yes: "可以",
              no: "不可以",
            },
          ],
          branches: [unsolved("compound", "community"), unsolved("community", "county"), unsolved("county", "county")],
          effects: [...(rate.effects ?? []), { name: "keep", field: "agree", fact: "consent" }],
          tells: [{ to: [handler, vet], text: "当事人答复了“{title}”：{form.stars} {form.words}" }],
        },
        followUp: call,
        takeAsSettled: {
          label: "视为已化解",
          target: "publicising",
          by: [vet, crack],
          effects: [{ name: "set", fact: "unconfirmed", value: true }],
        },
      },
    },
    publicising: {
      label: "待结果公示",
      progress: "confirming",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(3 * day, { waits: [vet], what: "公示结果（到期归档，不公示）", triggers: "archive" }),
      on: {
        publicise: {
          label: "公示结果",
          target: "closed",
          by: [vet],
          tone: "primary",
          key: "p",
          form: [words("公示的话（不写姓名、住址、电话）", true)],
          effects: [{ name: "keep", field: "words", fact: "publicOutcome" }, { name: "publish" }, closedAt],
          tells: [{ to: [reporter], text: "“{title}”的结果已公示：{form.words}" }],
        },
        archive: { label: "不公示，归档", target: "closed", by: [vet], effects: [closedAt] },
      },
    },
    closed: ended("已化解", "closed", "done", { reopen: reopen("community") }),
    refused: ended("未受理", "compound"),
    withdrawn: ended("已撤回", "compound"),
  },
};
