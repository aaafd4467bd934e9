import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

/** Office hours of county bodies, Chinese public holidays and make-up days. */
export const officeCalendar: PackInput["calendar"] = {
  timezone: "Asia/Shanghai",
  hours: [
    ["08:30", "12:00"],
    ["14:00", "18:00"],
  ],
  holidays: "china",
  workdays: [1, 2, 3, 4, 5],
};
