/** 双报到: a unit's Party organisation registers with the community where it stands, its members after it. */
import { register, seeMatter, step } from "../../base/part-steps.ts";
import { unitsRegister } from "../../base/part-stories.ts";
import { days } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";

const unit = "units-610724001007-001";

const unitRegisters = unitsRegister({
  id: "unit-registers",
  title: "单位党组织到社区双报到",
  about: "单位党组织向所在社区报到，写下承诺做的实事；社区核对后确认，单位交来的党员名单一并登记。",
  unit,
  starts: "2025-04-14 09:00",
  data: { contact: "办公室主任", pledge: "每季度到社区办一件群众看得见的实事" },
  members: { kind: "member", small: 3, full: 7759 },
  figures: { "registered-units": 1, "registered-members": 3 },
  full: { times: 265, over: "unit-branch" },
  demo: { ago: 300 },
});

const memberRegisters: Story = {
  id: "member-registers",
  title: "党员到居住地报到，一年后复核",
  about: "单位之外，党员也可以自己报到，社区确认；满一年社区复核，继续有效。",
  at: "610724001007-c01",
  starts: "2025-04-15 10:00",
  cast: { member: { resident: true }, desk: { role: "community-desk" } },
  steps: [
    register("member", "member", "mine", {
      unit: `@${unit}`,
      skills: ["law"],
      data: { pledge: "帮邻居讲讲合同上的事" },
    }),
    step("desk", "mine", "confirm"),
    seeMatter("member", "mine", { state: "已报到" }),
    // After a year the clock itself asks the community to look at it again.
    step("desk", "mine", "renew", {}, { after: days(366) }),
    seeMatter("member", "mine", { state: "已报到", timeline: ["确认报到", "复核通过"] }),
  ],
  figures: { "registered-members": 1 },
};

export const registrations: readonly Story[] = [unitRegisters, memberRegisters];
