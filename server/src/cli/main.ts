/** `npm run ginkgo -- COMMAND`: what is done from a terminal instead of a screen. */
import { places } from "@ginkgo/packs/index.ts";
import { checkPack } from "@ginkgo/shared/pack/check.ts";

const usage = `Usage:
  npm run ginkgo -- pack check [NAME]   check one pack or all; every problem with its path`;

/** Answers how many packs have problems. */
const packCheck = (name: string | undefined): number => {
  const chosen = places.filter(({ pack }) => name === undefined || pack.id === name);
  if (chosen.length === 0) {
    console.error(`no pack "${name}"; there are: ${places.map(({ pack }) => pack.id).join(", ")}`);
    return 1;
  }
  let broken = 0;
  for (const { pack } of chosen) {
    const checked = checkPack(pack);
    console.log(`${pack.id}: ${checked.ok ? "ok" : `${checked.problems.length} problems`}`);
    if (checked.ok) continue;
    broken++;
    for (const { path, message } of checked.problems) console.log(`  ${path}: ${message}`);
  }
  return broken;
};

const [area, command, name] = process.argv.slice(2);
if (area === "pack" && command === "check") process.exitCode = packCheck(name) > 0 ? 1 : 0;
else {
  console.error(usage);
  process.exitCode = 2;
}
