import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Files } from "../../platform/files/files.ts";
import type { Log } from "../../platform/log.ts";
import type { Matters } from "../matters/index.ts";
import type { Notify } from "../notify/index.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";

export interface AgreementsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly files: Files;
  readonly matters: Matters;
  readonly notify: Notify;
  readonly log: Log;
}
