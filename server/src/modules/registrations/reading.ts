/** Reading registrations: lists, counts, one with its history. */
import type { Input } from "@ginkgo/shared/api/contract.ts";
import type {
  RegistrationDetail,
  RegistrationFilter,
  RegistrationSummary,
  registrationsApi,
} from "@ginkgo/shared/api/registrations.ts";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { matterOf } from "../matters/index.ts";
import type { RegistrationsDeps } from "./deps.ts";
import { countStandings, listRows } from "./listing.ts";
import { mayKeep } from "./model.ts";
import { findRegistration, freeOf, type RegistrationRow } from "./repo.ts";
import { summaryOf, type Viewing } from "./view.ts";

export const createReading = ({ db, clock, packs, forest, sealer, matters }: RegistrationsDeps) => {
  const viewingFor = async (actor: Actor, packVersion: number): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    pack: await packs.at(actor.tenant, packVersion),
    now: clock.now(),
    sealer,
  });

  const summaries = async (actor: Actor, rows: readonly RegistrationRow[]): Promise<RegistrationSummary[]> => {
    const lines: RegistrationSummary[] = [];
    for (const row of rows) lines.push(summaryOf(await viewingFor(actor, row.pack_version), row));
    return lines;
  };

  const viewIn = async (tx: Tx, actor: Actor, id: string): Promise<RegistrationDetail> => {
    const row = await findRegistration(tx, id);
    const { one } = await matters.see(actor, row && matterOf(row), "这份报到");
    if (!row) throw notFound("这份报到");
    const viewing = await viewingFor(actor, row.pack_version);
    const summary = summaryOf(viewing, row);
    const keeps = mayKeep(actor, viewing.tree, row.node_id);
    const isPerson = row.account_id === actor.accountId;
    const current = (await packs.current(tx.tenant)).pack.registrations[row.kind];
    const asked = row.account_id !== null && row.unit_id !== null && current?.unitSees === "records";
    return {
      ...summary,
      free: freeOf(row),
      reachMeters: row.reach_meters,
      mostAtOnce: row.most_at_once,
      birthYear: isPerson ? row.birth_year : null,
      consent: { asked, agreedAt: row.unit_sees ? (row.agreed_at?.toISOString() ?? null) : null },
      may: {
        edit: !row.ended && (summary.mine || keeps),
        consent: isPerson && (asked || row.unit_sees),
        contact: keeps,
      },
      matter: await matters.viewIn(tx, actor, one),
    };
  };

  return {
    summaries,
    viewIn,

    view: (actor: Actor, id: string): Promise<RegistrationDetail> =>
      db.inTenant(actor.tenant, (tx) => viewIn(tx, actor, id)),

    list: async (actor: Actor, query: Input<typeof registrationsApi.list>) => {
      const tree = await forest.tree(actor.tenant);
      const after = readCursor(query.cursor, "time");
      const rows = await db.inTenant(actor.tenant, (tx) =>
        listRows(tx, { actor, tree, sealer }, query, { after, limit: query.limit + 1 }),
      );
      const { page, nextCursor } = pageFrom(rows, query.limit, ({ created_at, id }) => [created_at.toISOString(), id]);
      return { items: await summaries(actor, page), nextCursor };
    },

    counts: async (actor: Actor, query: Input<typeof registrationsApi.counts>) => {
      const tree = await forest.tree(actor.tenant);
      const filter: RegistrationFilter = { standing: "all", ...query };
      return db.inTenant(actor.tenant, (tx) => countStandings(tx, { actor, tree, sealer }, filter));
    },
  };
};
