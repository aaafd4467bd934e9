import type { Clock } from "../../platform/clock.ts";
import type { Sealer } from "../../platform/crypto.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Files } from "../../platform/files/files.ts";
import type { Log } from "../../platform/log.ts";
import type { Actor } from "../authority/index.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import type { PointsPort } from "../points/index.ts";

export interface CareDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly files: Files;
  readonly log: Log;
  readonly points: Pick<PointsPort, "credit">;
  /** The case of that number, if this actor may see it. */
  readonly caseSeen: (actor: Actor, no: string) => Promise<string | undefined>;
}
