/**
 * The contracts in shared/ are zod schemas. The phone needs of them only methods, paths and types: the server checks
 * every input and answers with words that can be shown. Leaving zod out of the built app saves a fifth of the first
 * screen's JavaScript. Code of this app that imports zod itself still gets the real one.
 */
import type { Plugin } from "vite";

const name = "virtual:contracts-without-zod";

/** Anything may be asked of it, except to check something: that would pass silently, so it throws. */
const standIn = `
const checks = new Set(["parse", "safeParse", "parseAsync", "safeParseAsync", "check"]);
const refuse = () => { throw new Error("zod is not part of the built phone app, see mobile/light-contracts.ts"); };
export const z = new Proxy(function () {}, {
  get: (_, property) => (checks.has(property) ? refuse : z),
  apply: () => z,
});
`;

export const lightContracts = (): Plugin => ({
  name: "light-contracts",
  apply: "build",
  enforce: "pre",
  resolveId(source, importer) {
    return source === "zod" && importer?.includes("/shared/src/") ? `\0${name}` : undefined;
  },
  load(id) {
    return id === `\0${name}` ? { code: standIn, moduleSideEffects: false } : undefined;
  },
});
