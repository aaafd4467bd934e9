/** Testland where people register: one workflow of a matter with a form, a limit that warns and one that acts. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { testland } from "./fixture-pack.ts";

const desk = { right: "registration.edit" };
const holder = { party: "lead" as const };

const registration: WorkflowInput = {
  label: "报到",
  progress: [
    { id: "asked", label: "已申请" },
    { id: "done", label: "已报到" },
  ],
  initial: "asked",
  intake: {
    form: [{ name: "words", label: "想做什么", kind: "text", required: true, maxLength: 100 }],
    effects: [{ name: "keep", field: "words", fact: "words" }],
  },
  shows: [{ fact: "words", label: "想做什么" }],
  states: {
    asked: {
      label: "待确认",
      progress: "asked",
      tone: "waiting",
      waitsFor: [desk],
      limit: {
        within: { hours: 48 },
        warnBefore: { hours: 12 },
        warn: { to: [desk], text: "{title} 还没有确认" },
        late: { to: [desk, holder], text: "{title} 过期没有确认" },
        triggers: "lapse",
      },
      on: {
        confirm: {
          target: "registered",
          label: "确认",
          by: [desk],
          form: [{ name: "days", label: "每月天数", kind: "number", min: 1, max: 31, required: true }],
          effects: [{ name: "keep", field: "days", fact: "days" }],
          tells: [{ to: [holder], text: "您已在{place}报到，每月 {form.days} 天。" }],
          tone: "primary",
        },
        remark: {
          label: "备注",
          by: [desk],
          form: [{ name: "remark", label: "备注", kind: "text", required: true }],
          seenBy: "desk",
        },
        lapse: { target: "left", label: "过期", by: [desk] },
      },
    },
    registered: {
      label: "已报到",
      progress: "done",
      tone: "working",
      waitsFor: [holder],
      limit: { within: { hours: 24 * 365 } },
      on: { leave: { target: "left", label: "退出", by: [holder], confirm: "确定退出吗？" } },
    },
    left: { label: "已退出", progress: "done", tone: "stopped", final: true },
  },
};

const { desk: deskRole, admin } = testland.roles;
if (!deskRole || !admin) throw new Error("Testland has a desk and an administrator");

export const registeringLand: PackInput = {
  ...testland,
  roles: {
    ...testland.roles,
    desk: { ...deskRole, rights: [...deskRole.rights, "registration.read", "registration.edit", "figures.read"] },
  },
  workflows: { ...testland.workflows, registration },
  registrations: {
    member: {
      label: "党员报到",
      who: "person",
      with: ["community", "compound"],
      units: ["unit"],
      workflow: "registration",
      active: ["registered"],
    },
  },
  metrics: {
    registered: {
      label: "已报到",
      definition: "现已报到的人",
      count: { what: "matters", type: "registration", when: [{ name: "in", anyOf: ["registered"] }] },
    },
    places: {
      label: "报到的地方",
      definition: "有人报到的社区、小区",
      count: { what: "matters", type: "registration", distinct: "place" },
    },
    days: {
      label: "每月天数",
      definition: "答应的天数之和",
      count: { what: "matters", type: "registration", sum: "days" },
    },
  },
};
