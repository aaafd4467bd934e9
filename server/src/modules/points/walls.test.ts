/** What the law keeps apart: points feed no assessment, so no other module reads how many anyone has. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as door from "./index.ts";
import { createPoints } from "./service.ts";

const server = fileURLToPath(new URL("../../", import.meta.url));
const tables =
  /\b(point_members|ledger_transactions|ledger_entries|recognitions|point_requests|redemptions|point_goods)\b/;

const sources = readdirSync(server, { recursive: true, encoding: "utf8" })
  .map((file) => join(server, file))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file: relative(server, file), text: readFileSync(file, "utf8") }));

describe("the walls round points", () => {
  it("keep their tables to this module", () => {
    const readers = sources.filter(({ text }) => tables.test(text)).map(({ file }) => file);
    expect(readers).toContain("modules/points/repo/ledger.ts");
    expect(readers.filter((file) => /^modules\/(?!points\/)/.test(file))).toEqual([]);
  });

  it("let other modules credit and take back, and nothing else", () => {
    const { port } = createPoints({} as never);
    expect(Object.keys(port).toSorted()).toEqual(["credit", "creditAll", "reverse"]);
    const others = sources.filter(
      ({ file, text }) =>
        file.startsWith("modules/") &&
        !file.startsWith("modules/points/") &&
        /modules?\/points|\.\.\/points\//.test(text),
    );
    for (const { file, text } of others)
      for (const [, names = ""] of text.matchAll(/import (?:type )?\{([^}]*)\} from "[^"]*\/points\/index\.ts"/g))
        for (const name of names.split(","))
          expect(["Deed", "PointsPort", ""], `${file} imports ${name.trim()}`).toContain(
            name.replace(/\btype\b/, "").trim(),
          );
  });

  it("have one door", () => {
    expect(Object.keys(door).toSorted()).toEqual([
      "createPoints",
      "moveShop",
      "pointFileRoutes",
      "pointsHandlers",
      "shopHandlers",
    ]);
  });
});
