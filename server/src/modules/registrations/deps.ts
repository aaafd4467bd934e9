import type { Clock } from "../../platform/clock.ts";
import type { Sealer } from "../../platform/crypto.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { Log } from "../../platform/log.ts";
import type { Matters } from "../matters/index.ts";
import type { Notify } from "../notify/index.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";

/** Something a person carried through, as a unit is told of it. */
export interface Deed {
  readonly accountId: string;
  readonly type: "claim" | "activity";
  readonly title: string;
  readonly at: Date;
  /** The community it was done in. */
  readonly areaId: string;
  /** Hours by the record; 0 where none are kept. */
  readonly minutes: number;
}

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Deeds that another module keeps: what these people did in `span`, `from` included and `to` not. */
export type DeedsPort = (tx: Tx, accountIds: readonly string[], span: Span) => Promise<readonly Deed[]>;

export interface RegistrationsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly sealer: Sealer;
  readonly matters: Matters;
  readonly notify: Notify;
  readonly log: Log;
  /** Beside claims, which are read from the matters: hours of activities. */
  readonly deeds: readonly DeedsPort[];
}
