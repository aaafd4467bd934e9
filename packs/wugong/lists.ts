import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "mediation", label: "县矛盾纠纷多元化解中心", detail: "工作日 8:30–18:00，可以代书、法律咨询" },
    {
      id: "arbitration",
      label: "劳动人事争议仲裁院",
      detail: "拖欠工资、工伤待遇等劳动争议；带劳动合同或考勤、转账记录",
    },
    { id: "housing", label: "县住建局物业管理股", detail: "物业合同备案、维修资金使用" },
  ]),
};
