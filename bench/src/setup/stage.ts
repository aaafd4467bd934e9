/** A county ready for work on a durable PostgreSQL of its own, in a temporary folder that is removed at the end. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { places } from "@ginkgo/packs/index.ts";
import type { PersonFile, TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import { hashPassword } from "@ginkgo/server/modules/identity/password.ts";
import { systemClock } from "@ginkgo/server/platform/clock.ts";
import { createSealer } from "@ginkgo/server/platform/crypto.ts";
import { openDatabase } from "@ginkgo/server/platform/db/database.ts";
import { startEmbedded } from "@ginkgo/server/platform/db/embedded.ts";
import { migrate } from "@ginkgo/server/platform/db/migrate.ts";
import { type DatabaseUrls, provision } from "@ginkgo/server/platform/db/provision.ts";
import { prepareJobs } from "@ginkgo/server/platform/jobs/jobs.ts";
import { loadSecrets, type Secrets } from "@ginkgo/server/platform/secrets.ts";
import { populate, preparePlace } from "@ginkgo/server/setup/tenant.ts";
import { onStop } from "./clean-up.ts";

export const password = "bench-password";

const migrations = fileURLToPath(new URL("../../../server/migrations", import.meta.url));

export interface Stage {
  readonly urls: DatabaseUrls;
  readonly dataDir: string;
  readonly secrets: Secrets;
  readonly tenant: string;
  readonly postgresPid: number;
  readonly tree: readonly TreeFileNode[];
  readonly people: readonly PersonFile[];
  /** The id of a node of the tree's files. */
  nodeId(key: string): string;
  /** Asked as the owner, who sees everything: only to prepare and to check, never inside a measurement. */
  ask<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Everyone gets the same password: hashed once, because a slow hash for a thousand people is not what is measured. */
const letEveryoneSignIn = async (ask: Stage["ask"]): Promise<void> => {
  await ask("update accounts set password_hash = $1", [await hashPassword(password)]);
};

export const prepareStage = async (): Promise<Stage> => {
  const place = places[0];
  if (!place) throw new Error("no place is shipped");
  const folder = mkdtempSync(join(tmpdir(), "ginkgo-bench-"));
  onStop(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, "data");
  const secrets = loadSecrets(dataDir);
  const cluster = join(folder, "postgres");
  const embedded = await startEmbedded({ folder: cluster, password: secrets.databasePassword, durable: true });
  onStop(embedded.stop);
  const urls = await provision(embedded.url);
  await prepareJobs(urls.jobs);
  await migrate(urls.owner, migrations);
  const { tenant } = await preparePlace(urls.owner, place);

  const app = openDatabase(urls.app, 2);
  await populate(app, createSealer(secrets), systemClock, place, tenant, password);
  await app.close();

  const owner = openDatabase(urls.owner, 2);
  onStop(owner.close);
  const ask: Stage["ask"] = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await owner.pool.query(sql, [...values])).rows as Row[];
  await letEveryoneSignIn(ask);
  await ask("analyze");
  const rows = await ask<{ id: string; code: string }>("select id, code from nodes where code is not null");
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const { area: tree, people } = place.tree();
  const codes = new Map(tree.map(({ key, code }) => [key, code ?? key]));
  return {
    urls,
    dataDir,
    secrets,
    tenant,
    postgresPid: Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]),
    tree,
    people,
    nodeId: (key) => {
      const id = ids.get(codes.get(key) ?? key);
      if (!id) throw new Error(`no node ${key}`);
      return id;
    },
    ask,
  };
};
