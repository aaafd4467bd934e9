/** The process as `npm start` runs it: its own database, Ctrl-C, a crash, a second server, bad settings. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { places as shipped } from "@ginkgo/packs/index.ts";
import { createClient } from "@ginkgo/shared/api/client.ts";
import { api } from "@ginkgo/shared/api/index.ts";
import { afterEach, describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const started: ChildProcess[] = [];
const folders: string[] = [];

interface Server {
  readonly child: ChildProcess;
  output(): string;
  /** The staff address, once it has been printed. */
  ready(): Promise<string>;
  ended(): Promise<number | null>;
}

const launch = (env: Record<string, string>): Server => {
  // The database of the test run must not be the one this server takes.
  const { DATABASE_URL: _url, ...inherited } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { ...inherited, PORT: "0", DEMO: "0", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  return {
    child,
    output: () => text,
    ended: () => ended,
    ready: async () => {
      for (let i = 0; i < 600; i++) {
        const address = /staff\s+(\S+)/.exec(text)?.[1];
        if (address) return address;
        if (child.exitCode !== null) throw new Error(`ended before it was ready:\n${text}`);
        await sleep(100);
      }
      throw new Error(`not ready after a minute:\n${text}`);
    },
  };
};

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "ginkgo-start-"));
  folders.push(folder);
  return folder;
};

const databasePid = (folder: string): number =>
  Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const healthy = async (address: string): Promise<number> => (await fetch(`${address}api/health`)).status;

afterEach(async () => {
  for (const child of started.splice(0)) {
    child.kill("SIGTERM");
    if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.on("exit", resolve));
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the server process", () => {
  it("starts with its own database, keeps its data, and stops cleanly on Ctrl-C", async () => {
    const DATA_DIR = newFolder();
    const first = launch({ DATA_DIR });
    expect(await healthy(await first.ready())).toBe(200);
    expect(first.output()).toContain("first administrator");
    const database = databasePid(DATA_DIR);
    first.child.kill("SIGINT");
    expect(await first.ended()).toBe(0);
    expect(isAlive(database)).toBe(false);

    const second = launch({ DATA_DIR });
    expect(await healthy(await second.ready())).toBe(200);
    expect(second.output()).not.toContain("first administrator");
  }, 120_000);

  it("fills the demonstration county: the whole tree, its people, and cases in every kind of state", async () => {
    const [place] = shipped;
    if (!place) throw new Error("no place is shipped");
    const server = launch({ DATA_DIR: newFolder(), DEMO: "1" });
    const address = await server.ready();
    expect(server.output()).not.toContain("could not be played");
    const { places } = await createClient({ origin: address.replace(/\/$/, ""), app: "api" })(api.identity.places, {});
    expect(places.map(({ brand }) => brand)).toEqual([place.pack.brand]);
    const signIn = createClient({ origin: address.replace(/\/$/, ""), app: "api" });
    const { token } = await signIn(api.identity.signInWithPassword, {
      tenant: place.pack.code,
      phone: "19900000002",
      password: "ginkgo-demo",
    });
    const call = createClient({ origin: address.replace(/\/$/, ""), app: "api", token: () => token });
    const count = async (tiers: string, tree: "area" | "party" = "area") =>
      tree === "area"
        ? (await call(api.org.mapAreas, { tiers })).items.length
        : (await call(api.org.nodes, { tree, tiers, q: "东", limit: 1000 })).items.length;
    const { area } = place.tree();
    for (const tiers of ["subdistrict,township", "community,village", "compound", "grid"])
      expect(await count(tiers)).toBe(area.filter(({ tier }) => tiers.split(",").includes(tier)).length);
    expect(await count("grid-branch", "party")).toBeGreaterThan(0);
    const cases = await call(api.cases.list, { limit: 200 });
    expect(new Set(cases.items.map(({ stateLabel }) => stateLabel)).size).toBeGreaterThanOrEqual(6);
  }, 120_000);

  it("recovers what a crash has left, the database still running", async () => {
    const DATA_DIR = newFolder();
    const first = launch({ DATA_DIR });
    await first.ready();
    const orphan = databasePid(DATA_DIR);
    first.child.kill("SIGKILL");
    await first.ended();
    expect(isAlive(orphan)).toBe(true);

    const second = launch({ DATA_DIR });
    expect(await healthy(await second.ready())).toBe(200);
    expect(isAlive(orphan)).toBe(false);

    // Server and database both gone at once, as when the power fails.
    process.kill(databasePid(DATA_DIR), "SIGKILL");
    second.child.kill("SIGKILL");
    await second.ended();
    expect(await healthy(await launch({ DATA_DIR }).ready())).toBe(200);
  }, 120_000);

  it("refuses a folder another server is using, and leaves that one alone", async () => {
    const DATA_DIR = newFolder();
    const first = launch({ DATA_DIR });
    const address = await first.ready();
    const second = launch({ DATA_DIR });
    expect(await second.ended()).toBe(1);
    expect(second.output().trim().split("\n")).toHaveLength(1);
    expect(second.output()).toContain("in use by another Ginkgo server");
    expect(await healthy(address)).toBe(200);
  }, 120_000);

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["HOST", "not a host"],
    ["DEMO", "maybe"],
    ["DATABASE_URL", "mysql://x"],
    ["LOG_LEVEL", "loud"],
    ["SMS_PROVIDER", "pigeon"],
    ["PUBLIC_URL", "ginkgo.example"],
    ["ADMIN_PHONE", "12345"],
  ])("refuses %s=%s with one clear line", async (name, value) => {
    const server = launch({ DATA_DIR: newFolder(), [name]: value });
    expect(await server.ended()).toBe(1);
    expect(server.output().trim().split("\n")).toHaveLength(1);
    expect(server.output()).toContain(name);
  });
});
