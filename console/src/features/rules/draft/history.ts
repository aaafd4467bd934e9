/** What can be taken back: whole contents, of which all that did not change is shared. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** Typing on in one field is one change. */
  readonly last: { readonly field: string; readonly at: number } | null;
}

const most = 100;
const pause = 1_500;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [], last: null });

export const edit = <T>(history: History<T>, next: T, field: string, at: number): History<T> => {
  if (next === history.now) return history;
  const goesOn = history.last?.field === field && at - history.last.at < pause;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-most);
  return { past, now: next, future: [], last: { field, at } };
};

export const undo = <T>({ past, now, future, ...rest }: History<T>): History<T> => {
  const before = past.at(-1);
  return before === undefined
    ? { past, now, future, ...rest }
    : { past: past.slice(0, -1), now: before, future: [now, ...future], last: null };
};

export const redo = <T>({ past, now, future, ...rest }: History<T>): History<T> => {
  const [next, ...later] = future;
  return next === undefined
    ? { past, now, future, ...rest }
    : { past: [...past, now], now: next, future: later, last: null };
};
