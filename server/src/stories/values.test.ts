import { expect, it } from "vitest";
import { type Names, resolveData } from "./values.ts";

const names: Names = {
  node: (text) => `node ${text}`,
  case: (name) => (name === "leak" ? "case-1" : undefined),
  day: (text) => text.replace("2025", "2026"),
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
