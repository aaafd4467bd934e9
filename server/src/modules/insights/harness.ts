/** For this module's tests: a place with figures, and cases put there as they would stand after their steps. */
import { randomUUID } from "node:crypto";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import { testland, testlandTree } from "../../../test/fixture-pack.ts";
import type { Database } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { SeedNode } from "../org/index.ts";

const { order } = testland.workflows;
if (!order) throw new Error("Testland has no workflow");
const working = order.states.working;
if (!working) throw new Error("Testland's workflow has no state in which work is done");

const cases = (when: object[]) => ({ what: "cases" as const, when }) as never;

/** A zone that takes in a town and one compound of a community elsewhere. */
export const countingTree: readonly SeedNode[] = [
  ...testlandTree,
  { key: "zone", tree: "area", tier: "zone", name: "高新区", parent: "county", covers: ["town", "garden"] },
];

/** Testland counts what its own workflow knows, and the hours of work. */
export const countingLand: PackInput = {
  ...testland,
  tiers: { ...testland.tiers, zone: { label: "功能区", tree: "area", as: "zone", under: ["county"] } },
  workflows: {
    order: {
      ...order,
      states: {
        ...order.states,
        working: {
          ...working,
          on: {
            ...working.on,
            book: {
              label: "记录工时",
              by: [{ party: "handler" }],
              form: [{ name: "hours", label: "小时", kind: "number", min: 0, max: 100 }],
              effects: [{ name: "keep", field: "hours", fact: "hours" }],
            },
          },
        },
      },
    },
  },
  metrics: {
    received: { label: "受理", definition: "期内提交的全部", count: cases([]) },
    ended: { label: "已结束", definition: "现已结束", count: cases([{ name: "ended", value: true }]) },
    busy: { label: "办理中", definition: "现在办理中", count: cases([{ name: "in", anyOf: ["working"] }]) },
    rated: { label: "已评价", definition: "评过星", count: cases([{ name: "has", fact: "stars" }]) },
    good: { label: "好评", definition: "4 星以上", count: cases([{ name: "atLeast", fact: "stars", min: 4 }]) },
    solved: { label: "已解决", definition: "回答已解决", count: cases([{ name: "is", fact: "solved", value: true }]) },
    refused: { label: "未受理", definition: "说明理由后未受理", count: cases([{ name: "has", fact: "reason" }]) },
    hours: {
      label: "工时",
      definition: "记录的工时之和",
      unit: "小时",
      count: { what: "sum", fact: "hours", when: [{ name: "has", fact: "hours" }] },
    },
    grids: { label: "网格", definition: "现有网格", unit: "个", count: { what: "nodes", tiers: ["grid"] } },
    branches: { label: "党支部", definition: "现有党支部", unit: "个", count: { what: "nodes", tiers: ["branch"] } },
    desks: { label: "派单员", definition: "现任派单员", unit: "人", count: { what: "posts", role: "desk" } },
  },
  rates: [
    {
      id: "resolution",
      label: "解决率",
      definition: "已解决 ÷ 已评价",
      counts: "solved",
      of: "rated",
      excludes: ["refused"],
    },
    {
      id: "satisfaction",
      label: "满意率",
      definition: "好评 ÷ 已评价",
      counts: "good",
      of: "rated",
      excludes: ["refused", "busy"],
    },
  ],
  indicators: [
    { id: "solving", label: "解决率", source: { from: "rate", rate: "resolution" } },
    { id: "work", label: "工时", source: { from: "metric", metric: "hours" } },
  ],
};

export interface KnownCase {
  readonly place: string;
  readonly area: string;
  readonly at: string;
  readonly category: string;
  readonly state: string;
  readonly ended: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly visibility?: "public" | "private" | "confidential";
  readonly lead?: Person;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Grids and compounds keep their cases with the community. */
const areas: Readonly<Record<string, string>> = {
  b1: "east",
  b3: "east",
  "east-1": "east",
  wb13: "west",
  court: "west",
  "east-2": "east",
  garden: "east",
  "west-1": "west",
};

export const known = (
  id: (key: string) => string,
  place: string,
  at: string,
  facts: object = {},
  more: Partial<KnownCase> = {},
): KnownCase => ({
  place: id(place),
  area: id(areas[place] ?? place),
  at,
  category: "road",
  state: "closed",
  ended: true,
  facts: { ...facts },
  ...more,
});

/** The last two lie outside 2026 in China: by an hour before, by an instant after. */
export const handful = (id: (key: string) => string, lead: Person): KnownCase[] => [
  known(id, "b1", "2026-01-01T00:00:00+08:00", { stars: 5, solved: true, hours: 1.5 }, { lead }),
  known(id, "east-2", "2026-03-10T10:00:00+08:00", { stars: 4, solved: false, hours: 2 }, { lead }),
  known(id, "east", "2026-03-31T23:30:00+08:00", { stars: 2, solved: true }, { category: "rubbish" }),
  known(id, "west-1", "2026-04-01T00:30:00+08:00", { stars: 5, solved: true, reason: "重复", hours: "三" }),
  known(id, "west", "2026-05-02T10:00:00+08:00", { reason: "不归本地管" }, { state: "rejected" }),
  known(
    id,
    "village",
    "2026-11-22T10:00:00+08:00",
    { stars: 3, solved: false, hours: 4 },
    { state: "working", ended: false, lead },
  ),
  known(id, "street", "2026-11-23T08:00:00+08:00", {}, { state: "unplaced", ended: false, visibility: "confidential" }),
  known(id, "village", "2025-12-31T23:00:00+08:00", { stars: 5, solved: true }),
  known(id, "village", "2027-01-01T00:00:00+08:00", { stars: 5, solved: true }),
];

export const addPerson = async (db: Database, tenant: string, name: string): Promise<Person> =>
  db.inTenant(tenant, async (tx) => {
    const [person, account] = [randomUUID(), randomUUID()];
    const at = new Date("2026-01-01T00:00:00Z");
    await tx.sql.insertInto("persons").values({ tenant_id: tenant, id: person, name, created_at: at }).execute();
    await tx.sql
      .insertInto("accounts")
      .values({ tenant_id: tenant, id: account, person_id: person, created_at: at })
      .execute();
    return { id: account, name };
  });

/** Stored without the metrics they count in: that is for a recount to find. */
export const addCases = (db: Database, tenant: string, reporter: Person, all: readonly KnownCase[]): Promise<void> =>
  db.inTenant(tenant, async (tx) => {
    for (const [i, one] of all.entries()) {
      const id = newId();
      await sql`
        insert into cases (tenant_id, id, no, pack_version, workflow, state, active, tone, ended, version, category, words, grams,
          visibility, channel, reporter_id, reporter_name, place_id, area_id, entered_at, facts, submitted_at)
        values (${tenant}, ${id}, ${`TL-${id}`}, 1, 'order', ${one.state}, ${[`order:${one.state}`]}::text[],
          ${one.ended ? "done" : "working"}, ${one.ended}, 1, ${one.category}, ${`第 ${i} 件`}, '{}'::text[],
          ${one.visibility ?? "private"}, 'phone', ${reporter.id}, ${reporter.name}, ${one.place}, ${one.area}, ${new Date(one.at)},
          ${JSON.stringify(one.facts)}::jsonb, ${new Date(one.at)})`.execute(tx.sql);
      if (one.lead)
        await sql`insert into case_workers (tenant_id, case_id, who_id, relation, name)
          values (${tenant}, ${id}, ${one.lead.id}, 'lead', ${one.lead.name})`.execute(tx.sql);
    }
  });

/** The place moves to this pack, as publishing does it. */
export const moveTo = (db: Database, tenant: string, pack: PackInput): Promise<void> =>
  db.inTenant(tenant, async (tx) => {
    const content = JSON.stringify({ text: JSON.stringify(pack) });
    await sql`
      insert into pack_versions (tenant_id, version, hash, content, origin, published_name, published_at)
      select tenant_id, pack_version + 1, 'test', ${content}::jsonb, 'edited', '管理员', now() from tenants where tenant_id = ${tenant}`.execute(
      tx.sql,
    );
    await sql`update tenants set pack_version = pack_version + 1 where tenant_id = ${tenant}`.execute(tx.sql);
  });
