/** 西乡县: units and communities join hearts and build together. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({ label: "联心共建协议书", reviewMonths: 6 });
