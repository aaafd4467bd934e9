import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { elsewhere } from "../base/lists.ts";

export const lists: PackInput["lists"] = {
  elsewhere: elsewhere([
    { id: "civil-affairs", label: "县民政局社会救助股", detail: "低保、临时救助；带身份证和户口簿" },
    { id: "education", label: "县教体局招生办公室", detail: "入学入园报名" },
    { id: "hospital", label: "就近医院急诊", detail: "病情紧急时直接去急诊或拨打 120" },
  ]),
};
