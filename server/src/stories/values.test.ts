import { expect, it } from "vitest";
import { type Names, resolveData } from "./values.ts";

const names: Names = {
  node: (text) => `node ${text}`,
  case: (name) => (name === "leak" ? "case-1" : undefined),
  day: (text) => text.replace("2025", "2026"),
  answer: (name) =>
    name === "need" ? { matter: { id: "matter-1" }, code: "x7", lines: [{ id: "line-1" }] } : undefined,
  now: () => new Date("2026-03-01T00:00:00Z"),
  turn: "3",
  telling: { index: 1, of: 4 },
  people: async (part) => (part === "hands" ? ["hand 1", "hand 2"] : [`${part} 1`]),
  photo: async (caption) => `photo of ${caption}`,
};

it("turns nodes, cases and pictures into ids, also in lists, and leaves everything else", async () => {
  expect(
    await resolveData(
      {
        to: ["@~team/property", "@east"],
        place: "@east",
        into: "#leak",
        photos: ["photo:修好了"],
        days: 3,
        until: "2025-03-08",
        solved: false,
      },
      names,
    ),
  ).toEqual({
    to: ["node @~team/property", "node @east"],
    place: "node @east",
    into: "case-1",
    photos: ["photo of 修好了"],
    days: 3,
    until: "2026-03-08",
    solved: false,
  });
});

it("a field with one picture is a list all the same", async () => {
  expect(await resolveData({ photos: "photo:现场" }, names)).toEqual({ photos: ["photo of 现场"] });
});

it("a text that only looks like the name of a case stays a text", async () => {
  expect(await resolveData({ words: "#3 楼的电梯" }, names)).toEqual({ words: "#3 楼的电梯" });
});

it("what an endpoint answered, people, moments and turns stand for themselves", async () => {
  expect(
    await resolveData(
      {
        need: "#need",
        code: "#need.code",
        line: "#need.lines.0.id",
        who: "person:secretary",
        squad: "people:lead+hands",
        kind: "{pick:post|plot|box}",
        served: "share:9/10",
        at: "2025-03-08 14:00",
        until: "now+90m",
        title: "第 {i} 个",
        times: [{ begins: "now-1d" }],
      },
      names,
    ),
  ).toEqual({
    need: "matter-1",
    code: "x7",
    line: "line-1",
    who: "secretary 1",
    squad: ["lead 1", "hand 1", "hand 2"],
    kind: "plot",
    served: 3,
    at: "2026-03-08T06:00:00.000Z",
    until: "2026-03-01T01:30:00.000Z",
    title: "第 3 个",
    times: [{ begins: "2026-02-28T00:00:00.000Z" }],
  });
});
