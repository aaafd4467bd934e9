/** What a form field asks for, in a few words. */
import type { Field, FieldKind } from "@ginkgo/shared/pack/form.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";

export const fieldKinds: Readonly<Record<FieldKind, string>> = {
  text: "文字",
  choice: "单选",
  "yes-no": "是或否",
  stars: "星级",
  number: "整数",
  photos: "照片",
  assignees: "承办对象",
  case: "另一件诉求",
  node: "组织树上的位置",
  category: "类别",
  item: "清单条目",
  date: "日期",
};

const tierWords = (pack: Pack, tiers: readonly string[]): string =>
  tiers.map((tier) => pack.tiers[tier]?.label ?? tier).join("、");

export const fieldDetail = (field: Field, pack: Pack): string => {
  switch (field.kind) {
    case "text":
      return `文字，${field.maxLength} 字以内${field.suggestions?.length ? `，有 ${field.suggestions.length} 句常用语` : ""}`;
    case "choice":
      return `单选：${field.options.map(({ label }) => label).join("、")}`;
    case "yes-no":
      return `${field.yes}／${field.no}`;
    case "stars":
      return "一到五星";
    case "number":
      return `整数，${field.min} 到 ${field.max}${field.unit ?? ""}`;
    case "photos":
      return field.min > 0 ? `照片，${field.min} 到 ${field.max} 张` : `照片，最多 ${field.max} 张`;
    case "assignees":
      return `从${tierWords(pack, field.tiers)}中选${field.many ? "，可多选" : "一个"}`;
    case "node":
      return `选一个${tierWords(pack, field.tiers)}`;
    case "item":
      return `从清单“${pack.lists[field.list]?.label ?? field.list}”中选`;
    case "case":
    case "category":
    case "date":
      return fieldKinds[field.kind];
  }
};
