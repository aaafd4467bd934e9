/** Whether the balances that were kept are what the entries add up to. They always are; if not, someone must be told. */
import type { PointsDeps } from "./deps.ts";
import { strayBalances } from "./repo/ledger.ts";

export const createAudit =
  ({ db, packs, log }: Pick<PointsDeps, "db" | "packs" | "log">) =>
  async (): Promise<number> => {
    let stray = 0;
    for (const { tenant } of await packs.tenants()) {
      const found = await db.inTenant(tenant, strayBalances);
      if (found.length > 0) log.error({ tenant, found }, "balances of points do not agree with the ledger");
      stray += found.length;
    }
    return stray;
  };
