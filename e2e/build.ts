/** The tests look at what people get: both web apps as they are built, made again when their sources have changed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../scripts/build-apps.ts", import.meta.url));

export default (): void => {
  if (process.env.E2E_BUILD === "0") return;
  // Vitest says "test" here; a library would then be built in with its test ids, and people get something else.
  const env = { ...process.env, NODE_ENV: "production" };
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit", env });
  if (status !== 0) throw new Error("the web apps could not be built, so there is nothing to test");
};
