/** 神木市: organisations where they report, members where they live; what a member does is recognised at both. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({ label: "单位党组织双报到", description: "机关和企事业单位党组织到社区报到。" }),
  "member-registration": registration({
    label: "在职党员双报到",
    description: "在职党员到居住的网格报到，领责任田、入网格党员服务队。",
  }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({ label: "单位党组织双报到", with: ["community", "village"] }),
  member: memberRegistration({
    label: "在职党员双报到",
    with: ["community", "grid"],
    feedback: "quarterly",
    unitSees: "sums",
  }),
};
