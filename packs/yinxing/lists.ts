import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "housing", label: "市住建局房屋管理股", detail: "直管公房租赁、房屋安全鉴定、加装电梯手续" },
    { id: "urban-management", label: "市城管局", detail: "占道经营、违章搭建" },
    { id: "traffic", label: "市公安局交警大队", detail: "市政道路停车和交通标线" },
  ]),
};
