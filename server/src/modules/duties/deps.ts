import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { Log } from "../../platform/log.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import type { PointsPort } from "../points/index.ts";

export interface DutiesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly log: Log;
  readonly points: Pick<PointsPort, "creditAll">;
  /** Who of these people goes somewhere by appointment at that time, and where. */
  readonly busy: (tx: Tx, accountIds: readonly string[], from: Date, to: Date) => Promise<Map<string, string>>;
}
