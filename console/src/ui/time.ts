/** Times in words. A county works in one time zone, whatever the computer is set to. */
const zone = "Asia/Shanghai";
const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hourCycle: "h23", ...options });

const dayAndTime = parts({ month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
const full = parts({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
const yearOnly = parts({ year: "numeric" });

export const fullTime = (instant: string): string => full.format(new Date(instant)).replaceAll("/", "-");

/** Without the year when it is this one. */
export const shortTime = (instant: string): string => {
  const date = new Date(instant);
  const thisYear = yearOnly.format(date) === yearOnly.format(new Date());
  return (thisYear ? dayAndTime : full).format(date).replaceAll("/", "-");
};

const minute = 60_000;

/** 35 分钟, 3 小时, 2 天: one unit, rounded down so that nobody believes to have more time than there is. */
export const span = (milliseconds: number): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / minute);
  if (minutes < 1) return "不到 1 分钟";
  if (minutes < 60) return `${minutes} 分钟`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时`;
  return `${Math.floor(minutes / 1440)} 天`;
};

export const ago = (instant: string, now: number): string => {
  const passed = now - new Date(instant).getTime();
  if (passed < minute) return "刚刚";
  return passed < 24 * 60 * minute ? `${span(passed)}前` : shortTime(instant);
};

/** The first and last moment of days picked in a calendar, in the county's time zone. */
export const dayStart = (day: string): string => `${day}T00:00:00+08:00`;
export const dayEnd = (day: string): string => `${day}T23:59:59+08:00`;
