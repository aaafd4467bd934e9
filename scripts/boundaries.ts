/**
 * Checks the import rules and that no place is named outside the packs, and first that both still bite: the wrong fixtures
 * must be refused, each by its rule.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findNamings, neutralFolders, type Place, shippedPlaces } from "./place-neutral.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

const cruise = (folders: readonly string[]): Violation[] => {
  const result = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".dependency-cruiser.cjs",
      "--output-type",
      "json",
      ...folders,
    ],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (!result.stdout) throw new Error(`dependency-cruiser said nothing: ${result.stderr}`);
  const { summary } = JSON.parse(result.stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  if (summary.totalCruised === 0) throw new Error("dependency-cruiser looked at no file");
  return summary.violations;
};

/** Deliberately wrong imports, and the rule that must refuse each. */
const fixtures = [
  {
    file: "shared/src/wrong-fixture.ts",
    source: 'import "../../server/src/platform/clock.ts";\n',
    rule: "shared-stands-alone",
  },
  {
    file: "server/src/platform/wrong-fixture.ts",
    source: 'import "../modules/notify/index.ts";\n',
    rule: "platform-knows-no-domain",
  },
  {
    file: "server/src/modules/notify/wrong-fixture.ts",
    source: 'import "../org/tree.ts";\n',
    rule: "modules-use-each-others-front-door",
  },
  {
    file: "server/src/modules/assessment/wrong-fixture.ts",
    source: 'import "../points/index.ts";\n',
    rule: "assessment-reads-no-points",
  },
];

/** One line for each way a place can be named: all must be found, and nothing else of the file. */
const namingFixture = {
  file: "server/src/wrong-fixture-naming.ts",
  source: ({ id, name, code, brand }: Place): string =>
    [
      `// only in ${name}`,
      `export const id = "${id}";`,
      `export const community = "${code}001002";`,
      "export const nothing = 0;",
      `export const title = "${brand}通知";`,
    ].join("\n"),
  lines: [1, 2, 3, 5],
};

const checkNamingFixture = (): void => {
  const path = join(root, namingFixture.file);
  try {
    for (const place of shippedPlaces()) {
      writeFileSync(path, namingFixture.source(place));
      const found = findNamings(["server/src"], [place]).filter(({ file }) => file === namingFixture.file);
      if (found.map(({ line }) => line).join() !== namingFixture.lines.join())
        throw new Error(`naming a place no longer bites: ${place.id} was let through in ${namingFixture.file}`);
    }
  } finally {
    rmSync(path, { force: true });
  }
};

const checkFixtures = (): void => {
  /** Folders of modules that are not there yet. */
  const made: string[] = [];
  try {
    for (const { file, source } of fixtures) {
      const folder = mkdirSync(dirname(join(root, file)), { recursive: true });
      if (folder) made.push(folder);
      writeFileSync(join(root, file), source);
    }
    const found = cruise(["shared/src", "server/src"]);
    for (const { file, rule } of fixtures)
      if (!found.some((one) => one.from === file && one.rule.name === rule))
        throw new Error(`the rule "${rule}" no longer bites: ${file} was let through`);
  } finally {
    for (const { file } of fixtures) rmSync(join(root, file), { force: true });
    for (const folder of made) rmdirSync(folder);
  }
};

checkFixtures();
checkNamingFixture();
const violations = cruise(["shared/src", "server/src", "console/src", "mobile/src", "packs"]);
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
const namings = findNamings(neutralFolders, shippedPlaces());
for (const { file, line, word } of namings) console.error(`names-no-place: ${file}:${line} says "${word}"`);
console.log(
  `boundaries: ${violations.length} violations, ${namings.length} places named, ${fixtures.length + 1} wrong fixtures refused`,
);
process.exitCode = violations.length + namings.length > 0 ? 1 : 0;
