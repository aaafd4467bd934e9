/** 顺正河社区: five ways of organisations agree with the community. */
import { agreementsOf } from "../base/agreements.ts";

export const { agreements, agreementWorkflows } = agreementsOf({
  label: "五联共建协议书",
  reviewMonths: 6,
  answerDays: 5,
});
