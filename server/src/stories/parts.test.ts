/** Whom a part finds and which node a name means, on a ground small enough to be seen at a glance. */
import type { Story } from "@ginkgo/packs/story.ts";
import type { PersonFile, TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import { describe, expect, it } from "vitest";
import { testland } from "../../test/fixture-pack.ts";
import { groundOf } from "./ground.ts";
import { castOf, nodeNamed, Unresolved } from "./parts.ts";
import { inventResidents } from "./residents.ts";

const node = (key: string, tier: string, parent: string | null, more: Partial<TreeFileNode> = {}): TreeFileNode => ({
  key,
  tier,
  name: key,
  parent,
  ...more,
});
const area = [
  node("county", "county", null, { code: "990001" }),
  node("street", "subdistrict", "county"),
  node("east", "community", "street"),
  node("west", "community", "street"),
  node("garden", "compound", "east"),
  node("g1", "grid", "garden"),
  node("g2", "grid", "garden"),
  node("g3", "grid", "garden"),
  node("house", "building", "g1"),
  node("east-helpers", "team", "east", { kind: "volunteer" }),
  node("east-property", "team", "east", { kind: "property" }),
  node("west-property", "team", "west", { kind: "property" }),
  node("roads", "department", "county"),
  node("water", "department", "county"),
];
const party = [
  node("committee", "committee", null, { seat: "street" }),
  node("branch", "branch", "committee", { seat: "east" }),
];

let number = 0;
const person = (name: string, posts: [role: string, node: string][], home?: string): PersonFile => ({
  key: name,
  name,
  phone: `1990000${String(++number).padStart(4, "0")}`,
  posts: posts.map(([role, at]) => ({ role, node: at })),
  ...(home ? { home } : {}),
});
const people = [
  person("county desk", [["desk", "county"]]),
  person("east desk", [["desk", "east"]]),
  person("second east desk", [["desk", "east"]]),
  person("west desk", [["desk", "west"]]),
  person("worker 1", [["worker", "g1"]]),
  person("worker 2", [["worker", "g2"]]),
  person("helper", [["team-member", "east-helpers"]]),
  person("janitor", [["team-member", "east-property"]]),
  person("roads clerk", [["team-member", "roads"]]),
  person("water clerk", [["team-member", "water"]]),
  person("secretary", [["secretary", "branch"]]),
  person("neighbour", [], "house"),
];
const ground = groundOf({ area, party, people }, testland.tiers);

const find = (part: Story["cast"][string], at = "g1"): string =>
  castOf(ground, { cast: { one: part } }, at).get("one")?.[0]?.name ?? "";

describe("who plays a part", () => {
  it("is whoever holds the role nearest above, not in the next community", () => {
    expect(find({ role: "desk" })).toBe("east desk");
    expect(find({ role: "desk" }, "west")).toBe("west desk");
    expect(find({ role: "desk" }, "street")).toBe("county desk");
  });

  it("is found on the place's own ground, in its community's bodies, at Party organisations laid over it", () => {
    expect(find({ role: "worker" }, "east")).toBe("worker 1");
    // The next grid's worker is not this grid's.
    expect(() => find({ role: "worker" }, "g3")).toThrow(Unresolved);
    expect(find({ role: "team-member" })).toBe("helper");
    expect(find({ role: "secretary" })).toBe("secretary");
  });

  it("can be narrowed to a tier, to the nearest of a kind, or to one node", () => {
    expect(find({ role: "team-member", on: "department" })).toBe("roads clerk");
    expect(find({ role: "team-member", on: "team/property" })).toBe("janitor");
    expect(find({ role: "team-member", on: "water" })).toBe("water clerk");
    expect(() => find({ role: "team-member", on: "team/property" }, "west")).toThrow(Unresolved);
  });

  it("is a second person for a second part of the same role", () => {
    const cast = castOf(ground, { cast: { a: { role: "desk" }, b: { role: "desk" } } }, "g1");
    expect([cast.get("a")?.[0]?.name, cast.get("b")?.[0]?.name]).toEqual(["east desk", "second east desk"]);
  });

  it("names what is missing", () => {
    expect(() => find({ role: "mayor" })).toThrow("“g1”附近没有人担任 mayor");
    expect(() => find({ phone: "13800000000" })).toThrow("13800000000");
    expect(() => find({ resident: true }, "g2")).toThrow("没有居民");
  });
});

describe("residents", () => {
  it("live at the place; as many as the stories need are invented, each once", () => {
    expect(find({ resident: true })).toBe("neighbour");
    const story = { cast: { a: { resident: true }, b: { resident: true } } } as unknown as Story;
    const invented = inventResidents(ground, [
      { story, at: "g1" },
      { story, at: "g1" },
      { story, at: "g2" },
    ]);
    expect(invented.map(({ home }) => home)).toEqual(["g1", "g2", "g2"]);
    expect(new Set([...people, ...invented].map(({ phone }) => phone)).size).toBe(people.length + 3);
    const settled = groundOf({ area, party, people: [...people, ...invented] }, testland.tiers);
    const cast = castOf(settled, story, "g1");
    expect(cast.get("a")?.[0]?.phone).not.toBe(cast.get("b")?.[0]?.phone);
  });

  it("someone who is named by phone is not a resident of the same story as well", () => {
    const phone = people.at(-1)?.phone ?? "";
    const story = { cast: { named: { phone }, other: { resident: true } } } as unknown as Story;
    expect(inventResidents(ground, [{ story, at: "g1" }])).toHaveLength(1);
  });
});

describe("a node's name", () => {
  it("is a key, a code, or the nearest of a tier or kind", () => {
    expect(nodeNamed(ground, "g1", "@g2").key).toBe("g2");
    expect(nodeNamed(ground, "g1", "@990001").key).toBe("county");
    expect(nodeNamed(ground, "house", "@~grid").key).toBe("g1");
    expect(nodeNamed(ground, "g2", "@~grid").key).toBe("g2");
    expect(nodeNamed(ground, "g1", "@~team/property").key).toBe("east-property");
    expect(nodeNamed(ground, "west", "@~team/property").key).toBe("west-property");
    expect(() => nodeNamed(ground, "east-property", "@~grid")).toThrow(Unresolved);
    expect(nodeNamed(ground, "g1", "@~department").key).toBe("roads");
    expect(nodeNamed(ground, "g1", "@~branch").key).toBe("branch");
    expect(() => nodeNamed(ground, "west", "@~team/volunteer")).toThrow(Unresolved);
    expect(() => nodeNamed(ground, "g1", "@nowhere")).toThrow("@nowhere");
  });
});
