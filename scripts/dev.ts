/** For developers: the server restarts when its sources change, both web apps reload in the browser. Ctrl-C ends all. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const vite = join(root, "node_modules", "vite", "bin", "vite.js");
const watched = ["server/src", "shared/src", "packs"].flatMap((folder) => ["--watch-path", join(root, folder)]);

const run = (name: string, args: string[], cwd: string): ChildProcess => {
  const child = spawn(process.execPath, args, { cwd, stdio: "inherit" });
  child.on("exit", (code) => {
    if (code) console.error(`${name} ended with ${code}`);
  });
  return child;
};

const children = [
  run("server", [...watched, "--watch-preserve-output", "server/src/main.ts"], root),
  run("console", [vite], join(root, "console")),
  run("mobile", [vite], join(root, "mobile")),
];
console.log("staff      http://localhost:5611/\nresidents  http://localhost:5612/m/\n");

let left = children.length;
for (const child of children)
  child.on("exit", () => {
    left -= 1;
    if (left === 0) process.exit(0);
  });
const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
