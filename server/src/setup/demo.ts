/** The demonstration: stories of the place, played through the same API its people use, the clock moved along. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import { changesSomething, runsByTheClock, type Story } from "@ginkgo/packs/story.ts";
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { RunningApp } from "../app.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import { clockOf } from "../stories/clock.ts";
import { beginEpisode, type Episode } from "../stories/episode.ts";
import { groundOf } from "../stories/ground.ts";
import { fetchInto } from "../stories/inject.ts";
import { performStep } from "../stories/perform/index.ts";
import { inventResidents } from "../stories/residents.ts";
import { type Course, runCourses } from "../stories/schedule.ts";
import { createSeats } from "../stories/seats.ts";
import { createStrangers } from "../stories/strangers.ts";
import { timesOf, workingHoursBefore } from "../stories/times.ts";
import { lookUp, nodeIds, settingsOf } from "../stories/world.ts";

/** The system's clock, but for while the demonstration is played. */
export interface HeldClock extends Clock {
  set(to: Date): void;
  release(): void;
}

export const heldClock = (): HeldClock => {
  let held: number | undefined;
  return {
    now: () => new Date(held ?? Date.now()),
    set: (to) => {
      held = to.getTime();
    },
    release: () => {
      held = undefined;
    },
  };
};

const demoStories = ({ stories }: ShippedPlace): Story[] => stories.stories.filter(({ demo }) => demo !== undefined);

/** Residents the stories need beside those of the place's data. */
export const demoResidents = (place: ShippedPlace): PersonFile[] =>
  inventResidents(groundOf(place.tree(), place.pack.tiers), settingsOf(demoStories(place)));

interface Played extends Course {
  readonly episode: Episode;
  play(): Promise<string | undefined>;
}

/** What should be under way now stops shortly before now. */
const courseOf = (pack: Pack, episode: Episode, start: Date, now: Date): Played => {
  const { story } = episode;
  const times = timesOf(pack.calendar, start, story.steps);
  const turns = story.steps.flatMap((step, i) => {
    const at = (times[i] ?? start).getTime();
    return changesSomething(step) && at <= now.getTime() ? [{ step, at }] : [];
  });
  let next = 0;
  return {
    episode,
    startsAt: turns[0]?.at ?? start.getTime(),
    nextAt: () => turns[next]?.at,
    play: async () => {
      const turn = turns[next++];
      const outcome = turn && (await performStep(episode, turn.step));
      if (!outcome || outcome.ok) return undefined;
      next = turns.length;
      return outcome.text;
    },
  };
};

export interface DemoOptions {
  readonly app: RunningApp;
  readonly clock: HeldClock;
  readonly place: ShippedPlace;
  readonly tenant: string;
  readonly password: string;
  readonly log: Log;
}

/** Plays every story of the demonstration; answers how many steps were taken. */
export const playDemo = async ({ app, clock, place, tenant, password, log }: DemoOptions): Promise<number> => {
  const now = clock.now();
  const pack = Pack.parse(place.pack);
  const tree = place.tree();
  const people = [...tree.people, ...demoResidents(place)];
  const stage = {
    pack,
    ground: groundOf({ ...tree, people }, pack.tiers),
    seats: createSeats({ origin: "http://localhost", fetch: fetchInto(app.http), tenant, password }),
    nodeId: lookUp(await nodeIds(app, tenant)),
    now: clock.now,
    strangers: createStrangers(),
    careful: false,
  };
  const courses = demoStories(place).map((story) => {
    const start = workingHoursBefore(pack.calendar, now, story.demo?.ago ?? 0);
    return courseOf(pack, beginEpisode(stage, story, story.at, start), start, now);
  });
  const moving = clockOf(app, tenant, clock);
  const first = courses.reduce((least, { startsAt }) => Math.min(least, startsAt), now.getTime());
  let steps = 0;
  try {
    moving.start(new Date(first));
    await runCourses(
      courses,
      4,
      (at, moved) =>
        moving.moveTo(
          new Date(at),
          moved.some(({ episode }) => runsByTheClock(episode.story)),
        ),
      async ({ episode, play }) => {
        const wrong = await play();
        steps++;
        if (wrong) log.warn({ story: episode.story.id, wrong }, "a story of the demonstration could not be played");
      },
    );
    await moving.moveTo(now, true);
    await stage.seats.leave();
  } finally {
    clock.release();
  }
  return steps;
};
