/** 汉滨区: where to go instead, and what may be pushed down to a community. What is not on the list is refused. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "hall", label: "区政务服务中心", detail: "工作日 9:00–17:00，带身份证" },
    { id: "labour", label: "劳动人事争议仲裁院", detail: "劳动争议须先仲裁；带劳动合同和工资记录" },
    { id: "discipline", label: "12388 纪检监察举报", phone: "12388", detail: "反映公职人员违纪违法" },
    { id: "secrecy", label: "保密工作部门", detail: "涉及国家秘密的情况请当面反映，不要在网上填写" },
  ]),
  "push-down": {
    label: "社区事项准入清单",
    items: [
      { id: "census", label: "人口和房屋信息核实", detail: "依据：居民信息登记制度；每季度不超过一次" },
      { id: "safety-check", label: "家庭燃气、用电安全入户提醒", detail: "依据：安全生产宣传要求；由主管部门派人同去" },
      {
        id: "relief-survey",
        label: "低保、临时救助对象走访核实",
        detail: "依据：社会救助办法；民政部门提供名单和经费",
      },
      { id: "flood", label: "汛期转移预案和联系人更新", detail: "依据：防汛预案；每年汛前一次" },
      { id: "vaccination", label: "适龄儿童接种通知", detail: "依据：预防接种管理；由卫生服务站提供名单" },
      { id: "notice", label: "法律法规规定的张贴、公示", detail: "由发文单位提供文本" },
    ],
  },
};
