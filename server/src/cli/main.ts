/** `npm run ginkgo -- COMMAND`: what is done from a terminal instead of a screen. One file for each command. */
import { places } from "@ginkgo/packs/index.ts";
import type { Command } from "./command.ts";
import { packCheck } from "./pack-check.ts";
import { storyRun } from "./story-run.ts";

const commands: Readonly<Record<string, { readonly run: Command; readonly usage: string }>> = {
  "pack check": {
    run: packCheck(places),
    usage: "pack check [NAME] [--json]   check one pack or all: every problem with its path and how to mend it",
  },
  "story run": {
    run: storyRun(places),
    usage: "story run [PLACE[/STORY]] [--scale full] [--json]   tell stories on a real server; full: a whole year",
  },
};

const usage = ["Usage:", ...Object.values(commands).map((one) => `  npm run ginkgo -- ${one.usage}`)].join("\n");

const [area = "", verb = "", ...args] = process.argv.slice(2);
const name = `${area} ${verb}`;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) process.exitCode = await command.run(args, { print: console.log, error: console.error });
else {
  console.error(usage);
  process.exitCode = 2;
}
