/** Bookings, rotas, patrols, regular visits: their tiers are there, their hours make sense, their forms ask what they may. */
import { minutesOf } from "../../day.ts";
import type { Hours } from "../duties.ts";
import type { Field } from "../form.ts";
import type { Pack } from "../schema.ts";
import { choices, own, type Report, reportTwice } from "./problem.ts";

const checkTiers = (pack: Pack, tiers: readonly string[], path: string, report: Report): void => {
  tiers.forEach((name, i) => {
    const tier = own(pack.tiers, name);
    if (tier?.tree === "area") return;
    const area = Object.keys(pack.tiers).filter((one) => pack.tiers[one]?.tree === "area");
    report(`${path}.tiers[${i}]`, "duty-tier", `区域树上没有“${name}”这个层级`, `改成：${choices(area)}`);
  });
};

/** Pairs of hours that lie over each other on some weekday. */
const overlaps = (a: Hours, b: Hours): boolean =>
  a.days.some((day) => b.days.includes(day)) && a.from < b.to && b.from < a.to;

const checkHours = (hours: readonly Hours[], slotMinutes: number, path: string, report: Report): void => {
  hours.forEach((one, i) => {
    const minutes = minutesOf(one.to) - minutesOf(one.from);
    if (minutes <= 0)
      report(
        `${path}.hours[${i}]`,
        "hours-order",
        `开放时间 ${one.from}–${one.to} 的结束不晚于开始`,
        "让结束时间晚于开始时间",
      );
    else if (minutes < slotMinutes)
      report(
        `${path}.hours[${i}]`,
        "hours-slot",
        `开放时间 ${one.from}–${one.to} 不够一个 ${slotMinutes} 分钟的时段`,
        "延长开放时间，或者缩短时段",
      );
    if (hours.slice(0, i).some((earlier) => overlaps(earlier, one)))
      report(`${path}.hours[${i}]`, "hours-twice", `开放时间 ${one.from}–${one.to} 与前面的重叠`, "合并重叠的开放时间");
  });
};

const checkForm = (pack: Pack, form: readonly Field[], path: string, photos: boolean, report: Report): void => {
  reportTwice(
    form.map(({ name }) => name),
    "field-twice",
    "字段",
    (i) => `${path}[${i}].name`,
    report,
  );
  form.forEach((field, i) => {
    const { kind, label } = field;
    if (kind === "assignees" || kind === "case" || kind === "category" || (kind === "photos" && !photos))
      report(`${path}[${i}].kind`, "duty-field", `“${label}”（${kind}）不能用在这里`, "改成文字、选项、数字等字段");
    if (kind === "item" && !own(pack.lists, field.list))
      report(`${path}[${i}].list`, "field-list", `没有“${field.list}”这个清单`, "改成 lists 里有的清单");
    if (kind === "node" && field.tiers.some((tier) => !own(pack.tiers, tier)))
      report(`${path}[${i}].tiers`, "field-tier", `“${label}”里有不存在的层级`, "改成已有的层级");
  });
};

export const checkDuties = (pack: Pack, report: Report): void => {
  for (const [id, kind] of Object.entries(pack.bookables)) {
    const path = `bookables.${id}`;
    checkTiers(pack, kind.tiers, path, report);
    checkHours(kind.hours, kind.slotMinutes, path, report);
    checkForm(pack, kind.form, `${path}.form`, false, report);
  }
  for (const [id, kind] of Object.entries(pack.rotas)) checkTiers(pack, kind.tiers, `rotas.${id}`, report);
  for (const [id, kind] of Object.entries(pack.patrols)) {
    const path = `patrols.${id}`;
    checkTiers(pack, kind.tiers, path, report);
    if (kind.category !== undefined && !pack.categories.some((one) => one.id === kind.category))
      report(`${path}.category`, "patrol-category", `没有“${kind.category}”这个诉求类别`, "改成 categories 里有的类别");
  }
  for (const [id, kind] of Object.entries(pack.cares)) {
    const path = `cares.${id}`;
    checkTiers(pack, kind.tiers, path, report);
    checkForm(pack, kind.visit, `${path}.visit`, true, report);
    if (kind.warnDays >= kind.everyDays)
      report(
        `${path}.warnDays`,
        "care-warning",
        `每 ${kind.everyDays} 天走访一次，却提前 ${kind.warnDays} 天提醒`,
        "让 warnDays 小于 everyDays",
      );
  }
};
