/** 武功县: branches of organs agree with the communities they serve. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({ label: "联系服务协议书" });
