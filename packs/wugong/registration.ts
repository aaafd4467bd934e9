/** 武功县 "双报到·为民行": branches of units and their members; members take posts by profession. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({
    label: "机关党支部报到",
    description: "机关党支部到联系社区报到，按群众点单组织服务。",
    asks: [{ kind: "number", name: "memberCount", label: "党员人数", min: 1, max: 10_000, unit: "人" }],
  }),
  "member-registration": registration({
    label: "在职党员报到",
    description: "在职党员亮职业、亮专长，到居住的小区报到认岗。",
    asks: [{ kind: "text", name: "profession", label: "职业和专长", maxLength: 60 }],
  }),
  "volunteer-registration": registration({
    label: "党员志愿者登记",
    description: "参加支部组织的志愿服务的党员。",
    confirmDays: 3,
  }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({ label: "机关党支部报到", with: ["community"] }),
  member: memberRegistration({ with: ["community", "compound"], feedback: "quarterly", unitSees: "records" }),
  volunteer: memberRegistration({
    label: "党员志愿者登记",
    with: ["community"],
    workflow: "volunteer-registration",
  }),
};
