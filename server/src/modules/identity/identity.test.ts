import { api } from "@ginkgo/shared/api/index.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import { describe, expect, it } from "vitest";
import { monday, password, people, tenant, useApp } from "../../../test/app.ts";
import { afterFailure } from "./model.ts";

const world = useApp();
const { identity } = api;

const post = async (path: string, payload: object, headers: Record<string, string> = {}) => {
  const response = await world.app.http.inject({ method: "POST", url: `/api/v1${path}`, payload, headers });
  return {
    status: response.statusCode,
    body: response.json(),
    problem: response.json<Problem>(),
    cookies: response.cookies,
    headers: response.headers,
  };
};
const signIn = (phone: string, secret = password, headers = {}) =>
  post("/sign-in/password", { tenant, phone, password: secret }, headers);
const phoneFor = (n: number) => `1770000${String(n).padStart(4, "0")}`;

const newAccount = async (phone: string, more: object = {}) => {
  const admin = await world.as(people.admin);
  const { status, body } = await admin(identity.createAccount, {
    name: "测试员",
    phone,
    password: "secret-123",
    role: "community-desk",
    node: await world.node(`${tenant}001008`),
    ...more,
  });
  expect(status).toBe(200);
  return body;
};

describe("signing in", () => {
  it("gives web apps a cookie scripts cannot read, and other clients a token", async () => {
    const web = await signIn(people.desk, password, { "x-ginkgo-app": "console" });
    expect(web.body.token).toBeUndefined();
    expect(web.cookies[0]).toMatchObject({ name: "ginkgo_console", httpOnly: true, sameSite: "Lax", path: "/api" });
    expect((await signIn(people.desk)).body.token).toMatch(new RegExp(`^${tenant}\\.`));
  });

  it("does not count a cookie on a request a foreign page could send", async () => {
    const { cookies } = await signIn(people.desk, password, { "x-ginkgo-app": "console" });
    const cookie = `ginkgo_console=${cookies[0]?.value}`;
    expect((await post("/sign-out", {}, { cookie })).problem.code).toBe("unauthenticated");
    expect((await post("/sign-out?app=console", {}, { cookie })).problem.code).toBe("unauthenticated");
    expect((await post("/sign-out", {}, { cookie, "x-ginkgo-app": "console" })).status).toBe(200);
    expect((await post("/sign-out", {}, { cookie, "x-ginkgo-app": "console" })).problem.code).toBe("unauthenticated");
  });

  it("locks after five wrong passwords in a row, the right one included, and opens again after a while", async () => {
    world.clock.set(monday);
    const { phone } = { phone: phoneFor(1) };
    await newAccount(phone);
    for (let i = 0; i < 4; i++) expect((await signIn(phone, "wrong")).problem.code).toBe("wrong-credentials");
    const fifth = await signIn(phone, "wrong");
    expect([fifth.problem.code, fifth.headers["retry-after"]]).toEqual(["account-locked", "900"]);
    expect((await signIn(phone, "secret-123")).problem.code).toBe("account-locked");
    world.clock.advance(15 * 60_000 + 1000);
    expect((await signIn(phone, "secret-123")).status).toBe(200);
    world.clock.set(monday);
  });

  it("counts failures that come at once", async () => {
    const phone = phoneFor(2);
    await newAccount(phone);
    await Promise.all(Array.from({ length: 12 }, () => signIn(phone, "wrong")));
    expect((await signIn(phone, "secret-123")).problem.code).toBe("account-locked");
  });

  it("does not tell whether a phone has an account", async () => {
    const [known, unknown] = await Promise.all([signIn(people.desk, "wrong"), signIn("17799999999", "wrong")]);
    expect({ ...known.problem, instance: "" }).toEqual({ ...unknown.problem, instance: "" });
  });

  it("doubles the lock each time, a day at most", () => {
    const now = new Date(0);
    const minutes = [4, 9, 14, 49].map(
      (failedCount) => Number(afterFailure({ failedCount, lockedUntil: null }, now).lockedUntil) / 60_000,
    );
    expect(minutes).toEqual([15, 30, 60, 1440]);
  });
});

describe("a code by SMS", () => {
  const sent: string[] = [];
  const request = async (phone: string) => {
    const { log } = world.app.foundation;
    const original = log.info.bind(log);
    log.info = ((line: string) => sent.push(line)) as never;
    const result = await post("/sign-in/code-requests", { tenant, phone });
    log.info = original as never;
    return { ...result, code: /code (\d{6})/.exec(sent.at(-1) ?? "")?.[1] ?? "" };
  };

  it("signs in once, and makes a resident's account for a new phone", async () => {
    const phone = phoneFor(10);
    const { code } = await request(phone);
    const first = await post("/sign-in/code", { tenant, phone, code, name: "新居民" });
    expect(first.body.me).toMatchObject({ name: "新居民", roles: [], rights: [] });
    expect((await post("/sign-in/code", { tenant, phone, code })).problem.code).toBe("wrong-credentials");
  });

  it("is not sent again within a minute, and runs out", async () => {
    const phone = phoneFor(11);
    const { code } = await request(phone);
    expect((await request(phone)).problem.code).toBe("too-many-requests");
    world.clock.advance(6 * 60_000);
    expect((await post("/sign-in/code", { tenant, phone, code })).problem.code).toBe("wrong-credentials");
    world.clock.set(monday);
  });

  it("takes five guesses, not a sixth", async () => {
    const phone = phoneFor(12);
    const { code } = await request(phone);
    const wrong = code === "000000" ? "111111" : "000000";
    for (let i = 0; i < 5; i++) await post("/sign-in/code", { tenant, phone, code: wrong });
    expect((await post("/sign-in/code", { tenant, phone, code })).problem.code).toBe("wrong-credentials");
  });
});

describe("sessions", () => {
  it("end at once when revoked, disabled or given a new password", async () => {
    const admin = await world.as(people.admin);
    const account = await newAccount(phoneFor(20));
    const me = async (token: string) =>
      (await world.app.http.inject({ url: "/api/v1/me", headers: { authorization: `Bearer ${token}` } })).statusCode;
    const open = async (secret: string) => (await signIn(phoneFor(20), secret)).body.token as string;

    const first = await open("secret-123");
    expect(await me(first)).toBe(200);
    expect((await admin(identity.revokeSessions, { accountId: account.id })).body.revoked).toBe(1);
    expect(await me(first)).toBe(401);

    const second = await open("secret-123");
    await admin(identity.resetPassword, { accountId: account.id, password: "another-123" });
    expect(await me(second)).toBe(401);

    const third = await open("another-123");
    const { version } = (await admin(identity.account, { accountId: account.id })).body;
    await admin(identity.updateAccount, { accountId: account.id, version, status: "disabled" });
    expect(await me(third)).toBe(401);
    expect((await signIn(phoneFor(20), "another-123")).problem.code).toBe("forbidden");
  });

  it("run out when idle, and at the latest after thirty days", async () => {
    const { body } = await signIn(people.desk);
    const me = async () =>
      (await world.app.http.inject({ url: "/api/v1/me", headers: { authorization: `Bearer ${body.token}` } }))
        .statusCode;
    world.clock.advance(11 * 3_600_000);
    expect(await me()).toBe(200);
    world.clock.advance(13 * 3_600_000);
    expect(await me()).toBe(401);
    world.clock.set(monday);
  });
});

describe("roles", () => {
  it("are given only where the pack lets one, below one's own node, on the right tier", async () => {
    const secretary = await world.as(people.secretary);
    const account = await newAccount(phoneFor(30));
    const grant = async (role: string, code: string) =>
      (await secretary(identity.grantRole, { accountId: account.id, role, node: await world.node(code) })).problem
        .code ?? "ok";
    expect(await grant("grid-worker", `${tenant}001008-g002`)).toBe("ok");
    expect(await grant("grid-worker", `${tenant}001009-g002`)).toBe("forbidden");
    expect(await grant("admin", tenant)).toBe("forbidden");
    expect(await grant("grid-worker", `${tenant}001008`)).toBe("invalid-input");
    expect(await grant("grid-worker", `${tenant}001008-g002`)).toBe("conflict");
  });

  it("count from the next request on, and no longer once taken back", async () => {
    const account = await newAccount(phoneFor(31));
    const admin = await world.as(people.admin);
    const { token } = (await signIn(phoneFor(31), "secret-123")).body;
    const list = async () =>
      (await world.app.http.inject({ url: "/api/v1/accounts", headers: { authorization: `Bearer ${token}` } }))
        .statusCode;
    expect(await list()).toBe(200);
    await admin(identity.withdrawRole, { accountId: account.id, grantId: account.roles[0]?.id ?? "" });
    expect(await list()).toBe(403);
  });

  it("do not let a community change someone who also serves elsewhere", async () => {
    const secretary = await world.as(people.secretary);
    const admin = await world.as(people.admin);
    const account = await newAccount(phoneFor(32));
    await admin(identity.grantRole, { accountId: account.id, role: "county-desk", node: await world.node(tenant) });
    const { problem } = await secretary(identity.resetPassword, { accountId: account.id, password: "taken-over-1" });
    expect(problem.code).toBe("forbidden");
  });

  it("show phones masked and find them whole", async () => {
    const admin = await world.as(people.admin);
    const { body } = await admin(identity.accounts, { q: people.desk });
    expect(body.items.map(({ phone }) => phone)).toEqual(["199****0004"]);
    expect((await admin(identity.accounts, { q: "1990000000" })).body.items).toEqual([]);
    expect((await admin(identity.accounts, { cursor: "nonsense" })).problem.code).toBe("invalid-input");
  });
});
