/** A place's year at full size: every story as often as it happened, many in flight on one clock, then the figures. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import { changesSomething, runsByTheClock, type Story, type StoryStep } from "@ginkgo/packs/story.ts";
import type { Calendar } from "@ginkgo/shared/pack/schema.ts";
import { beginEpisode, type Episode, type Stage } from "./episode.ts";
import { type ComparedFigure, compareFigures, readFigures } from "./figures.ts";
import type { Ground } from "./ground.ts";
import { nodeNamed, Unresolved } from "./parts.ts";
import { performStep } from "./perform/index.ts";
import type { Setting } from "./residents.ts";
import { type Course, runCourses } from "./schedule.ts";
import { clockText, startsOver, timesOf } from "./times.ts";
import type { PlayedStage, World } from "./world.ts";

export interface ReplayedStory {
  readonly story: string;
  readonly episodes: number;
  readonly failed: number;
  readonly firstFailures: readonly string[];
  readonly skippedNodes: number;
}

export interface Replayed {
  readonly place: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly steps: number;
  readonly stories: readonly ReplayedStory[];
  readonly figures: readonly ComparedFigure[];
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
  readonly at: string;
}

const width = 16;
const photoWidth = 160;
const shownFailures = 3;

const nodesFor = (ground: Ground, { at, full }: Story): string[] =>
  full?.over === undefined ? [at] : ground.nodesOf(full.over).map(({ key }) => key);

/** Every setting that may be needed, so that residents are there before parts are cast. */
export const settingsOfReplay = (ground: Ground, stories: readonly Story[]): Setting[] =>
  stories.flatMap((story) => [
    { story, at: story.at },
    ...nodesFor(ground, story)
      .slice(0, story.full?.times ?? 0)
      .map((at) => ({ story, at, ...(story.full ? { of: story.full.times } : {}) })),
  ]);

const texts = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
};

/** Whether everyone and every body the story names can be found from there. */
const canPlay = (stage: Stage, story: Story, at: string): boolean => {
  try {
    beginEpisode(stage, story, at);
    for (const step of story.steps)
      for (const text of texts(["data" in step ? step.data : undefined, "input" in step ? step.input : undefined]))
        if (text.startsWith("@")) nodeNamed(stage.ground, at, text);
    return true;
  } catch (error) {
    if (error instanceof Unresolved) return false;
    throw error;
  }
};

interface Told {
  readonly failures: string[];
  readonly failed: Set<number>;
}

interface EpisodeCourse extends Course {
  readonly episode: Episode;
  /** Which telling of its story it is. */
  readonly index: number;
  readonly told: Told;
  take(): StoryStep | undefined;
  stop(): void;
}

/** The first telling of a story also looks whether what is expected is there; for the others time just passes. */
const courseOf = (calendar: Calendar, episode: Episode, start: Date, index: number, told: Told): EpisodeCourse => {
  const { steps } = episode.story;
  const times = timesOf(calendar, start, steps);
  const turns = steps.flatMap((step, i) =>
    (!changesSomething(step) && index > 0) || step.do === "wait" ? [] : [{ step, at: (times[i] ?? start).getTime() }],
  );
  let next = 0;
  return {
    episode,
    index,
    told,
    startsAt: turns[0]?.at ?? start.getTime(),
    nextAt: () => turns[next]?.at,
    take: () => turns[next++]?.step,
    stop: () => {
      next = turns.length;
    },
  };
};

interface Planned {
  readonly courses: EpisodeCourse[];
  readonly told: Told;
  readonly skippedNodes: number;
}

const planStory = (stage: PlayedStage, story: Story): Planned => {
  const told: Told = { failures: [], failed: new Set() };
  const times = story.full?.times ?? 0;
  const all = nodesFor(stage.ground, story);
  const usable = all.filter((at) => canPlay(stage, story, at));
  if (usable.length === 0) {
    for (let i = 0; i < times; i++) told.failed.add(i);
    told.failures.push("没有一个节点能找齐人");
    return { courses: [], told, skippedNodes: all.length };
  }
  const courses = startsOver(stage.pack.calendar, story, times).map((start, i) => {
    const episode = beginEpisode(stage, story, usable[i % usable.length] ?? story.at, start, { index: i, of: times });
    return courseOf(stage.pack.calendar, episode, start, i, told);
  });
  return { courses, told, skippedNodes: all.length - usable.length };
};

const note = ({ told, episode, index }: EpisodeCourse, at: string, text: string) => {
  told.failed.add(index);
  if (told.failures.length < shownFailures) told.failures.push(`${at}  ${episode.at}  ${text}`);
};

export const replayPlace = async (
  world: World,
  place: ShippedPlace,
  chosen: readonly Story[],
  ground: Ground,
  onProgress: (progress: Progress) => void,
): Promise<Replayed> => {
  const stories = chosen.filter(({ full }) => full !== undefined);
  const began = Date.now();
  const settings = settingsOfReplay(ground, stories);
  const stage = await world.stage(place, { settings, careful: false, photoWidth });
  const plans = stories.map((story) => ({ story, ...planStory(stage, story) }));
  const courses = plans.flatMap((plan) => plan.courses);
  const { clock } = stage;
  const first = courses.reduce((least, { startsAt }) => Math.min(least, startsAt), courses[0]?.startsAt ?? Date.now());
  let done = 0;
  let steps = 0;
  clock.start(new Date(first));
  await runCourses(
    courses,
    width,
    (at, moved) =>
      clock.moveTo(
        new Date(at),
        moved.some(({ episode }) => runsByTheClock(episode.story)),
      ),
    async (course) => {
      const step = course.take();
      if (!step) return;
      const outcome = await performStep(course.episode, step);
      steps++;
      if (!outcome.ok) note(course, clockText(clock.now()), outcome.text);
      if (outcome.fatal) course.stop();
      if (course.nextAt(0) !== undefined) return;
      done++;
      onProgress({ done, total: courses.length, seconds: (Date.now() - began) / 1000, at: clockText(clock.now()) });
    },
  );
  // The report is what all stories come to; of some of them it says nothing.
  const isWhole = chosen.length === place.stories.stories.length;
  const { report } = place.stories;
  const figures = isWhole ? compareFigures(stage.pack, {}, await readFigures(stage, new Date(first)), report) : [];
  await clock.stopLimits();
  const replayed = plans.map(({ story, told, skippedNodes, courses: { length } }) => ({
    story: `${story.title}（${story.id}）`,
    episodes: length,
    failed: told.failed.size,
    firstFailures: told.failures,
    skippedNodes,
  }));
  return {
    place: place.pack.id,
    ok: replayed.every(({ failed }) => failed === 0) && figures.every(({ ok }) => ok),
    seconds: (Date.now() - began) / 1000,
    steps,
    stories: replayed,
    figures,
  };
};
