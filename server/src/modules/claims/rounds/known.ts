/** What is known of those who may be asked: how often they were, what they refused, what they have taken on. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Window } from "../matching/model.ts";
import { budgetDays, loadDays, longestAppointment, restDays, usualMinutes } from "./model.ts";

const day = 86_400_000;
const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * day);

export interface Asked {
  /** Proposals not answered yet. */
  readonly open: number;
  /** Proposals and other calls of the last days. */
  readonly recently: number;
  /** Needs that they are not to be asked for, for good or for now. */
  readonly notAgain: readonly string[];
}

const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

export const askedOf = async (tx: Tx, claimants: readonly string[], now: Date): Promise<Map<string, Asked>> => {
  if (claimants.length === 0) return new Map();
  const { rows } = await sql<{ claimant: string; open: number; recently: number; resting: string[] }>`
    select coalesce(account_id, body_id) as claimant,
      (count(*) filter (where status = 'proposed'))::int as open,
      (count(*) filter (where created_at > ${ago(now, budgetDays)}))::int as recently,
      coalesce(array_agg(need_id) filter (where status = 'proposed'
        or (status in ('refused', 'expired', 'withdrawn') and coalesce(answered_at, expires_at) > ${ago(now, restDays)})), '{}') as resting
    from match_proposals
    where tenant_id = ${tx.tenant} and coalesce(account_id, body_id) = ${anyOf(claimants)}
      and (status = 'proposed' or created_at > ${ago(now, 60)})
    group by 1`.execute(tx.sql);
  const { rows: calls } = await sql<{ account_id: string; calls: number }>`
    select account_id, count(*)::int as calls from inbox
    where tenant_id = ${tx.tenant} and account_id = ${anyOf(claimants)} and at > ${ago(now, budgetDays)}
      and matter_type in ('claimable', 'activity')
    group by 1`.execute(tx.sql);
  const { rows: refused } = await sql<{ claimant_id: string; needs: string[] }>`
    select claimant_id, array_agg(need_id) as needs from match_refusals
    where tenant_id = ${tx.tenant} and claimant_id = ${anyOf(claimants)} group by 1`.execute(tx.sql);
  const found = new Map<string, Asked>();
  const add = (id: string, more: Partial<Asked>) => {
    const { open, recently, notAgain } = found.get(id) ?? { open: 0, recently: 0, notAgain: [] };
    found.set(id, {
      open: open + (more.open ?? 0),
      recently: recently + (more.recently ?? 0),
      notAgain: [...notAgain, ...(more.notAgain ?? [])],
    });
  };
  for (const row of rows) add(row.claimant, { open: row.open, recently: row.recently, notAgain: row.resting });
  for (const row of calls) add(row.account_id, { recently: row.calls });
  for (const row of refused) add(row.claimant_id, { notAgain: row.needs });
  return found;
};

export interface Engagement {
  /** Claims that are not over. */
  readonly open: number;
  /** Claims begun in the last days: what fairness looks at. */
  readonly recent: number;
  /** When they are expected somewhere. */
  readonly busy: readonly Window[];
  /** What they claimed, whatever became of it. */
  readonly claimed: readonly string[];
}
export const noEngagement: Engagement = { open: 0, recent: 0, busy: [], claimed: [] };

export const engagementsOf = async (
  tx: Tx,
  claimants: readonly string[],
  now: Date,
): Promise<Map<string, Engagement>> => {
  if (claimants.length === 0) return new Map();
  const { rows } = await sql<{
    claimant_id: string;
    open: number;
    recent: number;
    claimed: string[];
    busy: { start: string; end: string | null }[] | null;
  }>`
    select k.claimant_id, (count(*) filter (where k.open))::int as open,
      (count(*) filter (where m.created_at > ${ago(now, loadDays)}))::int as recent,
      array_agg(k.claimable_id) as claimed,
      jsonb_agg(jsonb_build_object('start', c.starts_at, 'end', c.ends_at)) filter (where k.open and c.starts_at is not null) as busy
    from claims k
    join matters m on m.tenant_id = k.tenant_id and m.id = k.id
    join claimables c on c.tenant_id = k.tenant_id and c.id = k.claimable_id
    where k.tenant_id = ${tx.tenant} and k.claimant_id = ${anyOf(claimants)}
    group by 1`.execute(tx.sql);
  return new Map(
    rows.map((row) => [
      row.claimant_id,
      {
        open: row.open,
        recent: row.recent,
        claimed: row.claimed,
        // What lasts for days is done somewhere within them; it is no appointment.
        busy: (row.busy ?? [])
          .map(({ start, end }) => ({
            start: Date.parse(start),
            end: end ? Date.parse(end) : Date.parse(start) + usualMinutes * 60_000,
          }))
          .filter(({ start, end }) => end - start <= longestAppointment * 60_000),
      },
    ]),
  );
};
