/** For which places and bodies someone may act here, and how much waits for them. */
import { dayOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import { type Actor, scopeOf } from "../authority/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import { bodiesOf, edit, isBody, isPlace } from "./model.ts";
import type { Reading } from "./reading.ts";
import { attends, owesIt } from "./scope.ts";

export const createStanding =
  ({ db, clock, forest }: AgreementsDeps, reading: Reading) =>
  async (actor: Actor) => {
    const tree = await forest.tree(actor.tenant);
    const nodes = (ids: readonly string[], fits: typeof isPlace) =>
      [...new Set(ids)].flatMap((id) => {
        const node = tree.get(id);
        return fits(tree, node) ? [{ id: node.id, name: node.name, tier: node.tier }] : [];
      });
    const now = clock.now();
    return db.inTenant(actor.tenant, async (tx) => {
      const { rows } = await sql<{ agreements: number; meetings: number; items: number; late: number }>`
        select
          (select count(*)::int from agreements a join matters m on m.tenant_id = a.tenant_id and m.id = a.id
            where a.tenant_id = ${tx.tenant} and ${reading.waitsForMe(actor)}) as agreements,
          (select count(*)::int from joint_meetings j where j.tenant_id = ${tx.tenant} and j.status = 'planned'
            and j.ends_at >= ${now} and ${attends(actor)}) as meetings,
          (select count(*)::int from agreed_items i where i.tenant_id = ${tx.tenant} and i.state = 'open'
            and ${owesIt(actor)}) as items,
          (select count(*)::int from agreed_items i where i.tenant_id = ${tx.tenant} and i.state = 'open'
            and i.due_on < ${dayOf(now)}::date and ${owesIt(actor)}) as late`.execute(tx.sql);
      const [counted] = rows;
      return {
        places: nodes(scopeOf(actor, edit), isPlace),
        bodies: nodes(bodiesOf(actor), isBody),
        waiting: {
          agreements: counted?.agreements ?? 0,
          meetings: counted?.meetings ?? 0,
          items: counted?.items ?? 0,
          lateItems: counted?.late ?? 0,
        },
      };
    });
  };
