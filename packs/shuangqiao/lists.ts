import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "hall", label: "区政务服务中心", detail: "工作日 9:00–17:00，带身份证" },
    { id: "heating", label: "供热公司客服", detail: "采暖期 24 小时受理" },
  ]),
};
