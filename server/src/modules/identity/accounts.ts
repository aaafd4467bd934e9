/** Accounts and roles: a role is held on a node; who may give it, and on what, stands in the pack. */
import type { AccountView } from "@ginkgo/shared/api/identity.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import type { IdentityDeps } from "./deps.ts";
import { hashPassword } from "./password.ts";
import * as repo from "./repo.ts";
import type { Sessions } from "./sessions.ts";
import { accountView } from "./views.ts";

type Loaded = { readonly row: repo.AccountRow; readonly grants: readonly repo.GrantRow[] };

/** The nodes by which an account falls into someone's scope. */
const anchorsOf = ({ row, grants }: Loaded): string[] =>
  grants.length > 0 ? grants.map(({ node_id }) => node_id) : row.home_id ? [row.home_id] : [];

/** A functional zone reaches over what it covers. */
const withCovered = (tree: Tree, ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => [id, ...tree.coversOf(id).map((node) => node.id)])),
];

export const createAccounts = (deps: IdentityDeps, sessions: Sessions) => {
  const { db, clock, sealer, packs, forest } = deps;

  const load = async (tx: Tx, id: string): Promise<Loaded> => {
    const row = await repo.findAccount(tx, id);
    if (!row) throw notFound("这个账号");
    return { row, grants: await repo.grantsOf(tx, [id]) };
  };

  /** One visible role is enough to see an account; to change it, all of its roles must lie in one's scope. */
  const maySee = (actor: Actor, loaded: Loaded, tree: Tree) =>
    anchorsOf(loaded).some((nodeId) => may(actor, { right: "people.read" }, { nodeId }, tree));
  const mayChange = (actor: Actor, loaded: Loaded, tree: Tree) => {
    const anchors = anchorsOf(loaded);
    return anchors.length > 0 && anchors.every((nodeId) => may(actor, { right: "people.edit" }, { nodeId }, tree));
  };

  const loadToChange = async (tx: Tx, actor: Actor, id: string, tree: Tree): Promise<Loaded> => {
    const loaded = await load(tx, id);
    if (!maySee(actor, loaded, tree)) throw notFound("这个账号");
    if (!mayChange(actor, loaded, tree)) throw forbidden("修改这个账号");
    return loaded;
  };

  /** Every change of an account counts its version up, so that a page showing the old one is told so. */
  const record = async (tx: Tx, actor: Actor, accountId: string, type: string, data: object = {}, version?: number) => {
    const seq = version ?? (await repo.nextVersion(tx, accountId));
    await appendEvents(tx, [{ subjectType: "account", subjectId: accountId, seq, type, actor, at: clock.now(), data }]);
  };

  const checkGrant = async (actor: Actor, role: string, nodeId: string, tree: Tree) => {
    const { pack } = await packs.current(actor.tenant);
    const definition = pack.roles[role];
    const node = tree.get(nodeId);
    if (!definition) throw invalid("role", "没有这个角色，请从列表中选择。");
    if (node?.status !== "active") throw invalid("node", "没有这个组织节点，请重新选择。");
    if (!definition.on.includes(node.tier)) {
      const tiers = definition.on.map((tier) => pack.tiers[tier]?.label ?? tier).join("、");
      throw invalid("node", `“${definition.label}”只能设在${tiers}上，请换一个节点。`);
    }
    if (!may(actor, { right: `grant:${role}` }, { nodeId }, tree))
      throw forbidden(`在“${node.name}”授予或收回“${definition.label}”`);
  };

  const view = async (actor: Actor, loaded: Loaded, tree: Tree): Promise<AccountView> => {
    const { pack } = await packs.current(actor.tenant);
    return accountView(loaded.row, loaded.grants, tree, pack, sealer, clock.now(), mayChange(actor, loaded, tree));
  };

  const change = async <T>(call: Call<Actor>, work: (tx: Tx, tree: Tree) => Promise<T>): Promise<T> => {
    const tree = await forest.tree(call.actor.tenant);
    return db.once(call.actor.tenant, call.request, (tx) => work(tx, tree));
  };

  return {
    list: async (actor: Actor, query: { q?: string; node?: string; role?: string; cursor?: string; limit: number }) => {
      const tree = await forest.tree(actor.tenant);
      const scope = scopeOf(actor, "people.read");
      if (scope.length === 0) throw forbidden("查看人员");
      if (query.node && !may(actor, { right: "people.read" }, { nodeId: query.node }, tree))
        throw forbidden("查看这里的人员");
      const phone = query.q && /^1\d{10}$/.test(query.q) ? query.q : undefined;
      return db.inTenant(actor.tenant, async (tx) => {
        const rows = await repo.searchAccounts(tx, {
          under: await repo.pathsOf(tx, withCovered(tree, query.node ? [query.node] : scope)),
          name: phone ? undefined : query.q,
          phoneIndex: phone ? sealer.index(phone) : undefined,
          role: query.role,
          after: readCursor(query.cursor)?.[1],
          limit: query.limit + 1,
        });
        const { page, nextCursor } = pageFrom(rows, query.limit, ({ id }) => [null, id]);
        const grants = Map.groupBy(
          await repo.grantsOf(
            tx,
            page.map(({ id }) => id),
          ),
          (grant) => grant.account_id,
        );
        const items = await Promise.all(
          page.map((row) => view(actor, { row, grants: grants.get(row.id) ?? [] }, tree)),
        );
        return { items, nextCursor };
      });
    },

    get: async (actor: Actor, id: string) => {
      const tree = await forest.tree(actor.tenant);
      const loaded = await db.inTenant(actor.tenant, (tx) => load(tx, id));
      if (id !== actor.accountId && !maySee(actor, loaded, tree)) throw notFound("这个账号");
      return view(actor, loaded, tree);
    },

    create: async (
      call: Call<Actor>,
      input: { name: string; phone: string; password?: string; role: string; node: string; title?: string },
    ) => {
      const { actor } = call;
      const tree = await forest.tree(actor.tenant);
      if (!may(actor, { right: "people.edit" }, { nodeId: input.node }, tree)) throw forbidden("在这里新建账号");
      await checkGrant(actor, input.role, input.node, tree);
      const passwordHash = input.password ? await hashPassword(input.password) : null;
      return change(call, async (tx) => {
        const phoneIndex = sealer.index(input.phone);
        if (await repo.findByPhone(tx, phoneIndex))
          throw new Refusal("conflict", "这个手机号已有账号，请直接为该账号授予角色。", {
            errors: [{ path: "phone", message: "已有账号" }],
          });
        const id = newId();
        const at = clock.now();
        await repo.insertAccounts(tx, [
          {
            id,
            personId: newId(),
            name: input.name,
            phoneSealed: sealer.seal(input.phone),
            phoneIndex,
            passwordHash,
            homeId: null,
            at,
          },
        ]);
        await repo.insertGrants(tx, [
          {
            id: newId(),
            accountId: id,
            role: input.role,
            nodeId: input.node,
            title: input.title ?? null,
            grantedBy: actor.accountId,
            at,
          },
        ]);
        await record(tx, actor, id, "created", { role: input.role, node: input.node });
        return view(actor, await load(tx, id), tree);
      });
    },

    update: async (
      call: Call<Actor>,
      input: { accountId: string; version: number; name?: string; status?: "active" | "disabled" },
    ) => {
      const { actor } = call;
      const result = await change(call, async (tx, tree) => {
        await loadToChange(tx, actor, input.accountId, tree);
        if (input.status === "disabled" && input.accountId === actor.accountId)
          throw invalid("status", "不能停用自己的账号。");
        const version = await repo.updateAccount(tx, input.accountId, input.version, input.status);
        if (version === undefined) throw stale();
        if (input.name) await repo.updatePerson(tx, input.accountId, { name: input.name });
        if (input.status === "disabled") await sessions.revoke(tx, input.accountId, {});
        await record(
          tx,
          actor,
          input.accountId,
          "changed",
          { ...(input.status ? { status: input.status } : {}), renamed: input.name !== undefined },
          version,
        );
        return view(actor, await load(tx, input.accountId), tree);
      });
      await sessions.forget(actor.tenant, input.accountId);
      return result;
    },

    resetPassword: async (call: Call<Actor>, accountId: string, password: string) => {
      const { actor } = call;
      const passwordHash = await hashPassword(password);
      await change(call, async (tx, tree) => {
        await loadToChange(tx, actor, accountId, tree);
        await repo.savePassword(tx, accountId, passwordHash);
        await sessions.revoke(tx, accountId, {});
        await record(tx, actor, accountId, "password-reset");
        return {};
      });
      await sessions.forget(actor.tenant, accountId);
    },

    revokeSessions: async (call: Call<Actor>, accountId: string) => {
      const { actor } = call;
      const revoked = await change(call, async (tx, tree) => {
        await loadToChange(tx, actor, accountId, tree);
        const count = await sessions.revoke(tx, accountId, {});
        await record(tx, actor, accountId, "sessions-revoked", { count });
        return count;
      });
      await sessions.forget(actor.tenant, accountId);
      return revoked;
    },

    grant: async (call: Call<Actor>, input: { accountId: string; role: string; node: string; title?: string }) => {
      const { actor } = call;
      const result = await change(call, async (tx, tree) => {
        const before = await load(tx, input.accountId);
        await checkGrant(actor, input.role, input.node, tree);
        if (before.grants.some(({ role, node_id }) => role === input.role && node_id === input.node))
          throw new Refusal("conflict", "该账号在这里已有这个角色，无需重复授予。");
        await repo.insertGrants(tx, [
          {
            id: newId(),
            accountId: input.accountId,
            role: input.role,
            nodeId: input.node,
            title: input.title ?? null,
            grantedBy: actor.accountId,
            at: clock.now(),
          },
        ]);
        await record(tx, actor, input.accountId, "role-granted", { role: input.role, node: input.node });
        return view(actor, await load(tx, input.accountId), tree);
      });
      await sessions.forget(actor.tenant, input.accountId);
      return result;
    },

    withdraw: async (call: Call<Actor>, accountId: string, grantId: string) => {
      const { actor } = call;
      const result = await change(call, async (tx, tree) => {
        const grant = (await load(tx, accountId)).grants.find(({ id }) => id === grantId);
        if (!grant) throw notFound("这个角色");
        await checkGrant(actor, grant.role, grant.node_id, tree);
        await repo.endGrant(tx, accountId, grantId, clock.now());
        await record(tx, actor, accountId, "role-withdrawn", { role: grant.role, node: grant.node_id });
        return view(actor, await load(tx, accountId), tree);
      });
      await sessions.forget(actor.tenant, accountId);
      return result;
    },
  };
};
export type Accounts = ReturnType<typeof createAccounts>;
