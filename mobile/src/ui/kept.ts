/** Small things kept in the browser. Storage may be full or forbidden (private windows): then nothing is kept. */
import { useState } from "react";

const prefix = "ginkgo.";

export const readKept = <T>(name: string): T | undefined => {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
};

export const keep = (name: string, value: unknown): void => {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Nothing to do: the app works without it.
  }
};

export const useKept = <T>(name: string, initial: T): [T, (value: T) => void] => {
  const [value, setValue] = useState<T>(() => readKept<T>(name) ?? initial);
  const change = (next: T) => {
    keep(name, next);
    setValue(next);
  };
  return [value, change];
};
