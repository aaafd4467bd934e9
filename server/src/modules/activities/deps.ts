import type { Clock } from "../../platform/clock.ts";
import type { Sealer } from "../../platform/crypto.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Files } from "../../platform/files/files.ts";
import type { Log } from "../../platform/log.ts";
import type { Matters } from "../matters/index.ts";
import type { Notify } from "../notify/index.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import type { PointsPort } from "../points/index.ts";

export interface ActivitiesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly files: Files;
  readonly notify: Notify;
  readonly matters: Matters;
  readonly points: Pick<PointsPort, "creditAll" | "reverse">;
  readonly log: Log;
}
