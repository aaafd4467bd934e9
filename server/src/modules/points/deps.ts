import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Files } from "../../platform/files/files.ts";
import type { Log } from "../../platform/log.ts";
import type { Forest } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";

export interface PointsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Pick<Forest, "tree">;
  readonly files: Pick<Files, "ofSubjects">;
  readonly log: Log;
}
