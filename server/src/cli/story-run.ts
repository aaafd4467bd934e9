/** `story run [PLACE[/STORY]] [--scale full] [--json]`: tells a place's stories through the public API of a real server. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { Story } from "@ginkgo/packs/story.ts";
import { readEnv } from "../platform/env.ts";
import { openStoryDatabase } from "../stories/database.ts";
import { groundOf } from "../stories/ground.ts";
import { figureTable, listener, progressLine, replayLines, silent, summary } from "../stories/print.ts";
import { type Replayed, replayPlace } from "../stories/replay.ts";
import { type ToldStory, tellPlace } from "../stories/tell.ts";
import { openWorld, type World } from "../stories/world.ts";
import type { Command, Output } from "./command.ts";

interface Chosen {
  readonly place: ShippedPlace;
  readonly stories: readonly Story[];
}

interface Asked {
  readonly full: boolean;
  readonly json: boolean;
  readonly name: string | undefined;
}

const usage = "story run [PLACE[/STORY]] [--scale full] [--json]";

/** Answers with what was not understood instead. */
const readArgs = (args: readonly string[]): Asked | string => {
  const names: string[] = [];
  let full = false;
  let json = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    const scale = arg === "--scale" ? args[++i] : /^--scale=(.*)$/.exec(arg)?.[1];
    if (scale === "full" || scale === "small") full = scale === "full";
    else if (scale !== undefined || arg === "--scale") return `--scale ${scale ?? ""}`;
    else if (arg === "--json") json = true;
    else if (arg.startsWith("-")) return arg;
    else names.push(arg);
  }
  return names.length > 1 ? (names[1] ?? "") : { full, json, name: names[0] };
};

/** Answers with what there is instead of what was asked for. */
const choose = (places: readonly ShippedPlace[], name: string | undefined): readonly Chosen[] | string => {
  if (name === undefined) return places.map((place) => ({ place, stories: place.stories.stories }));
  const [placeId, storyId] = name.split("/");
  const place = places.find(({ pack }) => pack.id === placeId);
  if (!place) return `没有“${placeId}”这个地方；现有：${places.map(({ pack }) => pack.id).join("、")}`;
  const { stories } = place.stories;
  if (storyId === undefined) return [{ place, stories }];
  const story = stories.find(({ id }) => id === storyId);
  return story
    ? [{ place, stories: [story] }]
    : `${placeId} 没有“${storyId}”这个故事；现有：${stories.map(({ id }) => id).join("、")}`;
};

const tellAll = async (world: World, chosen: readonly Chosen[], json: boolean, out: Output): Promise<boolean> => {
  const began = Date.now();
  const told: ToldStory[] = [];
  for (const { place, stories } of chosen)
    told.push(...(await tellPlace(world, place, stories, json ? silent : listener(out.print))));
  out.print(json ? JSON.stringify(told, null, 2) : summary(told, (Date.now() - began) / 1000));
  return told.every(({ ok }) => ok);
};

const replayAll = async (world: World, chosen: readonly Chosen[], json: boolean, out: Output): Promise<boolean> => {
  const replayed: Replayed[] = [];
  for (const { place, stories } of chosen) {
    if (!stories.some(({ full }) => full)) continue;
    if (!json) out.print(`\n${place.pack.name}（${place.pack.id}）`);
    const ground = groundOf(place.tree(), place.pack.tiers);
    const one = await replayPlace(world, place, stories, ground, progressLine());
    replayed.push(one);
    if (json) continue;
    const rate = Math.round(one.steps / one.seconds);
    const lines = [...replayLines(one.stories), `  ${one.steps} 步，${one.seconds.toFixed(0)} 秒，每秒 ${rate} 步`];
    out.print([...lines, ...figureTable(one.figures)].join("\n"));
  }
  if (json) out.print(JSON.stringify(replayed, null, 2));
  return replayed.every(({ ok }) => ok);
};

export const storyRun =
  (places: readonly ShippedPlace[]): Command =>
  async (args, out) => {
    const asked = readArgs(args);
    if (typeof asked === "string") {
      out.error(`不认识 ${asked}；用法：${usage}`);
      return 2;
    }
    const chosen = choose(places, asked.name);
    if (typeof chosen === "string") {
      out.error(chosen);
      return 1;
    }
    const { databaseUrl, logLevel } = readEnv();
    const folder = mkdtempSync(join(tmpdir(), "ginkgo-stories-"));
    try {
      const database = await openStoryDatabase(folder, databaseUrl);
      try {
        const world = await openWorld(database.urls, folder, logLevel === "info" ? "error" : logLevel);
        try {
          const run = asked.full ? replayAll : tellAll;
          return (await run(world, chosen, asked.json, out)) ? 0 : 1;
        } finally {
          await world.stop();
        }
      } finally {
        await database.drop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
