/** Times and places in the words people read. */
const two = (n: number): string => String(n).padStart(2, "0");

/** 11月23日 17:30, in Chinese time. */
export const dayText = (at: Date | null): string => {
  if (!at) return "";
  const local = new Date(at.getTime() + 8 * 3_600_000);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
};
