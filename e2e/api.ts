/** What happened before a test begins, taken through the same API the screens use. */
import { type CaseDraft, type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { type Client, createClient } from "@ginkgo/shared/api/client.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import type { Person } from "./people.ts";
import { type Place, password } from "./place.ts";

export const signIn = async ({ origin, tenant }: Place, { phone }: Person): Promise<Client> => {
  let token: string | undefined;
  const call = createClient({ origin, app: "api", token: () => token });
  ({ token } = await call(identityApi.signInWithPassword, { tenant, phone, password }));
  return call;
};

export const submitCase = (call: Client, words: string, draft: Partial<CaseDraft> = {}): Promise<CaseView> =>
  call(casesApi.submit, {
    category: "repairs",
    words,
    address: "锦绣花园3号楼",
    photos: [],
    visibility: "private",
    ...draft,
  } as CallInput<typeof casesApi.submit>);

/** Takes a step on a case as it stands now. */
export const step = async (call: Client, caseId: string, action: string, data: Record<string, unknown> = {}) => {
  const { version } = await call(casesApi.view, { caseId });
  return call(casesApi.act, { caseId, action, version, data });
};

/** The id of a body a case can be handed to. */
export const bodyNamed = async (call: Client, caseId: string, name: string): Promise<string> => {
  const { items } = await call(casesApi.candidates, { caseId, q: name, tiers: "team" });
  const found = items.find((item) => item.name === name);
  if (!found) throw new Error(`nobody called ${name} can be given the case`);
  return found.id;
};
