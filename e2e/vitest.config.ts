import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite/e2e",
  test: {
    include: ["*.test.ts"],
    pool: "forks",
    // Each file has a server and a browser of its own; two at once would only wait for each other on a small machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ["./build.ts", "../server/test/global-setup.ts"],
  },
});
