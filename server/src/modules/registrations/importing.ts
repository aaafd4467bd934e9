/** Importing a register from Excel: tried first, then all rows or the good ones, in one transaction and once. */
import type { ImportProgress, RegistrationFilter, RegistrationImport } from "@ginkgo/shared/api/registrations.ts";
import { sql } from "kysely";
import type { RequestKey, Tx } from "../../platform/db/database.ts";
import { readSheetRows } from "../../platform/excel.ts";
import { forbidden, Refusal } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { addPeople, findPeople, holderOfEach } from "../identity/index.ts";
import type { Beginning, Side } from "../matters/index.ts";
import type { RegistrationsDeps } from "./deps.ts";
import { communityOf, countsIn, keepRight, kindOf, mayKeep, noOffer, titleOf } from "./model.ts";
import { openKey, type Plan, type PlannedRow, phoneIn, planImport } from "./plan.ts";
import type { createReading } from "./reading.ts";
import { speakingRoles } from "./registering.ts";
import { insertRegistrations, openOf } from "./repo.ts";
import { exportOf, rowsOf, type SheetRow, templateOf } from "./sheet.ts";

export interface ImportInput {
  readonly kind: string;
  readonly file: Buffer;
  readonly dryRun: boolean;
  /** Import nothing if any row is wrong, or those that are right. */
  readonly rows: "all" | "good";
}

type Tell = (progress: ImportProgress) => void;

const maxRows = 20_000;
const atOnce = 500;
const maxExported = 20_000;
const pageSize = 200;

export const createImporting = (deps: RegistrationsDeps, reading: ReturnType<typeof createReading>) => {
  const { db, clock, packs, forest, sealer, matters } = deps;

  const plan = async (tx: Tx, actor: Actor, input: ImportInput, rows: readonly SheetRow[], tell: Tell) => {
    const { pack } = await packs.current(tx.tenant);
    const tree = await forest.tree(tx.tenant);
    const kind = kindOf(pack, input.kind);
    const phones = rows.map(({ text }) => phoneIn(text.phone)).filter(Boolean);
    const people = await findPeople(tx, sealer, phones);
    const found =
      kind.who === "person"
        ? await openOf(
            tx,
            input.kind,
            "account_id",
            [...people.values()].map(({ accountId }) => accountId),
          )
        : await openOf(
            tx,
            input.kind,
            "body_id",
            [...tree.all()].flatMap(({ id, tier }) => (kind.units.includes(tier) ? [id] : [])),
          );
    const open = new Set(found.map(({ who, node_id }) => openKey(who ?? "", node_id)));
    const ground = { pack, tree, kind, people, open, mayKeep: (id: string) => mayKeep(actor, tree, id) };
    const planned = await planImport(ground, rows, (done) => tell({ stage: "checking", done, total: rows.length }));
    return { ...ground, planned };
  };
  type Planned = Awaited<ReturnType<typeof plan>>;

  const beginningOf = (
    actor: Actor,
    { pack, kind }: Planned,
    input: ImportInput,
    row: PlannedRow,
    side: Side,
  ): Beginning => ({
    type: "registration",
    kind: input.kind,
    workflow: kind.workflow,
    title: titleOf(kind, side.bodyId ? (row.unit?.name ?? actor.name) : row.name),
    nodeId: row.node.id,
    visibility: "parties",
    owner: side,
    holder: side,
    unitId: side.bodyId ? undefined : row.unit?.id,
    ...(kind.entered && pack.workflows[kind.workflow]
      ? { state: kind.entered, facts: { confirmedAt: clock.now().toISOString() } }
      : {}),
  });

  /** People's accounts, or whoever speaks for the units. */
  const sidesOf = async (
    tx: Tx,
    actor: Actor,
    planned: Planned,
    some: readonly PlannedRow[],
    added: Map<string, string>,
  ): Promise<(row: PlannedRow) => Side> => {
    if (planned.kind.who === "unit") {
      const bodies = some.flatMap(({ unit }) => unit?.id ?? []);
      const speakers = await holderOfEach(tx, speakingRoles(planned.pack), bodies);
      return ({ unit }) => ({
        id: speakers.get(unit?.id ?? "") ?? actor.accountId,
        name: unit?.name ?? actor.name,
        bodyId: unit?.id ?? null,
      });
    }
    const strangers = some.filter(({ phone }) => !planned.people.has(phone) && !added.has(phone));
    const now = await addPeople(
      tx,
      sealer,
      clock.now(),
      strangers.map(({ name, phone, node }) => ({ name, phone, homeId: node.id })),
    );
    for (const [phone, id] of now) added.set(phone, id);
    return ({ phone, name }) => ({
      id: planned.people.get(phone)?.accountId ?? added.get(phone) ?? "",
      name,
      bodyId: null,
    });
  };

  /** Batch by batch; answers how many accounts came new. */
  const write = async (tx: Tx, actor: Actor, planned: Planned, input: ImportInput, tell: Tell): Promise<number> => {
    const { fresh } = planned.planned;
    const added = new Map<string, string>();
    for (let i = 0; i < fresh.length; i += atOnce) {
      const some = fresh.slice(i, i + atOnce);
      const sideOf = await sidesOf(tx, actor, planned, some, added);
      const begun = await matters.moving.beginMany(
        tx,
        actor,
        some.map((row) => beginningOf(actor, planned, input, row, sideOf(row))),
      );
      await insertRegistrations(
        tx,
        some.flatMap((row, at) => {
          const one = begun[at];
          if (!one) return [];
          const isUnit = planned.kind.who === "unit";
          return [
            {
              id: one.id,
              kind: input.kind,
              nodeId: row.node.id,
              communityId: communityOf(planned.tree, row.node.id),
              accountId: isUnit ? null : one.owner.id,
              bodyId: isUnit ? one.owner.bodyId : null,
              offer: { ...noOffer, skills: row.skills },
              active: countsIn(planned.kind, one.subject.leaves),
              at: one.createdAt,
              agreed: false,
            },
          ];
        }),
      );
      tell({ stage: "writing", done: Math.min(i + atOnce, fresh.length), total: fresh.length });
    }
    return added.size;
  };

  const reportOf = (
    input: ImportInput,
    rows: number,
    { fresh, unchanged, bad, problems }: Plan,
    written: { readonly people: number; readonly isWritten: boolean },
    began: number,
  ): RegistrationImport => ({
    dryRun: input.dryRun,
    rows,
    created: written.isWritten ? fresh.length : 0,
    people: written.people,
    unchanged,
    skipped: bad,
    problems: [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    seconds: Math.round((performance.now() - began) / 10) / 100,
  });

  return {
    /** Before a sheet is read at all: that is work, and not done for just anyone. */
    permit: async (actor: Actor, kind: string): Promise<void> => {
      if (scopeOf(actor, keepRight).length === 0) throw forbidden("导入报到名册");
      kindOf((await packs.current(actor.tenant)).pack, kind);
    },

    importSheet: async (
      { actor, request }: { readonly actor: Actor; readonly request: RequestKey | undefined },
      input: ImportInput,
      tell: Tell,
    ): Promise<RegistrationImport> => {
      const began = performance.now();
      const { pack } = await packs.current(actor.tenant);
      const { rows, problems: unreadable } = rowsOf(await readSheetRows(input.file), kindOf(pack, input.kind).who);
      if (rows.length > maxRows)
        throw new Refusal("too-large", `一次最多导入 ${maxRows} 行，这个表有 ${rows.length} 行，请分成几个文件。`);
      if (unreadable.length > 0) {
        const none = { fresh: [], unchanged: 0, bad: 0, problems: unreadable };
        return reportOf(input, rows.length, none, { people: 0, isWritten: false }, began);
      }
      const work = async (tx: Tx): Promise<RegistrationImport> => {
        // Two imports at once would find the same people missing.
        if (!input.dryRun)
          await sql`select pg_advisory_xact_lock(hashtext(${`registrations.import/${tx.tenant}`}))`.execute(tx.sql);
        const planned = await plan(tx, actor, input, rows, tell);
        const isSound = planned.planned.problems.length === 0 || input.rows === "good";
        if (input.dryRun) {
          const people = new Set(
            planned.planned.fresh.flatMap(({ phone }) => (phone && !planned.people.has(phone) ? [phone] : [])),
          );
          return reportOf(input, rows.length, planned.planned, { people: people.size, isWritten: true }, began);
        }
        const people = isSound ? await write(tx, actor, planned, input, tell) : 0;
        return reportOf(input, rows.length, planned.planned, { people, isWritten: isSound }, began);
      };
      return input.dryRun ? db.inTenant(actor.tenant, work) : db.once(actor.tenant, request, work);
    },

    template: async (actor: Actor, kind: string): Promise<Buffer> => {
      if (scopeOf(actor, keepRight).length === 0) throw forbidden("导入报到名册");
      const { pack } = await packs.current(actor.tenant);
      return templateOf(pack, kindOf(pack, kind));
    },

    exportList: async (actor: Actor, filter: RegistrationFilter): Promise<Buffer> => {
      const items = [];
      let cursor: string | undefined;
      do {
        const page = await reading.list(actor, { ...filter, cursor, limit: pageSize });
        items.push(...page.items);
        if (items.length > maxExported)
          throw new Refusal("too-large", `符合条件的报到超过 ${maxExported} 条，请缩小范围后再导出。`);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return exportOf(items);
    },
  };
};
