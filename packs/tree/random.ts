/** Seeded randomness: the same subject name always yields the same stream, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Whole number in [low, high], both included. */
  whole(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** One stream per subject, so a change in one file's rules does not reshuffle every other file. */
export function randomFor(subject: string): Random {
  let state = hash(subject);

  // mulberry32: 32-bit integer steps only, hence identical everywhere.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => at(items, whole(0, items.length - 1));
  const shuffled = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = whole(0, index);
      const held = at(copy, index);
      copy[index] = at(copy, other);
      copy[other] = held;
    }
    return copy;
  };
  return { next, between, whole, pick, shuffled };
}

/** Indexing that fails loudly: a missing item here is always a mistake in the generator. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no item at ${index} of ${items.length}`);
  return item;
}

/** Cuts a list into consecutive pieces whose lengths differ by at most one. */
export function evenChunks<T>(items: readonly T[], pieces: number): T[][] {
  return Array.from({ length: pieces }, (_, piece) =>
    items.slice(Math.floor((piece * items.length) / pieces), Math.floor(((piece + 1) * items.length) / pieces)),
  );
}

// FNV-1a over UTF-16 units.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}
