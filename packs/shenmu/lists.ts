import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "hall", label: "市政务服务中心", detail: "工作日 9:00–12:00、14:00–17:00，带身份证" },
    { id: "governance", label: "市域社会治理中心", detail: "矛盾纠纷、综合治理事项" },
    { id: "subdistrict", label: "街道便民服务大厅", detail: "工作日办公时间，社保、民政、计生事项" },
  ]),
};
