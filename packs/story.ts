/**
 * A story tells as data what a place does: who does what, when (the clock moves), what must be seen by whom, what figures
 * come out. It runs through the public HTTP API on a fresh tenant; the demonstration and the full-size replay are stories too.
 */

/** An endpoint by the name of its contract, as `points.mine`; one there is not fails the story. */
export type ApiName = `${string}.${string}`;

/** Working time moves in the pack's calendar; hours and days run round the clock. */
export type Span = { readonly workingMinutes: number } | { readonly hours: number } | { readonly days: number };

/**
 * Who plays a part. `role`: whoever holds the role nearest to the story's place, looking upward, then on its own ground,
 * then at the bodies of what governs it; `on` narrows it to a node (key or code), the nodes of a tier (`department`) or the
 * nearest of a tier's kind (`team/mediation`). `resident`: someone without a post who lives at the place; invented if there
 * are too few. `phone`: that very person. Parts of one role are different people as long as there are enough.
 */
export type Part =
  | { readonly phone: string }
  | { readonly role: string; readonly on?: string }
  | { readonly resident: true }
  /** So many residents of the place who act alike, one after the other (`each`). */
  | { readonly residents: Count };

/** How many in one telling; `full`: in all tellings together at full size, shared out as evenly as whole numbers go. */
export type Count = number | { readonly small: number; readonly full: number };

/**
 * Values inside `data`, also in lists. A text that begins with `@` names a node by its key or code; `@~tier` or
 * `@~tier/kind` is the node of that tier nearest to the story's place, `@.` that place itself; `#name` names a case of this story;
 * `photo:caption` is a picture; a day, `2025-03-08`, or a moment, `2025-03-08 14:00`, moves with the day on which the story
 * is told; `now+90m`, `now-2h`, `now+3d` are moments from the step. `#name.field.0` is a field of an answer of that name,
 * `person:part` the account of whoever plays a part, `people:part` those of all who do (`people:one+other`: of
 * several parts), `{i}` the number of the turn where a step is taken several times, `{telling}` that of the telling,
 * `{pick:a|b}` one of these by the telling, `share:9/12000` a number: 9 alone, 12,000 in all tellings together.
 */
export type Data = Readonly<Record<string, unknown>>;

interface Timed {
  /** How long after the step before. */
  readonly after?: Span;
}

export type StoryStep =
  /** Sends in a case and remembers it by a name. */
  | (Timed & {
      readonly do: "submit";
      readonly as: string;
      readonly case: string;
      readonly category: string;
      readonly words: string;
      readonly kind?: string;
      readonly address?: string;
      readonly pin?: readonly [number, number];
      /** Node key; absent: the story's place. `null`: says nothing about where. */
      readonly node?: string | null;
      readonly visibility?: "public" | "private" | "confidential";
      readonly onBehalfOf?: { readonly name: string; readonly phone?: string };
      /** Captions of the pictures sent with it. */
      readonly photos?: readonly string[];
      /** Answers to the workflow's intake form. */
      readonly data?: Data;
      /** `console`: entered at a desk. */
      readonly app?: "console" | "mobile";
    })
  /**
   * Takes a step of the workflow. `opens` names the sub-cases it opens: their name, then the body each went to (its name,
   * key, or as in `data`).
   */
  | (Timed & {
      readonly do: "act";
      readonly as: string;
      readonly case: string;
      readonly action: string;
      readonly data?: Data;
      readonly opens?: Readonly<Record<string, string>>;
    })
  /** Only the clock moves; limits warn, run out and do what they do by themselves. */
  | { readonly do: "wait"; readonly after: Span }
  /** What someone must (or must not) see on a case. */
  | (Timed & {
      readonly do: "see";
      readonly as: string;
      readonly case: string;
      readonly hidden?: true;
      /** Its label or its path; where it stands in several states, one of them. */
      readonly state?: string;
      readonly time?: "none" | "ok" | "soon" | "late" | "paused";
      readonly waiting?: string;
      readonly actions?: readonly string[];
      readonly noActions?: readonly string[];
      /** Labels that stand on the timeline, in this order, others between them. */
      readonly timeline?: readonly string[];
      readonly notOnTimeline?: readonly string[];
      readonly marks?: readonly string[];
    })
  /** A message in someone's inbox about the case that contains these words. */
  | (Timed & { readonly do: "told"; readonly as: string; readonly case: string; readonly words: string })
  /** A step that must be refused, with the problem's code. */
  | (Timed & {
      readonly do: "refused";
      readonly as: string;
      readonly case: string;
      readonly action: string;
      readonly data?: Data;
      readonly problem: string;
    })
  /**
   * Calls an endpoint and remembers the answer by a name. `each`: once for everyone who plays the part; `times`: so often.
   * `refused`: it must be refused with that problem. `says`: what must stand in the answer, by path; a text is contained,
   * anything else is equal.
   */
  | (Timed & {
      readonly do: "call";
      readonly as: string;
      readonly api: ApiName;
      readonly input?: Data;
      readonly name?: string;
      readonly each?: true;
      readonly times?: Count;
      readonly says?: Data;
      readonly refused?: string;
      readonly app?: "console" | "mobile";
    })
  /**
   * The same only to look: what is expected there. At full size only the first telling looks. `soon`: a job makes it so, which
   * may take a moment.
   */
  | (Timed & {
      readonly do: "look";
      readonly as: string;
      readonly api: ApiName;
      readonly input?: Data;
      readonly says?: Data;
      readonly refused?: string;
      readonly app?: "console" | "mobile";
      readonly soon?: true;
    })
  /** Takes a step of a registration, need, claim, agreement or activity that an answer is about. */
  | (Timed & {
      readonly do: "step";
      readonly as: string;
      readonly matter: string;
      readonly action: string;
      readonly data?: Data;
      readonly each?: true;
      readonly times?: Count;
      readonly refused?: string;
    })
  /** What someone must (or must not) see on one. */
  | (Timed & {
      readonly do: "seeMatter";
      readonly as: string;
      readonly matter: string;
      readonly hidden?: true;
      readonly state?: string;
      readonly waiting?: string;
      readonly actions?: readonly string[];
      readonly noActions?: readonly string[];
      readonly timeline?: readonly string[];
    })
  /** A message in someone's inbox about one that contains these words. */
  | (Timed & { readonly do: "toldMatter"; readonly as: string; readonly matter: string; readonly words: string })
  /**
   * A sheet of invented people, imported as an Excel file. Columns: header → text, with `{name}`, `{phone}` and `{i}`; `@…` is
   * the code of a node as in data.
   */
  | (Timed & {
      readonly do: "import";
      readonly as: string;
      /** Below `/api/v1`. */
      readonly path: string;
      readonly rows: Count;
      readonly columns: Readonly<Record<string, string>>;
      readonly name?: string;
      readonly says?: Data;
    })
  /** A case that must not be accepted. */
  | (Timed & {
      readonly do: "refusedSubmit";
      readonly as: string;
      readonly category: string;
      readonly words: string;
      readonly data?: Data;
      readonly problem: string;
    });

export interface Story {
  readonly id: string;
  readonly title: string;
  /** What the place tells, in our own words. */
  readonly about: string;
  /** Key of the node it plays at; parts and nearest bodies are found from here. */
  readonly at: string;
  /** Local time, `2025-03-03 09:00`. */
  readonly starts: string;
  readonly cast: Readonly<Record<string, Part>>;
  readonly steps: readonly StoryStep[];
  /** Figures after this story alone, by metric. */
  readonly figures?: Readonly<Record<string, number>>;
  /** How the demonstration plays it: begun this many working hours before now. Absent: not part of it. */
  readonly demo?: { readonly ago: number };
  /** How often it happened in the article's year. */
  readonly full?: {
    readonly times: number;
    /** Tier of the nodes it is spread over, in turn; absent: always at `at`. */
    readonly over?: string;
  };
}

/** Steps that change something; the others only look, or let time pass. */
export const changesSomething = (step: StoryStep): boolean =>
  ["submit", "act", "import"].includes(step.do) ||
  ((step.do === "call" || step.do === "step") && step.refused === undefined);

const byTheClock = /^(activities|agreements|meetings|bookings|duties|patrols|care)\./;

/** Whether something in it begins, falls due or ends by itself beside the limits of workflows: activities, visits, shifts. */
export const runsByTheClock = ({ steps }: Pick<Story, "steps">): boolean =>
  steps.some((step) => "api" in step && byTheClock.test(step.api));

export interface PlaceStories {
  readonly stories: readonly Story[];
  /** The article's figures after a year at full size, by metric; each must come out as counted. */
  readonly report: Readonly<Record<string, number>>;
}
