/** 顺正河社区 "五联双报到": beside the community itself, a superior unit, registered organisations, social organisations, enterprises. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { memberRegistration, registration, unitRegistration } from "../base/registration.ts";

const joins = (label: string, description: string) => unitRegistration({ label, description, with: ["community"] });

export const registrationWorkflows: PackInput["workflows"] = {
  "unit-registration": registration({
    label: "五联双报到",
    description: "上级包保单位、双报到党组织、社会组织、辖区企业与社区党委联在一起。",
    asks: [{ kind: "text", name: "strength", label: "行业特点和能做的事", maxLength: 200, multiline: true }],
  }),
  "member-registration": registration({ label: "在职党员报到", description: "在职党员设岗定责、认领项目。" }),
  "patroller-registration": registration({
    label: "巡逻队员登记",
    description: "专职巡逻队员、义务巡逻队员和企业保安，编成小分队。",
    asks: [
      {
        kind: "choice",
        name: "status",
        label: "身份",
        options: [
          { value: "full", label: "专职巡逻队员" },
          { value: "volunteer", label: "义务巡逻队员" },
          { value: "guard", label: "企业保安" },
        ],
      },
    ],
    confirmDays: 3,
  }),
};

export const registrations: PackInput["registrations"] = {
  superior: joins("上级包保单位", "包联社区的上级单位。"),
  organisation: joins("双报到党组织", "到社区报到的机关、事业单位党组织。"),
  social: joins("社会组织", "辖区的社会组织、协会、商会。"),
  enterprise: joins("辖区企业", "辖区企业的党组织。"),
  member: memberRegistration({ with: ["community", "compound"], unitSees: "sums" }),
  patroller: memberRegistration({
    label: "巡逻队员登记",
    with: ["community"],
    workflow: "patroller-registration",
    unitSees: "nothing",
  }),
};
