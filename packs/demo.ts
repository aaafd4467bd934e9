/** The shape of a place's demonstration: who can be tried out, and invented cases that are played at the first start. */
/** `after` is working minutes since the step before. `to` names bodies by code, `photo` is a picture with that caption. */
export interface DemoStep {
  readonly by: string;
  readonly action: string;
  readonly after: number;
  readonly data: Readonly<Record<string, unknown>> & {
    readonly to?: string | readonly string[];
    readonly photo?: string;
  };
}

export interface DemoCase {
  /** Working hours before now. */
  readonly ago: number;
  /** Phone of the reporter. */
  readonly from: string;
  readonly category: string;
  readonly words: string;
  readonly pin?: [number, number];
  readonly address?: string;
  readonly visibility?: "public" | "private" | "confidential";
  readonly steps: readonly DemoStep[];
}

export interface DemoAccount {
  readonly phone: string;
  readonly who: string;
  readonly app: "/" | "/m";
}

export interface Demo {
  /** Accounts that get the demonstration password and are named when the server starts. */
  readonly accounts: readonly DemoAccount[];
  readonly cases: readonly DemoCase[];
}
