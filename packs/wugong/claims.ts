/** 武功县: a judge takes the mediation post, a teacher the outreach post, a policeman the safety post; units serve orders. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claimLives, need, offer, standing } from "../base/claim-kinds.ts";

const post = (label: string, description: string) =>
  standing({
    label,
    description,
    claimants: ["registered"],
    capacity: { usual: 10, most: 60 },
    skills: true,
    visibility: "public",
  });

export const claimWorkflows: PackInput["workflows"] = claimLives({
  need: "群众点单",
  needClaim: "支部接单",
  needDays: 10,
  offer: "支部能力清单",
  standing: "党员志愿服务岗",
  standingClaim: "认领岗位",
});

export const claimables: PackInput["claimables"] = {
  "post-mediation": post("民事调解岗", "法官、律师、人民调解员认领，调解邻里和物业纠纷。"),
  "post-outreach": post("政策宣传岗", "教师、机关干部认领，讲政策、辅导课业。"),
  "post-safety": post("平安守护岗", "公安民警、消防员认领，看护治安和消防。"),
  "post-civility": post("文明督导岗", "劝导不文明行为，维护公共秩序。"),
  "post-environment": post("环境治理岗", "清扫楼道、整治脏乱差。"),
  "post-legal": post("法律援助岗", "法律专业人员认领，提供咨询和援助。"),
  "post-parcel": post("快递驿站岗", "代收代送快递，照看驿站。"),
  order: need({
    label: "群众点单",
    description: "群众点单，机关党支部和党员志愿者接单。",
    claimants: ["registered", "unit"],
    skills: true,
    limits: true,
    matches: "need",
  }),
  ability: offer({
    label: "支部能力",
    description: "机关党支部能提供的服务。",
    claimants: ["anyone"],
    skills: true,
    matches: "ability",
  }),
};

export const posts = Object.keys(claimables).filter((kind) => kind.startsWith("post-"));
