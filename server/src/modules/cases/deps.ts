import type { Broadcast } from "../../platform/broadcast.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Sealer } from "../../platform/crypto.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Files } from "../../platform/files/files.ts";
import type { LiveHub } from "../../platform/http/live.ts";
import type { Log } from "../../platform/log.ts";
import type { Actor } from "../authority/index.ts";
import type { Notify } from "../notify/index.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";

export interface CasesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly files: Files;
  readonly notify: Notify;
  readonly broadcast: Broadcast;
  readonly live: LiveHub<Actor>;
  readonly log: Log;
}
