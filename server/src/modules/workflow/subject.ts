/** What moves along a workflow: where it stands, its clocks, who is concerned, what is known of it. */
import type { Calendar, Category } from "@ginkgo/shared/pack/schema.ts";
import type { Workflow } from "@ginkgo/shared/pack/workflow.ts";

export type Mode = "assign" | "grab" | "open";
export type Facts = Readonly<Record<string, unknown>>;

export interface Worker {
  readonly id: string;
  readonly name: string;
  /** The body (team, unit, grid) through which a person took it; for a desk, the node of its post. */
  readonly bodyId?: string;
  /** Absent: lead. */
  readonly part?: "assist";
  /** Which part an invited body plays (a key of the workflow's `parts`). */
  readonly as?: string;
  /** When an assistant's part was done, as ISO text. */
  readonly doneAt?: string;
}

/** The clock of one state. Paused: `dueAt` is null and `left` holds the minutes that remain. */
export interface StateClock {
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
  readonly warned: boolean;
  readonly late: boolean;
  readonly left: number | null;
}
export type Clocks = Readonly<Record<string, StateClock>>;

export interface Subject {
  readonly workflow: string;
  /** The innermost states it stands in, in the workflow's order; more than one where parts run in parallel. */
  readonly leaves: readonly string[];
  readonly enteredAt: Date;
  readonly clocks: Clocks;
  readonly category: string;
  readonly kind: string | null;
  readonly placeId: string;
  readonly mode: Mode | null;
  /** Bodies or persons it is offered to; those with part `assist` are invited to help and have not joined yet. */
  readonly offered: readonly Worker[];
  readonly handlers: readonly Worker[];
  readonly facts: Facts;
  readonly mergedInto: string | null;
  readonly openSubCases: number;
  readonly publishedAt: Date | null;
}

export interface Event {
  readonly type: string;
  readonly actor: Worker;
  /** Answers of the step's form, already checked against it; bodies and nodes resolved to id and name. */
  readonly form: Readonly<Record<string, unknown>>;
}

/** A sub-case to be opened and offered to one body. */
export interface SubCaseRequest {
  readonly workflow: string;
  readonly category: string;
  readonly words: string;
  readonly to: Worker;
}

export interface Rules {
  readonly workflow: Workflow;
  readonly calendar: Calendar;
  readonly categories: readonly Category[];
}
