/** The module put together. */
import type { PacksDeps } from "./deps.ts";
import { createDrafts } from "./drafts.ts";
import { createPublishing } from "./publishing.ts";
import { createReading } from "./reading.ts";

export const createPackVersions = (deps: PacksDeps) => ({
  registry: deps.registry,
  reading: createReading(deps),
  drafts: createDrafts(deps),
  publishing: createPublishing(deps),
});
export type PackVersions = ReturnType<typeof createPackVersions>;
