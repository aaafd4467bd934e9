/** Disputes that only the county can crack, with a lead department and others that assist. */
import { act, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { compound, confirm, people, publicise } from "./disputes.ts";

const cracked: Story = {
  id: "gas-pipe",
  title: "外墙管道年年修年年漏，县直破题",
  about: "社区谈不成，县里确定住建牵头、城管协办；各部门做完自己的一段才算谈妥。",
  at: compound,
  starts: "2025-03-03 09:00",
  cast: {
    ...people,
    county: { role: "county-desk" },
    lead: { role: "unit-clerk", on: "dept-610431-housing" },
    helper: { role: "unit-clerk", on: "dept-610431-urban-management" },
    outsider: { role: "unit-clerk", on: "dept-610431-petitions" },
  },
  full: { times: 145, over: "compound" },
  demo: { ago: 130 },
  steps: [
    submit("resident", "property-dispute", "外墙排水管年年漏，物业说归市政，市政说归小区。"),
    act("desk", "hear"),
    act("desk", "passUp", { reason: "管道归属不清，小区和物业都动不了。" }),
    act("desk", "passToCounty", { reason: "涉及市政接口，社区召集不来。" }),
    told("county", "上一级没有化解"),
    act("county", "assign", {
      to: ["@dept-610431-housing"],
      helpers: ["@dept-610431-urban-management"],
      words: "先定归属，再修管道，一次修到市政井。",
    }),
    told("lead", "请牵头破题"),
    told("helper", "请协办"),
    see("outsider", { hidden: true }),
    act("lead", "take"),
    act("helper", "join"),
    refused("lead", "settle", "not-allowed-now", { words: "修好了" }),
    act("helper", "finishPart", { words: "市政井到外墙的一段已换管。" }, { after: minutes(900) }),
    act("lead", "settle", { words: "归属定为市政，已整段更换，质保三年。" }),
    confirm(true, 5),
    publicise("外墙排水管已整段更换，今后由市政管护。"),
  ],
  figures: { disputes: 1, "at-county": 1, publicised: 1 },
};

const objected: Story = {
  id: "whose",
  title: "部门说不该我管，有人复核",
  about: "牵头部门对派单有异议，县级指挥员复核后改派。",
  at: compound,
  starts: "2025-03-03 09:00",
  cast: {
    ...people,
    county: { role: "county-desk" },
    lead: { role: "unit-clerk", on: "dept-610431-civil-affairs" },
  },
  demo: { ago: 50 },
  steps: [
    submit("resident", "facility-dispute", "小区门口的地名牌和门牌对不上，快递总送错，两边还吵起来。"),
    act("desk", "hear"),
    act("desk", "passUp", { reason: "涉及地名，社区没有权限。" }),
    act("desk", "passToCounty", { reason: "要县里定。" }),
    act("county", "assign", { to: ["@dept-610431-civil-affairs"], words: "把地名牌和门牌理清楚。" }),
    act("lead", "object", { reason: "门牌由公安编制，地名牌才归民政，两边要一起。" }),
    see("resident", { state: "异议复核中", notOnTimeline: ["对派单有异议"] }),
    refused("lead", "uphold", "forbidden", { reason: "按我说的办" }),
    act("county", "uphold", { reason: "由公安牵头，民政协办。" }),
    see("county", { state: "待确定牵头部门", actions: ["assign", "sendDown"] }),
    told("lead", "异议成立"),
  ],
  figures: { disputes: 0 },
};

export const countyDisputes: readonly Story[] = [cracked, objected];
