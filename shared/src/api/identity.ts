import { z } from "zod";
import { Done, Id, Instant, NodeRef, Paging, PersonName, Phone, pageOf, TenantId } from "./common.ts";
import { endpoint } from "./contract.ts";

export const Password = z.string().min(8).max(72);

/** What a sign-in page needs to know of a place before anyone has signed in. */
export const Place = z.object({
  tenant: TenantId,
  name: z.string(),
  brand: z.string(),
  accent: z.string(),
});
export type Place = z.infer<typeof Place>;

export const RoleGrant = z.object({
  id: Id,
  role: z.string(),
  label: z.string(),
  title: z.string().nullable(),
  node: NodeRef,
  since: Instant,
});
export type RoleGrant = z.infer<typeof RoleGrant>;

export const Me = z.object({
  id: Id,
  name: z.string(),
  /** Masked: 199****0001. */
  phone: z.string(),
  tenant: TenantId,
  roles: z.array(RoleGrant),
  /** The union of all rights held anywhere; screens use it to show or hide whole pages, never to decide. */
  rights: z.array(z.string()),
  /** Roles this person may give somewhere; the server decides where. */
  mayGrant: z.array(z.string()),
  home: NodeRef.nullable(),
  hasPassword: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** `token` is present only for `x-ginkgo-app: api`; web apps get an HttpOnly cookie instead. */
export const SignedIn = z.object({ me: Me, token: z.string().optional() });
export type SignedIn = z.infer<typeof SignedIn>;

export const SessionView = z.object({
  id: Id,
  app: z.string(),
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const AccountView = z.object({
  id: Id,
  name: z.string(),
  phone: z.string(),
  status: z.enum(["active", "disabled"]),
  locked: z.boolean(),
  home: NodeRef.nullable(),
  roles: z.array(RoleGrant),
  version: z.int(),
  /** Whether this actor may change the account; screens show buttons from it. */
  mayEdit: z.boolean(),
});
export type AccountView = z.infer<typeof AccountView>;

const AccountParams = z.object({ accountId: Id });

export const identityApi = {
  places: endpoint({
    method: "GET",
    path: "/places",
    summary: "Places this server hosts",
    access: "public",
    output: z.object({ places: z.array(Place) }),
  }),
  signInWithPassword: endpoint({
    method: "POST",
    path: "/sign-in/password",
    summary: "Sign in with phone and password",
    access: "public",
    body: z.strictObject({ tenant: TenantId, phone: Phone, password: z.string().min(1).max(72) }),
    output: SignedIn,
    problems: ["wrong-credentials", "account-locked"],
  }),
  requestCode: endpoint({
    method: "POST",
    path: "/sign-in/code-requests",
    summary: "Send a sign-in code by SMS",
    access: "public",
    body: z.strictObject({ tenant: TenantId, phone: Phone }),
    output: z.object({ validSeconds: z.int(), retryAfterSeconds: z.int() }),
    problems: ["too-many-requests"],
  }),
  signInWithCode: endpoint({
    method: "POST",
    path: "/sign-in/code",
    summary: "Sign in with an SMS code; an unknown phone becomes a resident's account",
    access: "public",
    body: z.strictObject({
      tenant: TenantId,
      phone: Phone,
      code: z.string().regex(/^\d{6}$/),
      name: PersonName.optional(),
    }),
    output: SignedIn,
    problems: ["wrong-credentials", "account-locked"],
  }),
  signOut: endpoint({
    method: "POST",
    path: "/sign-out",
    summary: "End this session",
    access: "signed-in",
    output: Done,
  }),
  me: endpoint({
    method: "GET",
    path: "/me",
    summary: "Who is signed in, with roles and rights",
    access: "signed-in",
    output: Me,
  }),
  updateMe: endpoint({
    method: "PATCH",
    path: "/me",
    summary: "Change one's own name or home",
    access: "signed-in",
    body: z.strictObject({ name: PersonName.optional(), home: Id.nullable().optional() }),
    output: Me,
  }),
  changePassword: endpoint({
    method: "POST",
    path: "/me/password",
    summary: "Set or change one's own password; ends all other sessions",
    access: "signed-in",
    body: z.strictObject({ current: z.string().max(72).optional(), next: Password }),
    output: Done,
    problems: ["wrong-credentials"],
  }),
  mySessions: endpoint({
    method: "GET",
    path: "/me/sessions",
    summary: "One's own open sessions",
    access: "signed-in",
    output: z.object({ items: z.array(SessionView) }),
  }),
  endSession: endpoint({
    method: "DELETE",
    path: "/me/sessions/:sessionId",
    summary: "Revoke one of one's own sessions",
    access: "signed-in",
    params: z.object({ sessionId: Id }),
    output: Done,
  }),
  accounts: endpoint({
    method: "GET",
    path: "/accounts",
    summary: "Accounts that hold a role on a node or below it",
    access: "signed-in",
    query: Paging.extend({
      q: z.string().max(50).optional(),
      node: Id.optional(),
      role: z.string().max(50).optional(),
    }),
    output: pageOf(AccountView),
  }),
  account: endpoint({
    method: "GET",
    path: "/accounts/:accountId",
    summary: "One account",
    access: "signed-in",
    params: AccountParams,
    output: AccountView,
  }),
  createAccount: endpoint({
    method: "POST",
    path: "/accounts",
    summary: "Create an account with its first role",
    access: "signed-in",
    body: z.strictObject({
      name: PersonName,
      phone: Phone,
      password: Password.optional(),
      role: z.string().max(50),
      node: Id,
      title: z.string().max(30).optional(),
    }),
    output: AccountView,
    problems: ["conflict"],
  }),
  updateAccount: endpoint({
    method: "PATCH",
    path: "/accounts/:accountId",
    summary: "Rename, disable or enable an account",
    access: "signed-in",
    params: AccountParams,
    body: z.strictObject({
      version: z.int(),
      name: PersonName.optional(),
      status: z.enum(["active", "disabled"]).optional(),
    }),
    output: AccountView,
    problems: ["stale"],
  }),
  resetPassword: endpoint({
    method: "POST",
    path: "/accounts/:accountId/password",
    summary: "Set someone's password; ends their sessions and lifts a lock",
    access: "signed-in",
    params: AccountParams,
    body: z.strictObject({ password: Password }),
    output: Done,
  }),
  revokeSessions: endpoint({
    method: "POST",
    path: "/accounts/:accountId/sessions/revoke",
    summary: "End all of someone's sessions",
    access: "signed-in",
    params: AccountParams,
    output: z.object({ revoked: z.int() }),
  }),
  grantRole: endpoint({
    method: "POST",
    path: "/accounts/:accountId/roles",
    summary: "Give a role on a node",
    access: "signed-in",
    params: AccountParams,
    body: z.strictObject({ role: z.string().max(50), node: Id, title: z.string().max(30).optional() }),
    output: AccountView,
    problems: ["conflict"],
  }),
  withdrawRole: endpoint({
    method: "DELETE",
    path: "/accounts/:accountId/roles/:grantId",
    summary: "Take a role back",
    access: "signed-in",
    params: AccountParams.extend({ grantId: Id }),
    output: AccountView,
  }),
};
