/** What every place tells of itself holds, on one real server through its public API. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figureLine, silent, stepLine } from "@ginkgo/server/stories/print.ts";
import { type ToldStory, tellPlace } from "@ginkgo/server/stories/tell.ts";
import { openWorld, type World } from "@ginkgo/server/stories/world.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../server/test/database.ts";
import { places } from "./index.ts";

const database = useDatabase();
let world: World;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ginkgo-stories-"));
  world = await openWorld(database.urls, folder);
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const linesOf = ({ story, steps, figures }: ToldStory): string[] => [
  story,
  ...steps.filter(({ ok }) => !ok).map(stepLine),
  ...figures.filter(({ ok }) => !ok).map(figureLine),
];

describe.each(places.map((place) => [place.pack.name, place] as const))("%s", (_name, place) => {
  const { stories, report } = place.stories;

  it("tells its stories, and all of them hold", async () => {
    const told = await tellPlace(world, place, stories, silent);
    expect(told.map(({ story }) => story).toSorted()).toEqual(stories.map(({ id }) => id).toSorted());
    expect(told.filter(({ ok }) => !ok).flatMap(linesOf)).toEqual([]);
  }, 120_000);

  it("gives its stories names of their own, and its report metrics that there are", () => {
    expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
    expect(Object.keys(report).filter((metric) => !Object.hasOwn(place.pack.metrics ?? {}, metric))).toEqual([]);
  });

  it("has a demonstration", () => {
    expect(stories.some(({ demo }) => demo !== undefined)).toBe(true);
  });
});
