import type { Clock } from "../../platform/clock.ts";
import type { Sealer } from "../../platform/crypto.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { Files } from "../../platform/files/files.ts";
import type { Log } from "../../platform/log.ts";
import type { Matters } from "../matters/index.ts";
import type { Notify } from "../notify/index.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import type { PointsPort } from "../points/index.ts";

/** Something else in a person's calendar: a room they booked, a shift they are on. */
export interface Appointment {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}
export type Appointments = (tx: Tx, accountId: string, from: Date, to: Date) => Promise<readonly Appointment[]>;

export interface ActivitiesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly files: Files;
  readonly notify: Notify;
  readonly matters: Matters;
  /** Modules that keep dates of people beside activities. */
  readonly appointments: readonly Appointments[];
  readonly points: Pick<PointsPort, "creditAll" | "reverse">;
  readonly log: Log;
}
