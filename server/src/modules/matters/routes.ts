import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { mattersApi } from "@ginkgo/shared/api/matters.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Matters } from "./service.ts";

export const matterHandlers = (matters: Matters) =>
  ({
    view: ({ actor }, { matterId }) => matters.view(actor, matterId),
    act: (call, input) => matters.act(call, input),
  }) satisfies Handlers<Call<Actor>, typeof mattersApi>;
