/** What every command of the terminal is: it gets its arguments and where to write, and answers with the exit code. */
export interface Output {
  readonly print: (text: string) => void;
  readonly error: (text: string) => void;
}

export type Command = (args: readonly string[], out: Output) => number | Promise<number>;
