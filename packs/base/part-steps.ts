/** Short forms of the steps in which stories of taking part are told. */
import type { Count, Data, Span, StoryStep } from "../story.ts";
import { minutes } from "./story-steps.ts";

type Of<Do extends StoryStep["do"]> = Extract<StoryStep, { readonly do: Do }>;
type More<Do extends StoryStep["do"], Given extends string> = Partial<Omit<Of<Do>, "do" | Given>>;

export const call = (
  as: string,
  api: Of<"call">["api"],
  input: Data = {},
  more: More<"call", "as" | "api" | "input"> = {},
): StoryStep => ({ do: "call", as, api, input, after: minutes(10), ...more });

export const look = (
  as: string,
  api: Of<"look">["api"],
  input: Data,
  says: Data,
  more: More<"look", "as" | "api" | "input" | "says"> = {},
): StoryStep => ({ do: "look", as, api, input, says, ...more });

export const step = (
  as: string,
  matter: string,
  action: string,
  data: Data = {},
  more: More<"step", "as" | "matter" | "action" | "data"> = {},
): StoryStep => ({ do: "step", as, matter, action, data, after: minutes(20), ...more });

export const seeMatter = (as: string, matter: string, more: More<"seeMatter", "as" | "matter">): StoryStep => ({
  do: "seeMatter",
  as,
  matter,
  ...more,
});

export const toldOf = (as: string, matter: string, words: string): StoryStep => ({
  do: "toldMatter",
  as,
  matter,
  words,
});

/** A unit or a person registers at a place; `name` is what the registration is called from then on. */
export const register = (as: string, kind: string, name: string, input: Data = {}, after?: Span): StoryStep =>
  call(as, "registrations.register", { kind, node: "@~community", ...input }, { name, ...(after ? { after } : {}) });

export interface Thing {
  readonly kind: string;
  readonly title: string;
  readonly words: string;
  readonly nodeId?: string;
  readonly places?: number;
  readonly skills?: readonly string[];
  readonly lng?: number;
  readonly lat?: number;
}

/** Puts something up to be claimed. */
export const putUp = (as: string, name: string, thing: Thing & Data, after?: Span): StoryStep =>
  call(as, "claims.putUp", { nodeId: "@~community", ...thing }, { name, ...(after ? { after } : {}) });

/** Claims it, for oneself or for a body one speaks for. */
export const claim = (
  as: string,
  thing: string,
  name: string,
  input: Data = {},
  more: More<"call", "as" | "api" | "input"> = {},
): StoryStep => call(as, "claims.claim", { claimableId: `#${thing}`, ...input }, { name, ...more });

/** The community reads in a unit's list of members: `small` alone, `full` in all tellings together. */
export const importMembers = (
  as: string,
  kind: string,
  rows: Count,
  place = "@~community",
  unit: string | null = "@.",
  says: Data = {},
): StoryStep => ({
  do: "import",
  as,
  path: `/registrations/import?kind=${kind}&dryRun=no&rows=all`,
  rows,
  columns: { 姓名: "{name}", 手机号: "{phone}", ...(unit === null ? {} : { 单位: unit }), "报到社区/小区": place },
  says: { skipped: 0, ...says },
  after: minutes(60),
});

/** So many alone; `full` in all tellings together. */
export const shared = (small: number, full: number): Count => ({ small, full });

export interface Gathering {
  readonly kind: string;
  readonly title: string;
  readonly words: string;
  readonly venue: string;
  /** Hours each shift lasts; they begin together. */
  readonly shifts?: readonly number[];
  readonly capacity?: number;
  /** How long after it is organised the shifts begin. */
  readonly hoursAhead?: number;
  readonly more?: Data;
}

/**
 * An activity is organised and recruits: `activity` is its name, `view` what one sees of it. Unless it says
 * otherwise it begins 24 hours after the last of these steps.
 */
export const recruit = (
  as: string,
  { kind, title, words, venue, shifts = [2], capacity = 20, hoursAhead = 26, more = {} }: Gathering,
): StoryStep[] => [
  call(
    as,
    "activities.create",
    {
      kind,
      node: "@~community",
      title,
      words,
      venue,
      shifts: shifts.map((length) => ({
        startsAt: `now+${hoursAhead}h`,
        endsAt: `now+${hoursAhead + length}h`,
        capacity,
      })),
      ...more,
    },
    { name: "activity" },
  ),
  step(as, "activity", "publish", {}, { after: { hours: 1 } }),
  call(as, "activities.view", { activityId: "#activity" }, { name: "view", after: { hours: 1 } }),
];

const shift = (index: number): string => `#view.shifts.${index}.id`;

/** Everyone who plays the part signs up for a shift. */
export const signUp = (hands: string, index = 0, more: Data = {}): StoryStep =>
  call(
    hands,
    "activities.signUp",
    { shiftId: shift(index), wait: false, ...more },
    { each: true, after: { hours: 0 } },
  );

/** They come in (`in`) or go (`out`) by the code on the organiser's screen. */
export const come = (
  desk: string,
  hands: string,
  way: "in" | "out",
  index = 0,
  after: Span = { hours: 0 },
): StoryStep[] => [
  call(desk, "activities.code", { shiftId: shift(index), way }, { name: "code", after }),
  call(
    hands,
    "activities.check",
    { shiftId: shift(index), way, code: "#code.code" },
    { each: true, after: { hours: 0 } },
  ),
];

/** It is over; the organiser reports what came of it. */
export const report = (as: string, words: string, more: Data = {}): StoryStep[] => [
  step(as, "activity", "finish", {}, { after: { hours: 0 } }),
  step(as, "activity", "report", { words, photosPublic: false, ...more }, { after: { hours: 2 } }),
];
