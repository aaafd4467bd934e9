import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import type { MatterSummary } from "@ginkgo/shared/api/matters.ts";
import type { RecordName } from "@ginkgo/shared/pack/records.ts";
import type { RawBuilder } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Actor } from "../authority/index.ts";
import type { Forest, Tree } from "../org/index.ts";
import type { PackRegistry } from "../packs/index.ts";

export type Condition = RawBuilder<boolean>;

export interface CountedQuery {
  readonly where: Condition;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What figures need of cases: where they are kept, and a list that shows no more of them than the actor may read. */
export interface CasesPort {
  /** The cases under a node, as a condition on `cases c`. */
  under(tree: Tree, nodeId: string): Condition;
  list(actor: Actor, query: CountedQuery): Promise<{ items: CaseSummary[]; nextCursor: string | null }>;
}

/** What figures need of matters: a list that shows no more of them than the actor may read. */
export interface MattersPort {
  list(actor: Actor, query: CountedQuery): Promise<{ items: MatterSummary[]; nextCursor: string | null }>;
}

/** Rows of work as a select of `place_id`, `at`, `kind`, `amount`, `who`, by their name. */
export type RecordSources = { readonly [N in RecordName]?: (tenant: string) => RawBuilder<unknown> };

export interface InsightsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly packs: PackRegistry;
  readonly forest: Pick<Forest, "tree">;
  readonly cases: CasesPort;
  readonly matters: MattersPort;
  readonly records: RecordSources;
}
