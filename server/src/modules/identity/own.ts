/** What everyone may do with their own account. */
import type { Me, SessionView } from "@ginkgo/shared/api/identity.ts";
import type { Call } from "../../platform/http/call.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { IdentityDeps } from "./deps.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import * as repo from "./repo.ts";
import type { Sessions } from "./sessions.ts";
import { meView } from "./views.ts";

export const createOwn = (deps: IdentityDeps, sessions: Sessions) => {
  const { db, packs, forest, sealer } = deps;

  const me = async (tenant: string, accountId: string): Promise<Me> => {
    const { pack } = await packs.current(tenant);
    const tree = await forest.tree(tenant);
    return db.inTenant(tenant, async (tx) => {
      const row = await repo.findAccount(tx, accountId);
      if (!row) throw notFound("这个账号");
      return meView(row, await repo.grantsOf(tx, [accountId]), tenant, tree, pack, sealer);
    });
  };

  return {
    me,
    updateMe: async ({ actor }: Call<Actor>, input: { name?: string; home?: string | null }): Promise<Me> => {
      const tree = await forest.tree(actor.tenant);
      if (input.home && !tree.get(input.home)) throw invalid("home", "没有这个地方，请重新选择。");
      await db.inTenant(actor.tenant, (tx) =>
        repo.updatePerson(tx, actor.accountId, {
          ...(input.name ? { name: input.name } : {}),
          ...(input.home === undefined ? {} : { home_id: input.home }),
        }),
      );
      await sessions.forget(actor.tenant, actor.accountId);
      return me(actor.tenant, actor.accountId);
    },
    changePassword: async ({ actor }: Call<Actor>, input: { current?: string; next: string }): Promise<void> => {
      const row = await db.inTenant(actor.tenant, (tx) => repo.findAccount(tx, actor.accountId));
      if (row?.password_hash && !(await verifyPassword(row.password_hash, input.current ?? "")))
        throw new Refusal("wrong-credentials", "当前密码不正确，请重新输入。", {
          errors: [{ path: "current", message: "不正确" }],
        });
      const passwordHash = await hashPassword(input.next);
      await db.inTenant(actor.tenant, async (tx) => {
        await repo.savePassword(tx, actor.accountId, passwordHash);
        await sessions.revoke(tx, actor.accountId, { except: actor.sessionId });
      });
      await sessions.forget(actor.tenant, actor.accountId);
    },
    sessions: async ({ actor }: Call<Actor>): Promise<SessionView[]> => {
      const rows = await db.inTenant(actor.tenant, (tx) => sessions.list(tx, actor.accountId));
      return rows.map((row) => ({
        id: row.id,
        app: row.app,
        device: row.device,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        current: row.id === actor.sessionId,
      }));
    },
    endSession: async ({ actor }: Call<Actor>, sessionId: string): Promise<void> => {
      const ended = await db.inTenant(actor.tenant, (tx) => sessions.revoke(tx, actor.accountId, { only: sessionId }));
      if (ended === 0) throw notFound("这个登录");
      await sessions.forget(actor.tenant, actor.accountId);
    },
  };
};
