/**
 * Building or improving a venue: approved, built under a weekly look, accepted with what it cost by source, opened. A plate
 * is hung only where funds, policy and project stand behind it.
 */
import type { StateInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { day, deskNote, type FieldInput, handler, note, offered, reason, reporter, words } from "../../base/steps.ts";
import { giveBack } from "../../base/work.ts";
import { approve, building, watch } from "./project-building.ts";

const builders = ["department", "unit"];
const money = (name: string, label: string, min = 0): FieldInput => ({
  kind: "number",
  name,
  label,
  unit: "万元",
  required: true,
  min,
  max: 100_000,
});
const sources: FieldInput[] = [
  money("fiscal", "财政拨付"),
  money("projects", "项目资金"),
  money("own", "基层自筹"),
  money("dues", "党费列支"),
];
const keepSources = ["fiscal", "projects", "own", "dues"].map(
  (one) => ({ name: "keep", field: one, fact: one }) as const,
);

const accepting: StateInput = {
  label: "待验收",
  progress: "accepting",
  tone: "waiting",
  waitsFor: [approve],
  limit: workingLimit(5 * day, { waits: [approve], what: "验收" }),
  on: {
    accept: {
      label: "验收通过",
      target: "plating",
      by: [approve],
      tone: "primary",
      key: "c",
      form: [
        ...sources,
        { kind: "number", name: "area", label: "建筑面积", unit: "平方米", required: true, min: 1, max: 100_000 },
        words("验收意见", true),
      ],
      effects: [
        ...keepSources,
        { name: "keep", field: "area", fact: "area" },
        { name: "stamp", fact: "acceptedAt" },
        { name: "keep", field: "words", fact: "outcome" },
      ],
      tells: [{ to: [handler, reporter], text: "“{title}”验收通过：{form.words}" }],
    },
    sendBack: {
      label: "没有通过，整改",
      target: "building.mending",
      by: [approve],
      form: [reason("哪里不合格")],
      tells: [{ to: [handler], text: "“{title}”验收没有通过：{form.reason}" }],
    },
  },
};

const yes = (name: string, label: string): FieldInput => ({
  kind: "yes-no",
  name,
  label,
  required: true,
  yes: "有",
  no: "没有",
});

export const project: WorkflowInput = {
  label: "阵地建设项目",
  description: "审批、建设（周督导、月通报）、验收决算、挂牌；没有配套资金、政策和项目的不挂牌。",
  starts: [watch],
  intake: {
    form: [
      {
        kind: "choice",
        name: "kind",
        label: "怎么建",
        required: true,
        options: [
          { value: "new", label: "新建" },
          { value: "upgrade", label: "改造提升" },
        ],
      },
      {
        kind: "choice",
        name: "way",
        label: "用房来源",
        required: true,
        options: [
          { value: "build", label: "自建" },
          { value: "allot", label: "划拨" },
          { value: "rent", label: "租赁" },
          { value: "own", label: "原有" },
        ],
      },
      money("budget", "预算", 1),
      { kind: "date", name: "planned", label: "计划完工", required: true },
    ],
    effects: [
      { name: "keep", field: "kind", fact: "kind" },
      { name: "keep", field: "way", fact: "way" },
      { name: "keep", field: "budget", fact: "budget" },
      { name: "keep", field: "planned", fact: "plannedOn" },
    ],
  },
  on: { note: { ...note, by: [watch, approve, handler] }, deskNote: { ...deskNote, by: [watch, approve] } },
  marks: [{ fact: "demands", label: "有督导整改", tone: "warning" }],
  shows: [
    { fact: "plannedOn", label: "计划完工" },
    { fact: "budget", label: "预算（万元）" },
    { fact: "percent", label: "进度（%）" },
    { fact: "supervisedWeeks", label: "已督导（周）" },
  ],
  publication: { fields: ["category", "community", "outcome"], outcome: "outcome" },
  progress: [
    { id: "proposed", label: "已申报" },
    { id: "building", label: "建设中" },
    { id: "accepting", label: "验收" },
    { id: "opened", label: "已开放" },
  ],
  initial: "proposed",
  states: {
    proposed: {
      label: "待审批",
      progress: "proposed",
      tone: "waiting",
      waitsFor: [approve],
      limit: workingLimit(5 * day, { waits: [approve], what: "审批" }),
      on: {
        approve: {
          label: "同意，交办建设",
          target: "assigned",
          by: [approve],
          tone: "primary",
          key: "a",
          form: [{ kind: "assignees", name: "to", label: "建设单位", required: true, tiers: builders }],
          effects: [{ name: "offer", mode: "assign", field: "to" }],
          tells: [{ to: [offered, reporter], text: "“{title}”已批准建设。" }],
        },
        decline: {
          label: "不同意",
          target: "declined",
          by: [approve],
          tone: "danger",
          form: [reason("理由")],
          effects: [closedAt],
          tells: [{ to: [reporter], text: "“{title}”没有批准：{form.reason}" }],
        },
      },
    },
    assigned: {
      label: "待建设单位接手",
      progress: "proposed",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(2 * day, { waits: [offered], above: [approve], what: "接手建设" }),
      on: {
        take: {
          label: "接手建设",
          target: "building",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "stamp", fact: "startedAt" }],
          tells: [{ to: [watch, approve], text: "{actor}接手建设“{title}”。" }],
        },
        return: giveBack("proposed", [offered], [approve]),
      },
    },
    building,
    accepting,
    plating: {
      label: "待开放",
      progress: "accepting",
      tone: "waiting",
      waitsFor: [approve],
      limit: workingLimit(5 * day, { waits: [approve], what: "开放和挂牌" }),
      on: {
        hang: {
          label: "挂牌并开放",
          target: "opened",
          by: [approve],
          tone: "primary",
          key: "p",
          form: [yes("funds", "有配套资金"), yes("policy", "有政策依据"), yes("backing", "有对应项目")],
          branches: (["funds", "policy", "backing"] as const).map((field) => ({
            guards: [{ name: "answered" as const, field, value: false }],
            target: "opened",
            effects: [{ name: "set" as const, fact: "plate", value: false }, { name: "publish" as const }, closedAt],
          })),
          effects: [{ name: "set", fact: "plate", value: true }, { name: "publish" }, closedAt],
        },
      },
    },
    opened: ended("已开放", "opened", "done"),
    declined: ended("没有批准", "proposed"),
  },
};
