/** Stories on a real server: what holds is told, and what does not is reported with what was seen. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { Story, StoryStep } from "@ginkgo/packs/story.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useDatabase } from "../../test/database.ts";
import { testland } from "../../test/fixture-pack.ts";
import { testlandPlace } from "../../test/fixture-place.ts";
import { groundOf } from "./ground.ts";
import { silent } from "./print.ts";
import { replayPlace } from "./replay.ts";
import { type ToldStory, tellPlace } from "./tell.ts";
import { openWorld, type World } from "./world.ts";

const database = useDatabase();
let world: World;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ginkgo-tell-"));
  world = await openWorld(database.urls, folder);
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pack = {
  ...testland,
  metrics: {
    handled: {
      label: "办结",
      definition: "已办结的事项",
      count: { what: "cases" as const, when: [{ name: "ended" as const, value: true }] },
    },
    grids: { label: "网格", definition: "网格数", count: { what: "nodes" as const, tiers: ["grid"] } },
  },
};

const act = (as: string, action: string, data: Record<string, unknown> = {}): StoryStep => ({
  do: "act",
  as,
  case: "hole",
  action,
  data,
  after: { workingMinutes: 20 },
});
const see = (as: string, wanted: object): StoryStep => ({ do: "see", as, case: "hole", ...wanted });

const told = (words: string): StoryStep => ({ do: "told", as: "resident", case: "hole", words });

const hole: Story = {
  id: "hole",
  title: "路上有坑",
  about: "派给网格员，补好后居民评价。",
  at: "east-1",
  starts: "2025-03-03 09:00",
  cast: { resident: { resident: true }, other: { resident: true }, desk: { role: "desk" }, worker: { role: "worker" } },
  steps: [
    { do: "submit", as: "resident", case: "hole", category: "road", words: "门口路面有个坑", photos: ["坑"] },
    see("resident", { state: "待派单", time: "ok", noActions: ["dispatch"] }),
    see("other", { hidden: true }),
    { do: "refused", as: "resident", case: "hole", action: "dispatch", data: { to: ["@~grid"] }, problem: "forbidden" },
    act("desk", "dispatch", { to: ["@~grid"], words: "今天就去" }),
    { do: "wait", after: { workingMinutes: 180 } },
    // Nobody took it in time: it is back, by itself.
    see("desk", { state: "submitted", timeline: ["提交", "派单", "收回"] }),
    act("desk", "dispatch", { to: ["@~grid"] }),
    act("worker", "accept"),
    act("worker", "complete", { result: "补好了", photos: "photo:补好了" }),
    told("已办结，请评价"),
    act("resident", "rate", { stars: 5, solved: true }),
  ],
  figures: { handled: 1, grids: 3 },
  full: { times: 7, over: "grid" },
};

const placeWith = (stories: readonly Story[], report = {}): ShippedPlace => ({
  ...testlandPlace(pack),
  stories: { stories, report },
});

const problemsOf = ({ steps, figures }: ToldStory): string[] => [
  ...steps.flatMap(({ ok, text }) => (ok ? [] : [text])),
  ...figures.flatMap(({ ok, metric, counted }) => (ok ? [] : [`${metric} ${counted}`])),
];

it("tells a story from the photo to the figures, limits running out on the way", async () => {
  const [one] = await tellPlace(world, placeWith([hole]), [hole], silent);
  expect(one && problemsOf(one)).toEqual([]);
  expect(one).toMatchObject({ place: "testland", story: "hole", ok: true });
  expect(one?.steps).toHaveLength(hole.steps.length);
});

it("reports every expectation that does not hold, and goes on", async () => {
  const wrong: Story = {
    ...hole,
    id: "wrong",
    steps: [
      { do: "submit", as: "resident", case: "hole", category: "road", words: "门口路面有个坑" },
      see("desk", { state: "办理中" }),
      see("other", { state: "待派单" }),
      see("resident", { hidden: true }),
      { do: "refused", as: "desk", case: "hole", action: "dispatch", data: { to: ["@~grid"] }, problem: "forbidden" },
      { do: "refusedSubmit", as: "resident", category: "road", words: "又一个坑", problem: "forbidden" },
    ],
    figures: { handled: 3, nothing: 1 },
  };
  const [one] = await tellPlace(world, placeWith([wrong]), [wrong], silent);
  expect(one?.ok).toBe(false);
  expect(one && problemsOf(one)).toEqual([
    "应为“办理中”，看到“待派单”",
    "应能看到这件事，却看不到",
    "不应看到这件事，却看到“待派单”",
    "dispatch 应被拒绝（forbidden），却成功了",
    "提交“又一个坑”应被拒绝（forbidden），却成功了",
    "handled 0",
    "nothing undefined",
  ]);
});

it("stops a story at a step that cannot be taken, with the server's reason", async () => {
  const stuck: Story = {
    ...hole,
    id: "stuck",
    steps: [hole.steps[0] as StoryStep, act("worker", "accept"), see("resident", {})],
    figures: {},
  };
  const [one] = await tellPlace(world, placeWith([stuck]), [stuck], silent);
  expect(one && problemsOf(one)).toEqual([expect.stringMatching(/^accept 失败：not-allowed-now：/)]);
  expect(one?.steps).toHaveLength(2);
});

it("says who is missing instead of telling half a story", async () => {
  const nobody: Story = { ...hole, id: "nobody", cast: { ...hole.cast, mayor: { role: "mayor" } } };
  const [one] = await tellPlace(world, placeWith([nobody]), [nobody], silent);
  expect(one && problemsOf(one)).toEqual(["“east-1”附近没有人担任 mayor"]);
});

it("replays a year: every story as often as told, over the nodes that can play it, the report counted", async () => {
  const place = placeWith([hole], { handled: 7, grids: 3 });
  const ground = groundOf(place.tree(), place.pack.tiers);
  const lines: number[] = [];
  const replayed = await replayPlace(world, place, place.stories.stories, ground, ({ done }) => lines.push(done));
  // Only one of the three grids has a worker.
  expect(replayed.stories).toEqual([
    { story: "路上有坑（hole）", episodes: 7, failed: 0, firstFailures: [], skippedNodes: 2 },
  ]);
  expect(replayed).toMatchObject({ ok: true, figures: [{ counted: 7 }, { counted: 3 }] });
  expect(lines.at(-1)).toBe(7);

  const claimed = placeWith([hole], { handled: 8 });
  const short = await replayPlace(world, claimed, claimed.stories.stories, ground, () => {});
  expect(short).toMatchObject({ ok: false, figures: [{ metric: "handled", wanted: 8, counted: 7, ok: false }] });
});
