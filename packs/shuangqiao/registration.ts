/** 双桥区 "双报到+": organs' branches and members, and registered volunteers of the communities' teams. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({ label: "机关党组织双报到", description: "机关党组织与社区结成红色联盟。" }),
  "member-registration": registration({ label: "在职党员双报到", description: "在职党员下沉社区，按特长接单。" }),
  "volunteer-registration": registration({
    label: "志愿者注册",
    description: "社区志愿服务队的注册志愿者。",
    confirmDays: 3,
  }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({ label: "机关党组织双报到", with: ["community", "village"] }),
  member: memberRegistration({
    label: "在职党员双报到",
    with: ["community", "village"],
    feedback: "quarterly",
    unitSees: "sums",
  }),
  volunteer: memberRegistration({
    label: "志愿者注册",
    with: ["community", "village"],
    units: [],
    workflow: "volunteer-registration",
    unitSees: "nothing",
  }),
};
