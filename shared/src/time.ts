/** Lengths of time in words, the same on desk and phone. */
const minute = 60_000;

/** 35 分钟, 3 小时, 2 天: one unit, rounded down so that nobody believes to have more time than there is. */
export const span = (milliseconds: number): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / minute);
  if (minutes < 1) return "不到 1 分钟";
  if (minutes < 60) return `${minutes} 分钟`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时`;
  return `${Math.floor(minutes / 1440)} 天`;
};
