/** Tells stories one after the other on a fresh tenant, with everything they expect. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import { runsByTheClock, type Story } from "@ginkgo/packs/story.ts";
import { beginEpisode, type Episode } from "./episode.ts";
import { type ComparedFigure, compareFigures, type Figures, readFigures } from "./figures.ts";
import type { Outcome } from "./outcome.ts";
import { performStep } from "./perform/index.ts";
import { addSpan, clockText, localTime } from "./times.ts";
import { type PlayedStage, settingsOf, type World } from "./world.ts";

export interface ToldStep extends Outcome {
  /** `03-03 09:20` */
  readonly at: string;
  readonly who: string;
}

export interface ToldStory {
  readonly place: string;
  readonly story: string;
  readonly title: string;
  readonly ok: boolean;
  readonly steps: readonly ToldStep[];
  readonly figures: readonly ComparedFigure[];
}

export interface Listener {
  story(place: ShippedPlace, story: Story): void;
  step(step: ToldStep): void;
  figure(figure: ComparedFigure): void;
}

const whoOf = (episode: Episode, as: string | undefined): string => {
  if (as === undefined) return "—";
  try {
    return `${episode.person(as).name}（${as}）`;
  } catch {
    return as;
  }
};

const tellSteps = async (stage: PlayedStage, episode: Episode, listener: Listener): Promise<ToldStep[]> => {
  const told: ToldStep[] = [];
  const { clock, pack } = stage;
  for (const step of episode.story.steps) {
    await clock.moveTo(addSpan(pack.calendar, clock.now(), step.after), runsByTheClock(episode.story));
    const outcome = await performStep(episode, step);
    const line = { ...outcome, at: clockText(clock.now()), who: whoOf(episode, "as" in step ? step.as : undefined) };
    told.push(line);
    listener.step(line);
    if (outcome.fatal) break;
  }
  return told;
};

const noFigures: Figures = {};

/** Told at its own date, so the clock may go back; what it adds to the figures is looked at. */
const tellOne = async (
  place: ShippedPlace,
  stage: PlayedStage,
  story: Story,
  listener: Listener,
): Promise<ToldStory> => {
  listener.story(place, story);
  const { pack, clock } = stage;
  const { figures: wanted } = story;
  const steps: ToldStep[] = [];
  const figures: ComparedFigure[] = [];
  try {
    const start = localTime(story.starts);
    clock.start(start);
    const episode = beginEpisode(stage, story, story.at);
    const before = wanted ? await readFigures(stage, start) : noFigures;
    steps.push(...(await tellSteps(stage, episode, listener)));
    if (wanted) figures.push(...compareFigures(pack, before, await readFigures(stage, start), wanted));
  } catch (error) {
    const line = { at: clockText(clock.now()), who: "—", ok: false, text: (error as Error).message };
    steps.push(line);
    listener.step(line);
  }
  for (const figure of figures) listener.figure(figure);
  // What it has left open stays as it is and does not ring into the next story.
  await clock.stopLimits();
  const ok = [...steps, ...figures].every((one) => one.ok);
  return { place: place.pack.id, story: story.id, title: story.title, ok, steps, figures };
};

/** All on one fresh tenant, one after the other. */
export const tellPlace = async (
  world: World,
  place: ShippedPlace,
  stories: readonly Story[],
  listener: Listener,
): Promise<ToldStory[]> => {
  const stage = await world.stage(place, { settings: settingsOf(stories), careful: true });
  const told: ToldStory[] = [];
  for (const story of stories) told.push(await tellOne(place, stage, story, listener));
  return told;
};
