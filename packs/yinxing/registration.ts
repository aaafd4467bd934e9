/** 银杏社区: members who live there register with the community, residents who lend a hand with their compound. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({ label: "共建单位报到", description: "单位党组织到社区报到，一起管好院落。" }),
  "member-registration": registration({ label: "党员报到", description: "老党员、在职党员向居住的社区报到。" }),
  "neighbour-registration": registration({
    label: "热心居民登记",
    description: "愿意轮班共管、认领花箱座椅、参加巡防的居民。",
    confirmDays: 3,
  }),
};

export const registrations: PackInput["registrations"] = {
  unit: unitRegistration({ label: "共建单位报到", with: ["community"] }),
  member: memberRegistration({ label: "党员报到", with: ["community", "compound"] }),
  neighbour: memberRegistration({
    label: "热心居民登记",
    description: "居民自愿登记，随时可以退出。",
    with: ["compound"],
    units: [],
    workflow: "neighbour-registration",
    unitSees: "nothing",
  }),
};
