/** `node bench/src/main.ts [NAME] [--json] [--seconds N] …`: one benchmark, or all of them one after the other. */
import { intake } from "./benchmarks/intake.ts";
import { matching } from "./benchmarks/matching.ts";
import { messages } from "./benchmarks/messages.ts";
import { OptionError, type Options, readOptions } from "./options.ts";
import { type Result, tableOf } from "./report.ts";
import { stopAll } from "./setup/clean-up.ts";

const benchmarks: Readonly<Record<string, (options: Options) => Promise<Result>>> = { intake, matching, messages };

const run = async (): Promise<boolean> => {
  const options = readOptions(process.argv.slice(2));
  // Asked for all of them, the one that needs a file is left out where none is given.
  const all = Object.keys(benchmarks).filter((name) => name !== "messages" || options.file !== undefined);
  const names = options.name ? [options.name] : all;
  let ok = true;
  for (const name of names) {
    const benchmark = benchmarks[name];
    if (!benchmark) throw new OptionError(`no benchmark "${name}"; there are: ${Object.keys(benchmarks).join(", ")}`);
    const result = await benchmark(options);
    ok &&= result.ok;
    console.log(
      options.json ? JSON.stringify({ benchmark: name, ...result.report }, null, 2) : `\n${name}\n${tableOf(result)}`,
    );
  }
  return ok;
};

let code = 1;
try {
  code = (await run()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof OptionError ? error.message : error);
}
await stopAll();
// Pools and agents that are still winding down must not hold the answer back.
process.exit(code);
