/** The module put together: registering, what changes later, reading; sheets, bulletin, pages and feedback beside it. */
import type { CallInput, Input } from "@ginkgo/shared/api/contract.ts";
import type { RegistrationDetail, registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import { createBulletin } from "./bulletin.ts";
import type { RegistrationsDeps } from "./deps.ts";
import { createFeedback } from "./feedback.ts";
import { createFeedbackMaking } from "./feedback-making.ts";
import { createImporting } from "./importing.ts";
import { createKeeping } from "./keeping.ts";
import { createPages } from "./pages.ts";
import { createReading } from "./reading.ts";
import { createRegistering } from "./registering.ts";

export const createRegistrations = (deps: RegistrationsDeps) => {
  const registering = createRegistering(deps);
  const keeping = createKeeping(deps);
  const reading = createReading(deps);
  const making = createFeedbackMaking(deps);
  deps.matters.moving.listen(keeping.follow);
  return {
    list: reading.list,
    counts: reading.counts,
    view: reading.view,
    register: async (
      call: Call<Actor>,
      draft: CallInput<typeof registrationsApi.register>,
    ): Promise<RegistrationDetail> => reading.view(call.actor, await registering.register(call, draft)),
    edit: async (call: Call<Actor>, input: Input<typeof registrationsApi.edit>): Promise<RegistrationDetail> =>
      reading.view(call.actor, await keeping.edit(call, input)),
    consent: async (call: Call<Actor>, id: string, agreed: boolean): Promise<RegistrationDetail> =>
      reading.view(call.actor, await keeping.consent(call, id, agreed)),
    contact: keeping.contact,
    sheets: createImporting(deps, reading),
    bulletin: createBulletin(deps),
    pages: createPages(deps, reading),
    feedback: createFeedback(deps, making),
    making,
  };
};
export type Registrations = ReturnType<typeof createRegistrations>;
