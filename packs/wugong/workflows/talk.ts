/** 业主恳谈会: a talk is called, owners raise their needs, each need goes to whoever can meet it, the results are told. */
import type { WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { carryOut } from "../../base/carry-out.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { joint } from "../../base/joint.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  day,
  deskNote,
  invited,
  lead,
  note,
  reason,
  refuse,
  reporter,
  supervise,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";

const doers = ["property", "owners-committee", "team", "unit", "department"];

export const ownersNeed: WorkflowInput = carryOut({
  label: "恳谈会上的需求",
  description: "业主在恳谈会上提出的一项需求，交给能办的一方办好。",
  gives: [vet],
  tiers: doers,
  days: 10,
});

export const ownersTalk: WorkflowInput = {
  label: "业主恳谈会",
  description: "业主、业委会、物业和社区坐在一起，把需求一条条提出来、交出去、办完再见面说结果。",
  on: { note, deskNote },
  parts: { owners: "业委会", property: "物业企业", unit: "有关单位" },
  shows: [
    { fact: "heldOn", label: "召开日期" },
    { fact: "people", label: "到会人数" },
    { fact: "needs", label: "提出需求" },
  ],
  publication: { fields: ["category", "community", "outcome"], outcome: "outcome" },
  progress: [
    { id: "proposed", label: "已提议" },
    { id: "called", label: "已召集" },
    { id: "working", label: "逐条办理" },
    { id: "told", label: "已反馈" },
  ],
  initial: "proposed",
  initialUnplaced: "placing",
  states: {
    placing: placing("proposed", "proposed"),
    proposed: {
      label: "待召集",
      progress: "proposed",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(3 * day, { waits: [vet], above: [supervise], what: "召集恳谈会" }),
      on: {
        call: {
          label: "召集恳谈会",
          target: "called",
          by: [vet],
          tone: "primary",
          key: "d",
          form: [
            { kind: "date", name: "on", label: "哪天开", required: true },
            words("地点和议题", true),
            { kind: "assignees", name: "owners", label: "业委会", tiers: ["owners-committee"], many: true },
            { kind: "assignees", name: "property", label: "物业企业", tiers: ["property"], many: true },
            { kind: "assignees", name: "units", label: "有关单位", tiers: ["unit", "department"], many: true },
          ],
          effects: [
            { name: "keep", field: "on", fact: "heldOn" },
            { name: "take" },
            { name: "invite", field: "owners", as: "owners" },
            { name: "invite", field: "property", as: "property" },
            { name: "invite", field: "units", as: "unit" },
          ],
          tells: [{ to: [invited, reporter], text: "业主恳谈会：{form.words}（{form.on}）" }],
        },
        refuse,
        withdraw,
      },
    },
    called: {
      label: "待召开",
      progress: "called",
      tone: "waiting",
      waitsFor: [lead],
      limit: workingLimit(10 * day, { waits: [lead], above: [vet], what: "召开恳谈会" }),
      on: {
        ...joint("everyone"),
        hold: {
          label: "恳谈会开过了",
          target: "working",
          by: [lead],
          tone: "primary",
          key: "n",
          form: [
            { kind: "number", name: "people", label: "到会多少人", unit: "人", required: true, min: 1, max: 2000 },
            words("谈了什么，提出了哪些需求", true),
          ],
          effects: [
            { name: "keep", field: "people", fact: "people" },
            { name: "stamp", fact: "heldAt" },
          ],
          tells: [{ to: [reporter], text: "恳谈会开过了：{form.words}" }],
        },
        callOff: {
          label: "取消",
          target: "withdrawn",
          by: [lead],
          tone: "danger",
          form: [reason("为什么取消")],
          effects: [closedAt],
          tells: [{ to: [invited, reporter], text: "业主恳谈会取消了：{form.reason}" }],
        },
      },
    },
    working: {
      label: "逐条办理需求",
      progress: "working",
      tone: "working",
      waitsFor: [lead],
      limit: workingLimit(20 * day, { waits: [lead], above: [vet, supervise], what: "办完各条需求" }),
      whenSubCasesEnd: "toReport",
      on: {
        handOut: {
          label: "交办一条需求",
          by: [lead],
          tone: "primary",
          key: "d",
          form: [
            { kind: "assignees", name: "to", label: "谁来办", required: true, tiers: doers },
            words("哪一条需求，办到什么样", true),
          ],
          effects: [
            { name: "openSubCases", field: "to", workflow: "owners-need", category: "talk-need", words: "words" },
            { name: "count", fact: "needs" },
          ],
        },
        toReport: {
          label: "各条都有结果，去反馈",
          target: "reporting",
          by: [lead],
          guards: [{ name: "subCasesEnded" }],
        },
      },
    },
    reporting: {
      label: "待向业主反馈",
      progress: "working",
      tone: "waiting",
      waitsFor: [lead],
      limit: workingLimit(3 * day, { waits: [lead], above: [vet], what: "向业主反馈" }),
      on: {
        tellOwners: {
          label: "向业主反馈结果",
          target: "told",
          by: [lead],
          tone: "primary",
          key: "c",
          form: [words("每一条需求的结果", true)],
          effects: [{ name: "keep", field: "words", fact: "outcome" }, { name: "publish" }, closedAt],
          tells: [{ to: [reporter], text: "恳谈会的需求有结果了：{form.words}" }],
        },
        more: { label: "还有需求要交办", target: "working", by: [lead] },
      },
    },
    told: ended("已反馈", "told", "done"),
    refused: ended("未召集", "proposed"),
    withdrawn: ended("已取消", "proposed"),
  },
};
