import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { identityApi, SignedIn } from "@ginkgo/shared/api/identity.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Identity } from "./service.ts";
import type { Opened } from "./sign-in.ts";

const done = { done: true } as const;

export const identityHandlers = ({ accounts, own, signIn, places }: Identity) => {
  /** Web apps get a cookie no script can read; other clients get the token itself. */
  const welcome = async (call: Call<Actor>, tenant: string, opened: Opened): Promise<SignedIn> => {
    const me = await own.me(tenant, opened.accountId);
    if (call.app === "api") return { me, token: opened.token };
    call.setSession(opened.token, opened.expiresAt);
    return { me };
  };

  return {
    places: async () => ({ places: await places() }),
    signInWithPassword: async (call, { tenant, phone, password }) =>
      welcome(call, tenant, await signIn.withPassword(tenant, phone, password, call.app, call.device)),
    requestCode: async (_call, { tenant, phone }) => signIn.requestCode(tenant, phone),
    signInWithCode: async (call, { tenant, phone, code, name }) =>
      welcome(call, tenant, await signIn.withCode(tenant, phone, code, name, call.app, call.device)),
    signOut: async (call) => {
      await own.endSession(call, call.actor.sessionId);
      call.setSession(undefined);
      return done;
    },
    me: async ({ actor }) => own.me(actor.tenant, actor.accountId),
    updateMe: (call, input) => own.updateMe(call, input),
    changePassword: async (call, input) => {
      await own.changePassword(call, input);
      return done;
    },
    mySessions: async (call) => ({ items: await own.sessions(call) }),
    endSession: async (call, { sessionId }) => {
      await own.endSession(call, sessionId);
      return done;
    },
    accounts: ({ actor }, query) => accounts.list(actor, query),
    account: ({ actor }, { accountId }) => accounts.get(actor, accountId),
    createAccount: (call, input) => accounts.create(call, input),
    updateAccount: (call, input) => accounts.update(call, input),
    resetPassword: async (call, { accountId, password }) => {
      await accounts.resetPassword(call, accountId, password);
      return done;
    },
    revokeSessions: async (call, { accountId }) => ({ revoked: await accounts.revokeSessions(call, accountId) }),
    grantRole: (call, input) => accounts.grant(call, input),
    withdrawRole: (call, { accountId, grantId }) => accounts.withdraw(call, accountId, grantId),
  } satisfies Handlers<Call<Actor>, typeof identityApi>;
};
