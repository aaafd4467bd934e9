import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "hall", label: "县政务服务中心", detail: "工作日 9:00–17:00，带身份证" },
    { id: "housing", label: "县住建局物业管理办公室", detail: "物业企业的收费和合同" },
    { id: "labour", label: "县人社局劳动监察大队", detail: "欠薪、社保；带劳动合同或转账记录" },
  ]),
};
