import type { Clock } from "../../platform/clock.ts";
import type { Sealer } from "../../platform/crypto.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Log } from "../../platform/log.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";

export interface BookingsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly log: Log;
}
