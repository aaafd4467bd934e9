import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { figuresApi } from "@ginkgo/shared/api/figures.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Insights } from "./service.ts";

export const figuresHandlers = (insights: Insights) =>
  ({
    figures: ({ actor }, query) => insights.figures(actor, query),
    cases: ({ actor }, query) => insights.cases(actor, query),
    matters: ({ actor }, query) => insights.matters(actor, query),
  }) satisfies Handlers<Call<Actor>, typeof figuresApi>;
