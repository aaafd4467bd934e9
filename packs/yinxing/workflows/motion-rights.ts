/** Who does what in deciding together. */

/** The community's meeting: puts questions to the residents, decides on the plan. */
export const decide = { right: "motion.decide" } as const;
/** Building heads' and delegates' word: what their neighbours think. */
export const speak = { right: "motion.speak" } as const;
/** 监事会: looks on throughout, may speak up at any time. */
export const oversee = { right: "motion.oversee" } as const;
