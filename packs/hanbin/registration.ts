/** 汉滨区 "双认领、双服务": organisations and members register, then claim. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({
    label: "单位报到",
    description: "机关事业单位、企业和社会组织到社区报到，双认领、双服务。",
  }),
  "member-registration": registration({ label: "党员报到", description: "在职、离退休和流动党员向居住的社区报到。" }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({ label: "单位报到", with: ["community"] }),
  member: memberRegistration({
    label: "党员报到",
    with: ["community"],
    feedback: "yearly",
    unitSees: "sums",
  }),
};
