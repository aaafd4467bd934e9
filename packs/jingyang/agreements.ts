/** 泾阳县: communities and units sign agreements every year; what is kept is looked at every half year. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({ reviewMonths: 6, remindDays: [30, 7] });
