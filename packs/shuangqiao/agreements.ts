/** 双桥区: the red alliance of communities and units. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({ label: "红色联盟共建协议书", remindDays: [30, 10] });
