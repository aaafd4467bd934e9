/** Squads: who patrols together, named one by one or as a team of the tree. */
import type { Squad } from "@ginkgo/shared/api/patrols.ts";
import { sql } from "kysely";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { requireAccounts } from "../identity/index.ts";
import { within } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround, noteChange } from "./ground.ts";
import { belongsTo, findSquad, listSquads, type SquadRow, setSquadPeople } from "./patrol-repo.ts";
import { nodesOf } from "./patrol-routes.ts";
import { mayEdit, nodeRef, type Viewing } from "./view.ts";

interface SquadDraft {
  readonly name: string;
  readonly teamId: string | null;
  readonly people: readonly string[];
}

const sameName = (error: unknown): never => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === "23505" && constraint === "squads_name")
    throw new Refusal("conflict", "这里已经有同名的巡逻队，请换一个名称。");
  throw error;
};

export const createSquads = (deps: DutiesDeps) => {
  const { db } = deps;
  const ground = createGround(deps);

  const squadView = (viewing: Viewing, squad: SquadRow): Squad => ({
    id: squad.id,
    name: squad.name,
    node: nodeRef(viewing.tree, squad.nodeId),
    team: squad.teamId ? nodeRef(viewing.tree, squad.teamId) : null,
    people: [...squad.people],
    open: squad.open,
    mayEdit: mayEdit(viewing, squad.nodeId),
    version: squad.version,
  });

  const inScope = (viewing: Viewing, column: string) =>
    within(viewing.tree, [...scopeOf(viewing.actor, "duty.read"), ...scopeOf(viewing.actor, "duty.edit")], column);
  const below = (viewing: Viewing, under: string | undefined, column: string) =>
    under ? [within(viewing.tree, viewing.tree.get(under) ? [under] : [], column)] : [];

  const checkTeam = ({ tree }: Viewing, teamId: string | null): void => {
    const team = teamId ? tree.get(teamId) : undefined;
    if (teamId && (team?.status !== "active" || tree.as(team) !== "body"))
      throw invalid("teamId", "没有这支队伍，请重新选择。");
  };

  return {
    squads: async (actor: Actor, under: string | undefined): Promise<Squad[]> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const squads = await listSquads(tx, [
          sql<boolean>`(${inScope(viewing, "q.node_id")} or (q.open and ${belongsTo(actor.accountId, nodesOf(actor))}))`,
          ...below(viewing, under, "q.node_id"),
        ]);
        return squads.map((squad) => squadView(viewing, squad));
      });
    },

    addSquad: async (call: Call<Actor>, draft: SquadDraft & { nodeId: string }): Promise<Squad> => {
      const viewing = await ground(call.actor);
      if (!viewing.tree.get(draft.nodeId) || !mayEdit(viewing, draft.nodeId)) throw notFound("这个地方");
      checkTeam(viewing, draft.teamId);
      return db
        .once(call.actor.tenant, call.request, async (tx) => {
          const people = await requireAccounts(tx, draft.people, "people");
          const id = newId();
          await tx.sql
            .insertInto("squads")
            .values({
              tenant_id: tx.tenant,
              id,
              node_id: draft.nodeId,
              name: draft.name.trim(),
              team_id: draft.teamId,
              created_at: viewing.now,
            })
            .execute();
          await setSquadPeople(tx, id, people);
          await noteChange(tx, { type: "squad", id, seq: 1 }, "added", call.actor, viewing.now);
          const squad = await findSquad(tx, id);
          if (!squad) throw notFound("这支巡逻队");
          return squadView(viewing, squad);
        })
        .catch(sameName);
    },

    changeSquad: async (
      { actor }: Call<Actor>,
      id: string,
      draft: SquadDraft & { version: number; open: boolean },
    ): Promise<Squad> => {
      const viewing = await ground(actor);
      checkTeam(viewing, draft.teamId);
      return db
        .inTenant(actor.tenant, async (tx) => {
          const squad = await findSquad(tx, id);
          if (!squad || !mayEdit(viewing, squad.nodeId)) throw notFound("这支巡逻队");
          const people = await requireAccounts(tx, draft.people, "people");
          const result = await tx.sql
            .updateTable("squads")
            .set({ name: draft.name.trim(), team_id: draft.teamId, open: draft.open, version: draft.version + 1 })
            .where("tenant_id", "=", tx.tenant)
            .where("id", "=", id)
            .where("version", "=", draft.version)
            .executeTakeFirst();
          if (Number(result.numUpdatedRows) !== 1) throw stale();
          await setSquadPeople(tx, id, people);
          await noteChange(tx, { type: "squad", id, seq: draft.version + 1 }, "changed", actor, viewing.now);
          const changed = await findSquad(tx, id);
          if (!changed) throw notFound("这支巡逻队");
          return squadView(viewing, changed);
        })
        .catch(sameName);
    },
  };
};
export type Squads = ReturnType<typeof createSquads>;
