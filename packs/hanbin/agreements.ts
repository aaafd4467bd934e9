/** 汉滨区: what a unit claims for a year is written down with the community. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({ label: "双认领双服务协议书", reviewMonths: 6 });
