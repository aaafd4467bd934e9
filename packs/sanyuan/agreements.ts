/** 三原县: units agree with communities over the three lists. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({ label: "共建协议书", placeOnly: true });
