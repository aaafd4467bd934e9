/** 西乡县: units and members show who they are in the community, pledge, and claim wishes. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({
    label: "单位党组织双报到",
    description: "机关企事业单位党组织到所在社区报到，联心共建。",
    asks: [
      { kind: "text", name: "contact", label: "联系人和职务", maxLength: 40 },
      { kind: "text", name: "pledge", label: "单位承诺做的实事", maxLength: 200, multiline: true },
    ],
  }),
  "member-registration": registration({
    label: "党员干部双报到",
    description: "党员干部到居住的社区亮身份、认心愿、办实事。",
    asks: [{ kind: "text", name: "pledge", label: "我的承诺", maxLength: 200, multiline: true }],
  }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({ description: "单位党组织向所在社区报到。", with: ["community", "village"] }),
  member: memberRegistration({
    label: "党员干部报到",
    description: "党员干部向居住的社区报到。",
    with: ["community", "village"],
    feedback: "quarterly",
    unitSees: "records",
  }),
};
