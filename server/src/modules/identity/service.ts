/** The module put together. */
import type { Place } from "@ginkgo/shared/api/identity.ts";
import type { Actor } from "../authority/index.ts";
import { createAccounts } from "./accounts.ts";
import type { IdentityDeps } from "./deps.ts";
import { createOwn } from "./own.ts";
import { findByPhone, grantsOf } from "./repo.ts";
import { createSessions, grantsWithRights } from "./sessions.ts";
import { createSignIn } from "./sign-in.ts";

export const createIdentity = (deps: IdentityDeps) => {
  const sessions = createSessions(deps);
  return {
    sessions,
    signIn: createSignIn(deps, sessions),
    own: createOwn(deps, sessions),
    accounts: createAccounts(deps, sessions),
    /** Someone as an actor without a session: for the demonstration and for stories. */
    actorByPhone: async (tenant: string, phone: string): Promise<Actor | undefined> => {
      const { pack } = await deps.packs.current(tenant);
      return deps.db.inTenant(tenant, async (tx) => {
        const account = await findByPhone(tx, deps.sealer.index(phone));
        if (!account) return undefined;
        const grants = (await grantsOf(tx, [account.id])).map(({ id, role, node_id }) => ({ id, role, node: node_id }));
        return {
          tenant,
          accountId: account.id,
          sessionId: "",
          name: account.name,
          homeId: account.home_id,
          grants: grantsWithRights(pack, grants),
        };
      });
    },
    places: async (): Promise<Place[]> =>
      Promise.all(
        (await deps.packs.tenants()).map(async ({ tenant, name }) => {
          const { pack } = await deps.packs.current(tenant);
          return { tenant, name, brand: pack.brand, accent: pack.accent };
        }),
      ),
  };
};
export type Identity = ReturnType<typeof createIdentity>;
