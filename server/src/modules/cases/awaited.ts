/**
 * Which states wait for whom. A case stays on the pack version it began under, so every version that has open cases is asked;
 * as a rule they agree, and then the version does not matter.
 */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { statesOf } from "@ginkgo/shared/pack/states.ts";
import type { By } from "@ginkgo/shared/pack/workflow.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Tx } from "../../platform/db/database.ts";

/** Who is waited for, in the states named with their workflow, of cases begun under these versions (absent: any). */
export interface Awaited {
  readonly by: Extract<By, { right: string } | { fact: string }>;
  readonly states: readonly string[];
  readonly versions?: readonly number[];
}

type Known = ReadonlyMap<string, Pick<Awaited, "by" | "states">>;

const statesByWhom = (pack: Pack): Known => {
  const found = new Map<string, { by: Awaited["by"]; states: string[] }>();
  for (const [id, workflow] of Object.entries(pack.workflows))
    for (const { path, state } of statesOf(workflow).values())
      for (const by of state.waitsFor) {
        // Parties are rows of their own.
        if ("party" in by) continue;
        const key = JSON.stringify(by);
        const known = found.get(key);
        if (known) known.states.push(`${id}:${path}`);
        else found.set(key, { by, states: [`${id}:${path}`] });
      }
  return found;
};

/** Versions that say the same of someone go together. */
export const awaitedIn = (packs: ReadonlyMap<number, Pack>): Awaited[] => {
  const each = [...packs].map(([version, pack]) => ({ version, known: statesByWhom(pack) }));
  const keys = new Set(each.flatMap(({ known }) => [...known.keys()]));
  return [...keys].flatMap((key) => {
    const said = each.flatMap(({ version, known }) => {
      const one = known.get(key);
      return one ? [{ version, ...one }] : [];
    });
    const alike = [...Map.groupBy(said, ({ states }) => states.join("|")).values()];
    return alike.flatMap((group): Awaited[] => {
      const [first] = group;
      if (!first) return [];
      const { by, states } = first;
      return group.length === packs.size
        ? [{ by, states }]
        : [{ by, states, versions: group.map(({ version }) => version) }];
    });
  });
};

/** Pack versions under which open cases began. */
export const versionsInUse = async (tx: Tx): Promise<number[]> => {
  const rows = await tx.sql
    .selectFrom("cases")
    .select("pack_version")
    .distinct()
    .where("tenant_id", "=", tx.tenant)
    .where("ended", "=", false)
    .execute();
  return rows.map(({ pack_version }) => pack_version);
};

interface Packs {
  current(tenant: string): Promise<{ pack: Pack; version: number }>;
  at(tenant: string, version: number): Promise<Pack>;
}

interface Kept {
  readonly version: number;
  readonly until: number;
  readonly awaited: Promise<Awaited[]>;
}

/** A case of an older version may be opened again at any time. */
const keptMs = 60_000;

export const createAwaited = (
  inTenant: <T>(tenant: string, work: (tx: Tx) => Promise<T>) => Promise<T>,
  packs: Packs,
  clock: Clock,
) => {
  const kept = new Map<string, Kept>();

  const load = async (tenant: string, current: number): Promise<Awaited[]> => {
    const versions = new Set([current, ...(await inTenant(tenant, versionsInUse))]);
    const found = await Promise.all([...versions].map(async (one) => [one, await packs.at(tenant, one)] as const));
    return awaitedIn(new Map(found));
  };

  return (tenant: string, version: number): Promise<Awaited[]> => {
    const now = clock.now().getTime();
    const known = kept.get(tenant);
    if (known?.version === version && now < known.until && now >= known.until - keptMs) return known.awaited;
    const awaited = load(tenant, version);
    kept.set(tenant, { version, until: now + keptMs, awaited });
    awaited.catch(() => kept.delete(tenant));
    return awaited;
  };
};
