import type { PackVersionView } from "@ginkgo/shared/api/pack.ts";

export const originWords: Readonly<Record<PackVersionView["origin"], string>> = {
  shipped: "出厂",
  edited: "本地修改",
  imported: "导入文件",
  rollback: "恢复旧版",
};
