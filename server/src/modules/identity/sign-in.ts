/** Signing in with a password or an SMS code. What is refused is still recorded: failures count, codes are used up. */
import { randomInt } from "node:crypto";
import { sha256 } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/problem.ts";
import type { IdentityDeps } from "./deps.ts";
import {
  type App,
  afterFailure,
  codeAttempts,
  codeRetrySeconds,
  codesPerDay,
  codeValidMinutes,
  isLocked,
} from "./model.ts";
import { verifyPassword } from "./password.ts";
import { type AccountRow, findByPhone, insertAccounts, saveFailure } from "./repo.ts";
import type { Sessions } from "./sessions.ts";

export interface Opened {
  readonly accountId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

type Attempt = { readonly ok: true; readonly opened: Opened } | { readonly ok: false; readonly refusal: Refusal };

const refused = (refusal: Refusal): Attempt => ({ ok: false, refusal });

const unwrap = (attempt: Attempt): Opened => {
  if (!attempt.ok) throw attempt.refusal;
  return attempt.opened;
};

const wrongPassword = () =>
  new Refusal("wrong-credentials", "手机号或密码不正确，请重新输入；忘记密码可以改用短信验证码登录。");
const wrongCode = () => new Refusal("wrong-credentials", "验证码不正确或已过期，请重新输入或重新获取。");
const disabled = () => new Refusal("forbidden", "这个账号已停用，请联系社区或管理员。");

const locked = (until: Date, now: Date) => {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  return new Refusal(
    "account-locked",
    `连续输错次数过多，账号已锁定，请 ${Math.ceil(seconds / 60)} 分钟后再试，或请管理员解锁。`,
    { retryAfter: seconds },
  );
};

export const createSignIn = (deps: IdentityDeps, sessions: Sessions) => {
  const { db, clock, sealer, packs, sms, log } = deps;

  const requireTenant = async (tenant: string) => {
    if (!(await packs.tenant(tenant))) throw new Refusal("not-found", "没有这个地方，请重新选择。");
  };

  const open = async (tx: Tx, account: { id: string }, app: App, device: string): Promise<Attempt> => {
    await saveFailure(tx, account.id, { failedCount: 0, lockedUntil: null });
    const { token, expiresAt } = await sessions.open(tx, account.id, app, device);
    return { ok: true, opened: { accountId: account.id, token, expiresAt } };
  };

  const fail = async (tx: Tx, account: AccountRow, refusal: Refusal): Promise<Attempt> => {
    const now = clock.now();
    const state = afterFailure({ failedCount: account.failed_count, lockedUntil: account.locked_until }, now);
    await saveFailure(tx, account.id, state);
    return refused(state.lockedUntil ? locked(state.lockedUntil, now) : refusal);
  };

  const barred = (account: AccountRow): Attempt | undefined => {
    const now = clock.now();
    if (account.locked_until && isLocked({ lockedUntil: account.locked_until }, now))
      return refused(locked(account.locked_until, now));
    return account.status === "active" ? undefined : refused(disabled());
  };

  const withPassword = async (
    tenant: string,
    phone: string,
    password: string,
    app: App,
    device: string,
  ): Promise<Opened> => {
    await requireTenant(tenant);
    const index = sealer.index(phone);
    const before = await db.inTenant(tenant, (tx) => findByPhone(tx, index));
    // The slow hash is computed outside any transaction, so that it holds no connection.
    const right = await verifyPassword(before?.password_hash, password);
    return unwrap(
      await db.inTenant(tenant, async (tx) => {
        const account = await findByPhone(tx, index);
        if (!account) return refused(wrongPassword());
        return barred(account) ?? (right ? open(tx, account, app, device) : fail(tx, account, wrongPassword()));
      }),
    );
  };

  const requestCode = async (tenant: string, phone: string) => {
    await requireTenant(tenant);
    const now = clock.now();
    const index = sealer.index(phone);
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    await db.inTenant(tenant, async (tx) => {
      const recent = await tx.sql
        .selectFrom("sms_codes")
        .select("sent_at")
        .where("tenant_id", "=", tenant)
        .where("phone_index", "=", index)
        .where("sent_at", ">", new Date(now.getTime() - 86_400_000))
        .orderBy("sent_at", "desc")
        .limit(codesPerDay)
        .execute();
      const wait = recent[0] ? codeRetrySeconds - Math.floor((now.getTime() - recent[0].sent_at.getTime()) / 1000) : 0;
      if (wait > 0)
        throw new Refusal("too-many-requests", `验证码刚刚发出，请 ${wait} 秒后再获取。`, { retryAfter: wait });
      if (recent.length >= codesPerDay)
        throw new Refusal("too-many-requests", "今天获取验证码的次数已用完，请明天再试或用密码登录。", {
          retryAfter: 3600,
        });
      await tx.sql
        .insertInto("sms_codes")
        .values({
          tenant_id: tenant,
          id: newId(),
          phone_index: index,
          code_hash: sha256(`${phone}:${code}`),
          sent_at: now,
          expires_at: new Date(now.getTime() + codeValidMinutes * 60_000),
        })
        .execute();
    });
    await sms.sendCode(phone, code, codeValidMinutes).catch((error: Error) => {
      log.error({ err: error }, "SMS could not be sent");
      throw new Refusal("unavailable", "短信暂时发不出去，请稍后再试或用密码登录。");
    });
    return { validSeconds: codeValidMinutes * 60, retryAfterSeconds: codeRetrySeconds };
  };

  /** Uses the newest code up, one attempt at a time. */
  const codeIsRight = async (tx: Tx, phone: string, code: string): Promise<boolean> => {
    const now = clock.now();
    const row = await tx.sql
      .selectFrom("sms_codes")
      .select(["id", "code_hash", "attempts"])
      .where("tenant_id", "=", tx.tenant)
      .where("phone_index", "=", sealer.index(phone))
      .where("used_at", "is", null)
      .where("expires_at", ">", now)
      .orderBy("sent_at", "desc")
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.attempts >= codeAttempts) return false;
    const right = row.code_hash.equals(sha256(`${phone}:${code}`));
    await tx.sql
      .updateTable("sms_codes")
      .set({ attempts: row.attempts + 1, ...(right ? { used_at: now } : {}) })
      .where("tenant_id", "=", tx.tenant)
      .where("id", "=", row.id)
      .execute();
    return right;
  };

  const register = async (tx: Tx, phone: string, name: string): Promise<{ id: string }> => {
    const id = newId();
    await insertAccounts(tx, [
      {
        id,
        personId: newId(),
        name,
        phoneSealed: sealer.seal(phone),
        phoneIndex: sealer.index(phone),
        passwordHash: null,
        homeId: null,
        at: clock.now(),
      },
    ]);
    return { id };
  };

  const withCode = async (
    tenant: string,
    phone: string,
    code: string,
    name: string | undefined,
    app: App,
    device: string,
  ): Promise<Opened> => {
    await requireTenant(tenant);
    return unwrap(
      await db.inTenant(tenant, async (tx) => {
        const account = await findByPhone(tx, sealer.index(phone));
        const stopped = account && barred(account);
        if (stopped) return stopped;
        if (!(await codeIsRight(tx, phone, code)))
          return account ? fail(tx, account, wrongCode()) : refused(wrongCode());
        return open(tx, account ?? (await register(tx, phone, name ?? `居民${phone.slice(-4)}`)), app, device);
      }),
    );
  };

  return { withPassword, requestCode, withCode };
};
