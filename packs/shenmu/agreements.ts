/** 神木市: organisations agree with communities on what they bring to the grids. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({ label: "双报到共建协议书" });
