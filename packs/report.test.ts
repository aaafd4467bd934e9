/** A replay at full size takes long; that the stories' own figures come to the report is seen at once. */
import { describe, expect, it } from "vitest";
import { places } from "./index.ts";

describe.each(places.map((place) => [place.pack.id, place] as const))("report of %s", (_id, { pack, stories }) => {
  const counted = Object.entries(stories.report).filter(([metric]) => {
    const what = pack.metrics?.[metric]?.count.what;
    return what === "cases" || what === "sum";
  });

  it.each(counted)("%s", (metric, reported) => {
    const sum = stories.stories.reduce(
      (total, { full, figures }) => total + (full?.times ?? 0) * (figures?.[metric] ?? 0),
      0,
    );
    expect(sum).toBe(reported);
  });

  it("names metrics of the pack only", () => {
    const named = [
      ...Object.keys(stories.report),
      ...stories.stories.flatMap(({ figures = {} }) => Object.keys(figures)),
    ];
    expect(named.filter((metric) => !pack.metrics?.[metric])).toEqual([]);
  });
});
