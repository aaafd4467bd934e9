/** Builds the two web apps when their sources have changed since the last build; `--force` always. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const apps = ["console", "mobile"];
const skipped = new Set(["dist", "node_modules"]);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();

/** What a build depends on: the app, the shared contracts and the locked packages. */
const fingerprint = (app: string): string => {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const file of [...filesBelow(join(root, app)), ...filesBelow(join(root, "shared"))])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
};

const stampOf = (app: string) => join(root, app, "dist", ".sources");
const isFresh = (app: string, print: string) =>
  existsSync(stampOf(app)) && readFileSync(stampOf(app), "utf8") === print;

const build = (app: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const child = spawn(process.execPath, [vite, "build", "--logLevel", "error"], {
      cwd: join(root, app),
      stdio: "inherit",
      // Whoever asks for the build, it is the one people use: libraries behave differently under NODE_ENV=test.
      env: { ...process.env, NODE_ENV: "production" },
    });
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`building ${app} failed`))));
  });

const stale = apps
  .map((app) => ({ app, print: fingerprint(app) }))
  .filter(({ app, print }) => process.argv.includes("--force") || !isFresh(app, print));
if (stale.length > 0) console.log(`Building ${stale.map(({ app }) => app).join(" and ")} …`);
await Promise.all(
  stale.map(async ({ app, print }) => {
    await build(app);
    writeFileSync(stampOf(app), print);
  }),
);
