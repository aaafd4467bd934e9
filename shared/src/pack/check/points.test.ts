import { describe, expect, it } from "vitest";
import { checkPack } from "../check.ts";
import { PointRules, ruleFor, ruleText, worthOf } from "../points.ts";
import { add, all, type Case, drop, found, put, rowsOf } from "./breaking.ts";
import { sample } from "./sample.ts";
import { takingPart } from "./sample-participation.ts";

const call = {
  id: "call",
  label: "认领需求",
  on: { type: "claim", step: "confirm", kinds: ["need"] },
  points: 2,
  ceilings: { perDay: 4, perMonth: 20, perYear: 100 },
  recognised: ["home", "unit"],
  confirmedBy: "owner",
};
const patrol = { id: "patrol", label: "巡逻", on: { type: "patrol", step: "done" }, perHour: 1, confirmedBy: "record" };
const rules = { label: "志愿积分", rules: [call, patrol], shop: { label: "爱心超市", holdDays: 7 } };

const confirm = { target: "done", label: "确认", by: [{ party: "reporter" }] };
/** The invented county gives points; someone may correct them and someone keeps the shop. */
const withRules = all(
  put("points", () => structuredClone(rules)),
  put("workflows.claim.states.claimed.on.confirm", confirm),
  put("patrols", { walk: { label: "巡逻", tiers: ["community"] } }),
  add("roles.desk.rights", "duty.read", "duty.edit"),
);
const withPoints = all(withRules, add("roles.desk.rights", "points.adjust", "points.shop"));
const rule = "points.rules.0";
const path = "points.rules[0]";
const breaking = (...changes: ReturnType<typeof put>[]) => all(withPoints, ...changes);

const cases: readonly Case[] = [
  [
    "points nobody chose",
    breaking(put("participation.points", "off"), put("participation.ranking", "off")),
    "participation.points law-points-voluntary",
  ],
  ...["check-in", "online-time", "study-time", "likes", "online-votes", "shares", "login"].map(
    (type): Case => [`points for ${type}`, breaking(put(`${rule}.on.type`, type)), `${path}.on.type law-points-deed`],
  ),
  ["points taken away", breaking(put(`${rule}.points`, -2)), `${path}.points law-points-positive`],
  ["no points", breaking(put(`${rule}.points`, 0)), `${path}.points law-points-positive`],
  [
    "an hour that costs points",
    breaking(put("points.rules.1.perHour", -1)),
    "points.rules[1].perHour law-points-positive",
  ],
  [
    "a ceiling of nothing",
    breaking(put(`${rule}.ceilings`, { perDay: 0 })),
    `${path}.ceilings.perDay law-points-positive`,
    `${path}.ceilings.perDay point-ceiling-small`,
  ],
  ["neither for the deed nor the hour", breaking(drop(`${rule}.points`)), `${path} point-amount`],
  ["both for the deed and the hour", breaking(put(`${rule}.perHour`, 1)), `${path} point-amount`],
  [
    "a ceiling below one deed",
    breaking(put(`${rule}.ceilings`, { perDay: 1 })),
    `${path}.ceilings.perDay point-ceiling-small`,
  ],
  [
    "a year shorter than a month",
    breaking(put(`${rule}.ceilings`, { perMonth: 20, perYear: 10 })),
    `${path}.ceilings.perYear point-ceiling-order`,
  ],
  [
    "a month shorter than a day",
    breaking(put(`${rule}.ceilings`, { perDay: 9, perMonth: 8 })),
    `${path}.ceilings.perMonth point-ceiling-order`,
  ],
  ["recognised nowhere", breaking(put(`${rule}.recognised`, [])), `${path}.recognised point-recognised`],
  [
    "recognised twice in one place",
    breaking(put(`${rule}.recognised`, ["home", "home"])),
    `${path}.recognised point-recognised-twice`,
  ],
  ["two rules of one name", breaking(put("points.rules.1.id", "call")), "points.rules[1].id point-rule-twice"],
  [
    "two rules for one deed",
    breaking(put("points.rules.1", { ...call, id: "other", on: { type: "claim", step: "confirm" } })),
    "points.rules[1].on point-overlap",
  ],
  [
    "two rules that share a kind",
    breaking(put("points.rules.1", { ...call, id: "other" })),
    "points.rules[1].on point-overlap",
  ],
  ["a ranking of nothing", put("participation.points", "off"), "participation.ranking point-ranking"],
  ["a deed there is not", breaking(put(`${rule}.on.type`, "singing")), `${path}.on.type point-deed-unknown`],
  [
    "a deed nobody can do here",
    breaking(put(`${rule}.on`, { type: "visit", step: "done" }), put(`${rule}.confirmedBy`, "record")),
    `${path}.on.type point-deed-none`,
  ],
  ["a kind there is not", breaking(put(`${rule}.on.kinds`, ["need", "dream"])), `${path}.on.kinds[1] point-deed-kind`],
  ["a step there is not", breaking(put(`${rule}.on.step`, "finish")), `${path}.on.step point-deed-step`],
  [
    "a patrol that ends otherwise",
    breaking(put("points.rules.1.on.step", "end")),
    "points.rules[1].on.step point-deed-step",
  ],
  [
    "a patrol that somebody confirms",
    breaking(put("points.rules.1.confirmedBy", "owner")),
    "points.rules[1].confirmedBy point-confirmed-by",
  ],
  [
    "a claim that the record confirms",
    breaking(put(`${rule}.confirmedBy`, "record")),
    `${path}.confirmedBy point-confirmed-by`,
  ],
  ["thanking oneself", breaking(put(`${rule}.on.step`, "deliver")), `${path}.on.step point-alone`],
  [
    "points that nobody corrects",
    all(
      withRules,
      put("points", () => structuredClone({ rules: [call] })),
    ),
    "roles participation-right",
  ],
  ["a shop that nobody keeps", all(withRules, add("roles.desk.rights", "points.adjust")), "roles participation-right"],
];

describe("rules for points", () => {
  it("are sound when nothing is wrong with them", () => {
    expect(found(withPoints, takingPart)).toEqual([]);
  });

  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change, takingPart).toSorted()).toEqual(problems);
  });

  it("thank who offers, where something is offered", () => {
    const offered = all(put("claimables.need.list", "resource"), drop("claimables.need.matches"));
    expect(found(breaking(offered), takingPart)).toEqual([`${path}.on.step point-alone`]);
    const both = put("workflows.claim.states.claimed.on.confirm.by", [{ party: "lead" }]);
    expect(found(breaking(offered, both), takingPart)).toEqual([]);
  });

  it("say which law forbids", () => {
    const checked = checkPack({ ...sample, participation: {}, points: rules });
    expect(checked.ok ? "" : checked.problems.map(({ message }) => message).join()).toContain("国办函〔2026〕12号");
  });

  it("are found by deed, and in words that anyone understands", () => {
    const parsed = PointRules.parse(rules);
    const one = ruleFor(parsed, { type: "claim", kind: "need", step: "confirm" });
    expect(one?.id).toBe("call");
    expect(ruleFor(parsed, { type: "claim", kind: "wish", step: "confirm" })).toBeUndefined();
    expect(ruleFor(parsed, { type: "patrol", kind: "any", step: "done" })?.id).toBe("patrol");
    expect(parsed.rules.map(ruleText)).toEqual([
      "每次 2 分，每天最多 4 分，每月最多 20 分，每年最多 100 分，由需要帮助的一方确认，居住地社区和所在单位都认可",
      "每小时 1 分，按签到签退的记录计算，居住地社区认可",
    ]);
    const [, hourly] = parsed.rules;
    expect([59, 60, 150, null, -60].map((minutes) => hourly && worthOf(hourly, minutes))).toEqual([0, 1, 2, 0, 0]);
  });
});
