/** 三原县: units come into the community, members into grids, compounds and households. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({
    label: "单位党组织报到",
    description: "县级机关企事业单位党组织到社区报到，对照三个清单开展服务。",
  }),
  "member-registration": registration({
    label: "在职党员报到",
    description: "在职党员进社区、进网格、进小区、进住户。",
  }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({ with: ["community"] }),
  member: memberRegistration({
    with: ["community", "compound", "grid"],
    feedback: "quarterly",
    unitSees: "sums",
  }),
};
