/** Lists of a place's own that the base workflows ask from. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

type List = NonNullable<PackInput["lists"]>[string];

/** Where to go instead. Telephone numbers are the national lines; a place adds its own counters and addresses. */
export const elsewhere = (items: List["items"] = []): List => ({
  label: "其他办理去处",
  items: [
    { id: "110", label: "110 报警", phone: "110", detail: "正在发生的违法犯罪和危险" },
    { id: "119", label: "119 火警", phone: "119", detail: "火灾和救援" },
    { id: "120", label: "120 急救", phone: "120", detail: "医疗急救" },
    { id: "12345", label: "12345 政务服务热线", phone: "12345", detail: "全天受理咨询、求助、投诉、举报和建议" },
    { id: "12348", label: "12348 公共法律服务热线", phone: "12348", detail: "法律咨询和法律援助" },
    { id: "court", label: "人民法院立案庭", detail: "诉讼；带身份证件和证据材料" },
    { id: "petition", label: "信访接待场所", detail: "依照信访工作条例提出；处理期限以书面告知为准" },
    ...items,
  ],
});
