/** 泾阳县: units and in-service members register; a bulletin tells every day who came and what they did. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

const units = ["unit-branch", "unit", "department"];

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({
    label: "单位党组织报到",
    description: "单位党组织到所在社区报到，参加共驻共建。",
    asks: [
      { kind: "text", name: "contact", label: "联系人和职务", maxLength: 40 },
      { kind: "number", name: "memberCount", label: "党员人数", min: 1, max: 100_000, unit: "人" },
    ],
  }),
  "member-registration": registration({
    label: "在职党员报到",
    description: "在职党员到居住的小区报到，认岗、认领、认亲。",
  }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({
    description: "单位党组织向所在社区报到。",
    with: ["community", "village"],
    units,
  }),
  member: memberRegistration({
    description: "在职党员向居住的社区、小区报到。",
    with: ["community", "compound"],
    units,
    feedback: "quarterly",
    unitSees: "records",
  }),
};
