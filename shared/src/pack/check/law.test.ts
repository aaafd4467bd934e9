import { describe, expect, it } from "vitest";
import { checkPack } from "../check.ts";
import { add, all, type Case, drop, found, put, rowsOf } from "./breaking.ts";
import { sample } from "./sample.ts";

const publication = "workflows.help.publication";
const source = "indicators.0.source";
const formal = ["check-ins", "online-time", "study-time", "likes", "online-votes", "shares"];

const cases: readonly Case[] = [
  ["assessing by points", put(source, { from: "points" }), "indicators[0].source.from law-points"],
  ...formal.map(
    (from): Case => [`assessing by ${from}`, put(source, { from }), "indicators[0].source.from law-indicator"],
  ),
  ["compulsory check-in", put("participation.checkIn", "compulsory"), "participation.checkIn law-check-in"],
  ["a ranking nobody chose", put("participation.ranking", "on"), "participation.ranking law-ranking"],
  ...["reporter", "address", "photos"].map(
    (field): Case => [
      `publishing ${field} without consent`,
      all(put(`${publication}.fields`, ["category", field]), drop(`${publication}.consent`)),
      `${publication}.fields law-consent`,
    ],
  ),
  [
    "consent that is no answer of yes or no",
    put(`${publication}.consent`, "outcome"),
    `${publication}.consent law-consent`,
  ],
  [
    "a device that reads faces",
    add("devices", { id: "f", label: "人脸门禁", kind: "face" }),
    "devices[1].kind law-biometrics",
  ],
  [
    "a device that follows people",
    add("devices", { id: "t", label: "定位", kind: "track" }),
    "devices[1].kind law-biometrics",
  ],
];

describe("what the law does not leave to a place", () => {
  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });

  it("lets be published without asking what is about nobody", () => {
    expect(
      found(
        all(
          put(`${publication}.fields`, ["category", "community", "words", "outcome", "stars"]),
          drop(`${publication}.consent`),
        ),
      ),
    ).toEqual([]);
  });

  it("says which rule forbids it", () => {
    const checked = checkPack({ ...sample, participation: { checkIn: "compulsory" } });
    expect(checked.ok ? "" : checked.problems[0]?.message).toContain("国办函〔2026〕12号");
  });
});
