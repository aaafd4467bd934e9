/**
 * A story tells as data what a place does: who does what, when (the clock moves), what must be seen by whom, what figures
 * come out. It runs through the public HTTP API on a fresh tenant; the demonstration and the full-size replay are stories too.
 */

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
  | { readonly resident: true };

/**
 * Values inside `data`, also in lists. A text that begins with `@` names a node by its key or code; `@~tier` or
 * `@~tier/kind` is the node of that tier nearest to the story's place; `#name` names a case of this story;
 * `photo:caption` is a picture; a day, `2025-03-08`, moves with the day on which the story is told.
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

export interface PlaceStories {
  readonly stories: readonly Story[];
  /** The article's figures after a year at full size, by metric; each must come out as counted. */
  readonly report: Readonly<Record<string, number>>;
}
