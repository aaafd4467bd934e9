import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "zone-hall", label: "高新区政务服务中心", detail: "工作日 9:00–17:00，带身份证" },
    { id: "arbitration", label: "劳动人事争议仲裁院", detail: "劳动争议须先仲裁；带劳动合同、工资记录、身份证" },
    { id: "labour-inspection", label: "劳动保障监察大队", detail: "欠薪投诉；带欠薪证据" },
  ]),
};
