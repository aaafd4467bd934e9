import { Pack } from "@ginkgo/shared/pack/schema.ts";
import { describe, expect, it } from "vitest";
import { testland } from "../../test/fixture-pack.ts";
import { differences, type See } from "./differences.ts";

const pack = Pack.parse(testland);
const seen = {
  workflow: "order",
  stateLabel: "待派单",
  time: "ok" as const,
  waiting: "等待派单员处理",
  marks: [{ label: "督办", tone: "warning" as const }],
  actions: [{ action: "dispatch" }, { action: "reject" }],
  timeline: [
    { label: "提交", details: [] },
    { label: "备注", details: [{ text: "夫妻俩在闹离婚" }] },
    { label: "补充", details: [] },
  ],
};
const see = (wanted: Partial<See>) => differences(pack, seen, { do: "see", as: "desk", case: "one", ...wanted });

describe("what is seen beside what is expected", () => {
  it("a state by its label or its path, one of several where there are several", () => {
    expect(see({ state: "待派单" })).toEqual([]);
    expect(see({ state: "submitted" })).toEqual([]);
    expect(
      differences(
        pack,
        { ...seen, stateLabel: "待接单／待派单" },
        { do: "see", as: "a", case: "b", state: "submitted" },
      ),
    ).toEqual([]);
    expect(see({ state: "working" })).toEqual(["应为“working”，看到“待派单”"]);
  });

  it("time, whose move it is, and small signs", () => {
    expect(see({ time: "ok", waiting: "派单员", marks: ["督办"] })).toEqual([]);
    expect(see({ time: "late", waiting: "居民", marks: ["延期"] })).toHaveLength(3);
  });

  it("steps that must and must not be open", () => {
    expect(see({ actions: ["dispatch"], noActions: ["rate"] })).toEqual([]);
    expect(see({ actions: ["rate"], noActions: ["reject"] })).toEqual([
      "应能操作 rate，看到 dispatch、reject",
      "不应能操作 reject",
    ]);
  });

  it("the timeline in order, others between; what must not stand there, also in its words", () => {
    expect(see({ timeline: ["提交", "补充"], notOnTimeline: ["派单"] })).toEqual([]);
    expect(see({ timeline: ["补充", "提交"] })[0]).toContain("“提交”");
    expect(see({ notOnTimeline: ["备注"] })).toEqual(["记录里不应有 备注"]);
    expect(see({ notOnTimeline: ["离婚"] })).toEqual(["记录里不应有 离婚"]);
  });
});
