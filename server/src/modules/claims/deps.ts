import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { Log } from "../../platform/log.ts";
import type { Matters } from "../matters/index.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import type { Registered } from "./model.ts";

/** What the module that keeps registrations answers. */
export interface Registry {
  /** What is known of someone who is registered now; nothing of anyone else. */
  of(tx: Tx, accountId: string): Promise<Registered | undefined>;
}

export interface ClaimsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly matters: Matters;
  readonly registry: Registry;
  readonly log: Log;
}
