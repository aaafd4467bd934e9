/** Times and places in the words people read. */
const two = (n: number): string => String(n).padStart(2, "0");

const inChina = (at: Date): Date => new Date(at.getTime() + 8 * 3_600_000);

const shortText = (local: Date): string =>
  `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
const withYear = (local: Date): string => `${local.getUTCFullYear()}年${shortText(local)}`;

/** 11月23日 17:30, in Chinese time; with the year if it is not this one. */
export const dayText = (at: Date | null, now: Date): string => {
  if (!at) return "";
  const local = inChina(at);
  return local.getUTCFullYear() === inChina(now).getUTCFullYear() ? shortText(local) : withYear(local);
};

/** 2026年11月23日 17:30: what is kept on paper has its year. */
export const datedText = (at: Date): string => withYear(inChina(at));
