/** Rows of work that figures count: what was proposed, and what of it was accepted. */
import { type RawBuilder, sql } from "kysely";

const proposals = (tenant: string, at: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
  sql`select m.place_id, ${at} as at, m.kind, 1 as amount, coalesce(p.account_id, p.body_id) as who
    from match_proposals p join matters m on m.tenant_id = p.tenant_id and m.id = p.need_id
    where p.tenant_id = ${tenant} and ${where}`;

export const matchingRecords = {
  proposal: (tenant: string) => proposals(tenant, sql`p.created_at`, sql`true`),
  "proposal-accepted": (tenant: string) => proposals(tenant, sql`p.answered_at`, sql`p.status = 'accepted'`),
} satisfies Readonly<Record<string, (tenant: string) => RawBuilder<unknown>>>;
