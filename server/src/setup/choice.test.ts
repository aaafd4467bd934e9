/** Which places a start prepares, and what is said to a name that is none. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import { describe, expect, it } from "vitest";
import { EnvError, readEnv } from "../platform/env.ts";
import { chosenPlaces, withKnown } from "./choice.ts";

const place = (id: string): ShippedPlace => ({ pack: { id, code: `code-${id}` } }) as unknown as ShippedPlace;
const places = ["north", "south", "west"].map(place);
const chosen = (vars: Record<string, string>): string[] =>
  chosenPlaces(places, readEnv(vars)).map(({ pack }) => pack.id);

describe("places of a start", () => {
  it.each([
    [{}, ["north"]],
    [{ DEMO: "1" }, ["north"]],
    [{ DEMO: "yes" }, ["north"]],
    [{ DEMO: "0" }, ["north"]],
    [{ DEMO: "west" }, ["west"]],
    [{ DEMO: "0", PLACES: "south,west" }, ["south", "west"]],
    [{ DEMO: "0", PLACES: "all" }, ["north", "south", "west"]],
    [{ DEMO: "west", PLACES: "south, west" }, ["west", "south"]],
  ])("%o: %o", (vars, wanted) => {
    expect(chosen(vars as Record<string, string>)).toEqual(wanted);
  });

  it("whether there is a demonstration follows DEMO alone", () => {
    expect([undefined, "1", "yes", "west"].map((DEMO) => readEnv({ DEMO }).demo !== false)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["0", "no"].map((DEMO) => readEnv({ DEMO }).demo)).toEqual([false, false]);
  });

  it.each([
    [{ DEMO: "maybe" }, 'DEMO="maybe" is not valid: the places there are: north, south, west.'],
    [{ PLACES: "south,nowhere" }, 'PLACES="nowhere" is not valid: the places there are: north, south, west.'],
    [{ DEMO: "Mitte!" }, 'DEMO="Mitte!" is not valid: give 1, 0 or the id of a place.'],
    [{ PLACES: ",," }, 'PLACES=",," is not valid: give ids of places separated by commas, or all.'],
  ])("%o is refused with what there is", (vars, message) => {
    expect(() => chosen(vars as Record<string, string>)).toThrow(new EnvError(message));
  });

  it("a place of an earlier start keeps running, each once", () => {
    const [north, south] = places;
    const running = withKnown(places, north ? [north] : [], new Set(["code-south", "code-north", "code-elsewhere"]));
    expect(running).toEqual([north, south]);
  });
});
