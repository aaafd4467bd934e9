/** Rows of work that figures count: meetings that were held, items that came out of agreements and meetings. */
import { type RawBuilder, sql } from "kysely";

/** What is only drafted is not agreed on; what was dropped was no longer needed. */
const agreed = sql`state in ('open', 'done', 'lapsed')`;

export const agreementRecords = {
  "joint-meeting": (tenant: string) => sql`select node_id as place_id, starts_at as at, 'meeting'::text as kind,
      1 as amount, null::uuid as who
    from joint_meetings where tenant_id = ${tenant} and status = 'held'`,
  "agreed-item": (tenant: string) => sql`select node_id as place_id, created_at as at, source_type as kind, 1 as amount,
      coalesce(owner_id, owner_node_id) as who
    from agreed_items where tenant_id = ${tenant} and ${agreed}`,
  "agreed-item-done": (
    tenant: string,
  ) => sql`select node_id as place_id, done_at as at, source_type as kind, 1 as amount,
      coalesce(owner_id, owner_node_id) as who
    from agreed_items where tenant_id = ${tenant} and state = 'done'`,
} satisfies Readonly<Record<string, (tenant: string) => RawBuilder<unknown>>>;
