/**
 * 按内容派单、按特长接单: residents' needs go by their content to teams of a fitting kind, and whoever takes one says what
 * skill they take it with. The rest is the usual order, dispatch, accept, rate.
 */
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { orderWorkflow } from "../../base/order-workflow.ts";
import { dispatch, dispatched, type FieldInput, offered, reporter } from "../../base/steps.ts";
import { contents } from "../categories.ts";

const bodies = ["team", "unit", "department", "grid", "property", "village"];

const skill: FieldInput = {
  kind: "choice",
  name: "skill",
  label: "我凭什么特长接这一单",
  required: true,
  options: [
    ...contents.map(({ id, label }) => ({ value: id, label })),
    { value: "unit", label: "本单位的职能" },
    { value: "hands", label: "不用特长，出把力" },
  ],
};

/** 按内容派单: of several fitting teams and units the first that is good at it takes it. */
const byContent: TransitionInput = {
  label: "按内容派单",
  target: "assigned",
  by: [dispatch],
  tone: "primary",
  key: "d",
  form: [
    {
      kind: "assignees",
      name: "to",
      label: "擅长这类事的队伍和单位",
      required: true,
      many: true,
      tiers: bodies,
      help: "看类别选队伍：法律咨询派法律咨询队，维修派便民维修队",
    },
    { kind: "text", name: "content", label: "要什么特长、带什么", maxLength: 300, multiline: true },
  ],
  effects: [
    { name: "offer", mode: "grab", field: "to" },
    { name: "keep", field: "content", fact: "content" },
    dispatched,
  ],
  tells: [
    { to: [offered], text: "有一单适合您：{title}（{place}），{form.content} 请在 {due} 前接单。" },
    { to: [reporter], text: "您的需求“{title}”已派给擅长的队伍，等待接单。" },
  ],
};

const takeBySkill: TransitionInput = {
  label: "按特长接单",
  target: "handling",
  by: [offered],
  tone: "primary",
  key: "a",
  form: [skill],
  effects: [{ name: "take" }, { name: "keep", field: "skill", fact: "skill" }, { name: "judge", fact: "tookInTime" }],
  tells: [
    { to: [reporter], text: "{actor}已接单，正在办理“{title}”，{due} 前办结。" },
    { to: [dispatch], text: "{actor}已接单：{title}" },
  ],
};

const state = (name: string): StateInput => {
  const found = orderWorkflow.states[name];
  if (!found) throw new Error(`the base workflow has no state "${name}"`);
  return found;
};
const { dispatch: toOne, openToAll, ...otherDispatching } = state("dispatching").on ?? {};
const handling = state("handling");

export const order: WorkflowInput = {
  ...orderWorkflow,
  label: "按内容派单 · 按特长接单",
  description: "居民提需求，社区按内容派给擅长的队伍和单位，队员按特长接单，居民评价。",
  shows: [
    { fact: "content", label: "需要的特长" },
    { fact: "outcome", label: "办理结果" },
  ],
  states: {
    ...orderWorkflow.states,
    dispatching: {
      ...state("dispatching"),
      on: {
        byContent,
        ...(toOne ? { dispatch: { ...toOne, label: "指定一家", tone: "default", key: "s" } } : {}),
        ...(openToAll ? { openToAll } : {}),
        ...Object.fromEntries(Object.entries(otherDispatching).filter(([name]) => name !== "offerToSome")),
      },
    },
    assigned: { ...state("assigned"), on: { ...state("assigned").on, take: takeBySkill } },
    handling: {
      ...handling,
      on: Object.fromEntries(
        Object.entries(handling.on ?? {}).map(([name, step]) => [
          name,
          name === "join"
            ? {
                ...step,
                label: "按特长一起办",
                form: [skill],
                effects: [{ name: "take" as const }, { name: "keep" as const, field: "skill", fact: "skillJoined" }],
              }
            : step,
        ]),
      ),
    },
  },
};
