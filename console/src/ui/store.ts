/** Small things remembered in this browser. Private mode or a full store must never break a screen. */
export const remember = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(`ginkgo.${key}`, JSON.stringify(value));
  } catch {
    // Remembering is a convenience.
  }
};

export const recall = <T>(key: string, otherwise: T): T => {
  try {
    const text = localStorage.getItem(`ginkgo.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
};

export const forget = (key: string): void => {
  try {
    localStorage.removeItem(`ginkgo.${key}`);
  } catch {
    // As above.
  }
};
