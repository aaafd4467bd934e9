/** Sessions: opaque tokens, stored hashed. Who stands behind one is cached for seconds and dropped everywhere when it changes. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Broadcast } from "../../platform/broadcast.ts";
import type { Clock } from "../../platform/clock.ts";
import { newToken, sha256 } from "../../platform/crypto.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Actor } from "../authority/index.ts";
import type { PackRegistry } from "../packs/index.ts";
import { type App, expiryOf, touchEveryMs } from "./model.ts";

export interface SessionRow {
  readonly id: string;
  readonly app: string;
  readonly device: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

export interface Sessions {
  resolve(token: string): Promise<Actor | undefined>;
  accountIdOf(actor: Actor): string;
  open(tx: Tx, accountId: string, app: App, device: string): Promise<{ token: string; expiresAt: Date }>;
  list(tx: Tx, accountId: string): Promise<SessionRow[]>;
  /** Ends one session, all of an account's, or all but one. Answers how many. */
  revoke(tx: Tx, accountId: string, which: { only?: string; except?: string }): Promise<number>;
  /** After a change of roles, status or sessions has committed: nobody may act on what was. */
  forget(tenant: string, accountId: string): Promise<void>;
  /** After the pack has changed, on each server: what its roles allow is compiled anew for everyone. */
  forgetTenant(tenant: string): void;
}

const cacheMs = 15_000;
/** Payload `tenant/account`: whose sessions, roles or status have changed. */
export const sessionsChannel = "ginkgo_sessions";

interface Cached {
  readonly actor: Actor;
  readonly until: number;
}

/** Compiles what the pack's roles allow into rights; who may give a role holds the right `grant:<role>`. */
export const grantsWithRights = (
  pack: Pack,
  grants: readonly { id: string; role: string; node: string }[],
): Actor["grants"] =>
  grants.map(({ id, role, node }) => ({
    id,
    role,
    nodeId: node,
    rights: new Set([
      ...(pack.roles[role]?.rights ?? []),
      ...(pack.roles[role]?.grants ?? []).map((granted) => `grant:${granted}`),
    ]),
  }));

interface ResolvedRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly app: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly name: string;
  readonly home_id: string | null;
  readonly grants: readonly { id: string; role: string; node: string }[];
}

const findSession = (tx: Tx, tokenHash: Buffer): Promise<ResolvedRow | undefined> =>
  tx.sql
    .selectFrom("sessions as s")
    .innerJoin("accounts as a", (join) =>
      join.onRef("a.tenant_id", "=", "s.tenant_id").onRef("a.id", "=", "s.account_id"),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .select([
      "s.id as session_id",
      "a.id as account_id",
      "s.app",
      "s.created_at",
      "s.last_seen_at",
      "s.expires_at",
      "p.name",
      "p.home_id",
    ])
    .select((eb) =>
      eb
        .selectFrom("role_grants as g")
        .select(
          sql<
            ResolvedRow["grants"]
          >`coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'node', g.node_id)), '[]')`.as("grants"),
        )
        .where("g.tenant_id", "=", tx.tenant)
        .whereRef("g.account_id", "=", "a.id")
        .where("g.until", "is", null)
        .as("grants"),
    )
    .where("s.tenant_id", "=", tx.tenant)
    .where("s.token_hash", "=", tokenHash)
    .where("s.revoked_at", "is", null)
    .where("a.status", "=", "active")
    .executeTakeFirst() as Promise<ResolvedRow | undefined>;

/** A token names its tenant, so that it can be looked up before anyone knows who is asking. */
const readToken = (token: string): { tenant: string; hash: Buffer } | undefined => {
  const [tenant, secret] = token.split(".");
  return tenant && secret && token.length <= 120 ? { tenant, hash: sha256(secret) } : undefined;
};

export const createSessions = (deps: {
  db: Database;
  clock: Clock;
  packs: PackRegistry;
  broadcast: Broadcast;
}): Sessions => {
  const { db, clock, packs, broadcast } = deps;
  const cache = new Map<string, Cached>();
  /** Counts what has been dropped: whoever was being looked up meanwhile is not kept. */
  let drops = 0;
  const dropAll = (isMeant: (actor: Actor) => boolean) => {
    drops++;
    for (const [token, { actor }] of cache) if (isMeant(actor)) cache.delete(token);
  };
  const drop = (account: string) => dropAll((actor) => `${actor.tenant}/${actor.accountId}` === account);
  broadcast.subscribe(sessionsChannel, drop);
  broadcast.onGap(() => dropAll(() => true));

  const touch = async (tx: Tx, row: ResolvedRow, now: Date) => {
    if (now.getTime() - row.last_seen_at.getTime() < touchEveryMs) return;
    await tx.sql
      .updateTable("sessions")
      .set({ last_seen_at: now, expires_at: expiryOf(row.app as App, row.created_at, now) })
      .where("tenant_id", "=", tx.tenant)
      .where("id", "=", row.session_id)
      .execute();
  };

  const load = async (tenant: string, hash: Buffer): Promise<Actor | undefined> => {
    if (!(await packs.tenant(tenant))) return undefined;
    const { pack } = await packs.current(tenant);
    const now = clock.now();
    const row = await db.inTenant(tenant, async (tx) => {
      const found = await findSession(tx, hash);
      if (!found || found.expires_at <= now) return undefined;
      await touch(tx, found, now);
      return found;
    });
    if (!row) return undefined;
    return {
      tenant,
      accountId: row.account_id,
      sessionId: row.session_id,
      name: row.name,
      homeId: row.home_id,
      grants: grantsWithRights(pack, row.grants),
    };
  };

  return {
    accountIdOf: (actor) => actor.accountId,
    resolve: async (token) => {
      const now = clock.now().getTime();
      const known = cache.get(token);
      if (known && known.until > now && known.until - cacheMs <= now) return known.actor;
      const read = readToken(token);
      const dropsBefore = drops;
      const actor = read ? await load(read.tenant, read.hash) : undefined;
      if (cache.size > 20_000) cache.clear();
      if (actor && drops === dropsBefore) cache.set(token, { actor, until: now + cacheMs });
      else cache.delete(token);
      return actor;
    },
    open: async (tx, accountId, app, device) => {
      const secret = newToken();
      const now = clock.now();
      const expiresAt = expiryOf(app, now, now);
      await tx.sql
        .insertInto("sessions")
        .values({
          tenant_id: tx.tenant,
          id: newId(),
          account_id: accountId,
          token_hash: sha256(secret),
          app,
          device,
          created_at: now,
          last_seen_at: now,
          expires_at: expiresAt,
        })
        .execute();
      return { token: `${tx.tenant}.${secret}`, expiresAt };
    },
    list: (tx, accountId) =>
      tx.sql
        .selectFrom("sessions")
        .select(["id", "app", "device", "created_at", "last_seen_at"])
        .where("tenant_id", "=", tx.tenant)
        .where("account_id", "=", accountId)
        .where("revoked_at", "is", null)
        .where("expires_at", ">", clock.now())
        .orderBy("last_seen_at", "desc")
        .limit(100)
        .execute(),
    revoke: async (tx, accountId, { only, except }) => {
      let query = tx.sql
        .updateTable("sessions")
        .set({ revoked_at: clock.now() })
        .where("tenant_id", "=", tx.tenant)
        .where("account_id", "=", accountId)
        .where("revoked_at", "is", null);
      if (only) query = query.where("id", "=", only);
      if (except) query = query.where("id", "!=", except);
      const result = await query.executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
    forget: async (tenant, accountId) => {
      drop(`${tenant}/${accountId}`);
      await broadcast.publish(sessionsChannel, `${tenant}/${accountId}`);
    },
    forgetTenant: (tenant) => dropAll((actor) => actor.tenant === tenant),
  };
};
