/** Finds pgbench, or installs it where Debian's packages can be had, and runs a script as the server's own role. */
import { execFile, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Script } from "./script.ts";

const run = promisify(execFile);

const find = (): string | undefined => {
  const found = spawnSync("sh", ["-c", "command -v pgbench"], { encoding: "utf8" });
  return found.stdout.trim() || globSync("/usr/lib/postgresql/*/bin/pgbench").sort().at(-1);
};

export const requirePgbench = (): string => {
  const known = find();
  if (known) return known;
  console.error("pgbench is missing; installing the packages postgresql and postgresql-contrib …");
  spawnSync("apt-get", ["install", "-y", "postgresql-contrib", "postgresql"], {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const installed = find();
  if (!installed)
    throw new Error(
      "There is no pgbench and it could not be installed, so the ceiling cannot be measured. Install the package that holds it (Debian: postgresql-contrib) and run this again.",
    );
  return installed;
};

export interface PgbenchRun {
  /** Pieces of work per second, without the time to connect. */
  readonly perSecond: number;
  readonly pieces: number;
}

export interface PgbenchPlan {
  readonly program: string;
  readonly url: string;
  readonly script: Script;
  /** Tells apart what this run writes. */
  readonly run: number;
  readonly clients: number;
  readonly seconds: number;
}

const figure = (output: string, pattern: RegExp): number => {
  const found = pattern.exec(output)?.[1];
  if (found === undefined) throw new Error(`pgbench did not print ${pattern}:\n${output}`);
  return Number(found);
};

export const runPgbench = async (plan: PgbenchPlan): Promise<PgbenchRun> => {
  const { hostname, port, username, password, pathname } = new URL(plan.url);
  const folder = mkdtempSync(join(tmpdir(), "ginkgo-pgbench-"));
  const file = join(folder, "script.sql");
  writeFileSync(file, plan.script.text, { mode: 0o600 });
  const variables = [...plan.script.constants, ["run", String(plan.run)] as const, ["n", "0"] as const];
  const args = [
    ...["-n", "-M", "prepared", "-c", String(plan.clients), "-j", "2", "-T", String(plan.seconds), "-f", file],
    ...variables.flatMap(([name, value]) => ["-D", `${name}=${value}`]),
  ];
  try {
    // Its error would repeat the whole command, values and all.
    const { stdout, stderr } = await run(plan.program, args, {
      maxBuffer: 64 * 2 ** 20,
      env: {
        ...process.env,
        PGHOST: hostname,
        PGPORT: port,
        PGUSER: username,
        PGPASSWORD: decodeURIComponent(password),
        PGDATABASE: pathname.slice(1),
        // Without TLS, as the server connects.
        PGSSLMODE: "disable",
        PGGSSENCMODE: "disable",
      },
    }).catch((error: { stderr?: string; code?: unknown; signal?: unknown }) => {
      throw new Error(`pgbench ended with ${error.code ?? error.signal}:\n${(error.stderr ?? "").slice(0, 3000)}`);
    });
    const output = `${stdout}\n${stderr}`;
    const failed = figure(output, /number of failed transactions: (\d+)/);
    if (failed > 0) throw new Error(`${failed} transactions of pgbench failed:\n${output}`);
    return {
      perSecond: figure(output, /tps = ([\d.]+) \(without/),
      pieces: figure(output, /number of transactions actually processed: (\d+)/),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
