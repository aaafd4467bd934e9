/** The invented county with everything people can take part in: registering, a need that is claimed, an agreement. */
import type { PackInput } from "../schema.ts";
import type { WorkflowInput } from "../workflow.ts";
import { sample } from "./sample.ts";

const desk = { right: "claim.vet" };
const owner = { party: "reporter" as const };
const holder = { party: "lead" as const };
const progress = [
  { id: "begun", label: "已提出" },
  { id: "done", label: "已完成" },
];

const registration: WorkflowInput = {
  label: "报到",
  progress,
  initial: "asked",
  states: {
    asked: {
      label: "待确认",
      progress: "begun",
      tone: "waiting",
      waitsFor: [desk],
      limit: { within: { workingHours: 16 } },
      on: {
        confirm: { target: "registered", label: "确认", by: [desk] },
        refuse: {
          target: "left",
          label: "不予确认",
          by: [desk],
          form: [{ name: "reason", label: "理由", kind: "text", required: true }],
          effects: [{ name: "keep", field: "reason", fact: "reason" }],
        },
      },
    },
    registered: {
      label: "已报到",
      progress: "done",
      tone: "working",
      waitsFor: [holder],
      limit: { within: { hours: 24 * 365 }, triggers: "leave" },
      on: { leave: { target: "left", label: "退出", by: [holder, desk] } },
    },
    left: { label: "已退出", progress: "done", tone: "stopped", final: true },
  },
};

const thing: WorkflowInput = {
  label: "需求",
  starts: [desk, { party: "reporter" }],
  progress,
  initial: "open",
  states: {
    open: {
      label: "可认领",
      progress: "begun",
      tone: "waiting",
      waitsFor: [desk],
      limit: { within: { hours: 24 * 30 }, triggers: "expire" },
      on: {
        expire: { target: "over", label: "到期", by: [desk] },
        fulfil: { target: "over", label: "完成", by: [desk] },
      },
    },
    over: { label: "已结束", progress: "done", tone: "done", final: true },
  },
};

const claim: WorkflowInput = {
  label: "认领",
  progress,
  initial: "claimed",
  states: {
    claimed: {
      label: "已认领",
      progress: "begun",
      tone: "working",
      waitsFor: [holder],
      limit: { within: { hours: 24 * 7 } },
      on: {
        deliver: {
          target: "done",
          label: "完成",
          by: [holder],
          form: [{ name: "hours", label: "小时", kind: "number", min: 0, max: 24 }],
          effects: [{ name: "keep", field: "hours", fact: "hours" }],
        },
        withdraw: { target: "dropped", label: "放弃", by: [holder, owner] },
      },
    },
    done: { label: "已完成", progress: "done", tone: "done", final: true },
    dropped: { label: "已放弃", progress: "done", tone: "stopped", final: true },
  },
};

const deskRole = sample.roles.desk;
if (!deskRole) throw new Error("the sample has a desk");

export const takingPart: PackInput = {
  ...sample,
  roles: {
    ...sample.roles,
    desk: {
      ...deskRole,
      rights: [
        ...deskRole.rights,
        "claim.vet",
        "registration.read",
        "registration.edit",
        "claim.read",
        "claim.edit",
        "match.run",
        "agreement.read",
        "agreement.edit",
      ],
    },
  },
  workflows: { ...sample.workflows, registration, thing, claim, pact: { ...thing, label: "协议" } },
  skills: [{ id: "haircut", label: "理发" }],
  registrations: {
    member: {
      label: "党员报到",
      who: "person",
      with: ["community"],
      units: ["team"],
      workflow: "registration",
      active: ["registered"],
    },
    unit: {
      label: "单位报到",
      who: "unit",
      with: ["community"],
      units: ["team"],
      workflow: "registration",
      active: ["registered"],
    },
  },
  claimables: {
    need: {
      label: "需求",
      list: "need",
      workflow: "thing",
      open: ["open"],
      claim: "claim",
      claimants: ["anyone", "registered"],
      expires: "expire",
      fulfilled: "fulfil",
      matches: "need",
    },
  },
  agreements: { workflow: "pact", inForce: ["open"], agreed: "fulfil", over: "expire" },
  metrics: {
    ...sample.metrics,
    members: {
      label: "报到",
      definition: "报到的人",
      count: {
        what: "matters",
        type: "registration",
        kinds: ["member"],
        when: [{ name: "in", anyOf: ["registered"] }],
      },
    },
    hours: { label: "时长", definition: "服务小时", count: { what: "matters", type: "claim", sum: "hours" } },
  },
};
