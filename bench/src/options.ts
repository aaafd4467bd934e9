/** The command line. A wrong option is refused with one clear line. */
import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export interface Options {
  /** One benchmark, or all when none is named. */
  readonly name: string | undefined;
  readonly json: boolean;
  /** Length of one measured phase. */
  readonly seconds: number;
  /** Concurrent clients; without it the best of a few is chosen. */
  readonly connections: number | undefined;
  /** The messages to take through the loop: a CSV with the columns `title` and `detail`. */
  readonly file: string | undefined;
  /** Only the first so many messages, or needs. */
  readonly limit: number | undefined;
  /** What is drawn at random is drawn from it: another seed, another county. */
  readonly seed: number | undefined;
  /** Folder for a CPU profile of the server process. */
  readonly profile: string | undefined;
}

export class OptionError extends Error {}

/** Relative paths count from the project's root, wherever the command was started. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const fromRoot = (path: string): string => (isAbsolute(path) ? path : resolve(root, path));

const wholeNumber = (name: string, value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new OptionError(`--${name} ${value}: give a whole number above 0`);
  return Number(value);
};

export const readOptions = (argv: readonly string[]): Options => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        seconds: { type: "string" },
        connections: { type: "string" },
        file: { type: "string" },
        limit: { type: "string" },
        seed: { type: "string" },
        profile: { type: "string" },
      },
    });
    if (positionals.length > 1) throw new OptionError(`one benchmark at a time: ${positionals.join(", ")}`);
    return {
      name: positionals[0],
      json: values.json,
      seconds: wholeNumber("seconds", values.seconds) ?? 10,
      connections: wholeNumber("connections", values.connections),
      file: values.file ? fromRoot(values.file) : undefined,
      limit: wholeNumber("limit", values.limit),
      seed: wholeNumber("seed", values.seed),
      profile: values.profile ? fromRoot(values.profile) : undefined,
    };
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
};
