/** Telling those concerned: texts are filled in when the step is taken, people are found when the job runs. */
import type { By, Telling } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import { membersOf, nearestHolders } from "../identity/index.ts";
import type { Notice } from "../notify/index.ts";
import type { CasesDeps } from "./deps.ts";
import { type Case, sightOf, targetOf } from "./model.ts";
import { findCase, mergedCases } from "./repo.ts";

const liveChannel = "ginkgo_cases";

export interface Filled {
  readonly to: readonly By[];
  readonly text: string;
}

/** What the delivery job gets: the case as it was right after the step. */
export interface Delivery {
  readonly tenant: string;
  readonly caseId: string;
  readonly no: string;
  readonly version: number;
  /** When it happened, as ISO text: a job's payload is JSON. */
  readonly at: string;
  readonly actorId: string | null;
  readonly urgent: boolean;
  readonly title: string;
  readonly tells: readonly Filled[];
  readonly parties: Parties;
}

export interface Parties {
  readonly reporterId: string;
  readonly handlerIds: readonly string[];
  readonly offeredIds: readonly string[];
  readonly openToAll: boolean;
  readonly placeId: string;
}

export const partiesOf = (...cases: readonly Pick<Case, "subject" | "reporterId" | "visibility">[]): Parties => {
  const target = cases.map(targetOf);
  const last = target.at(-1);
  return {
    reporterId: last?.reporterId ?? "",
    // Before and after the step: who has just lost a case is told as well.
    handlerIds: [...new Set(target.flatMap(({ handlerIds }) => handlerIds ?? []))],
    offeredIds: [...new Set((last?.offeredIds ?? []).concat(target[0]?.offeredIds ?? []))],
    openToAll: last?.openToAll ?? false,
    placeId: last?.nodeId ?? "",
  };
};

export const fill = (telling: Telling, words: Readonly<Record<string, string>>): Filled => ({
  to: telling.to,
  text: telling.text.replace(/\{([\w.]+)\}/g, (_all, name: string) => words[name] ?? ""),
});

interface LiveCase {
  readonly tenant: string;
  readonly caseId: string;
  readonly version: number;
  readonly case: Pick<Case, "subject" | "reporterId" | "visibility">;
}

export const createTelling = ({ db, packs, forest, notify, broadcast, live }: CasesDeps) => {
  broadcast.subscribe(liveChannel, async (payload) => {
    const { tenant, caseId, version, ...rest } = JSON.parse(payload) as LiveCase;
    const tree = await forest.tree(tenant);
    const hears = (actor: Parameters<typeof sightOf>[0]) => {
      const sight = sightOf(actor, rest.case, tree);
      return sight !== undefined && sight !== "neighbour";
    };
    live.sendTo(tenant, hears, "case", { caseId, version });
  });

  const rolesWith = async (tenant: string, right: string): Promise<string[]> => {
    const { pack } = await packs.current(tenant);
    return Object.entries(pack.roles)
      .filter(([, role]) => role.rights.includes(right))
      .map(([name]) => name);
  };

  const accountsFor = async (tx: Tx, by: By, { parties, caseId }: Delivery): Promise<readonly string[]> => {
    const tree = await forest.tree(tx.tenant);
    if ("right" in by) return nearestHolders(tx, tree, await rolesWith(tx.tenant, by.right), parties.placeId);
    switch (by.party) {
      case "reporter":
        return [parties.reporterId, ...(await mergedCases(tx, caseId)).map(({ reporter_id }) => reporter_id)];
      case "handler":
        return parties.handlerIds;
      case "offered": {
        const takers = await rolesWith(tx.tenant, "case.take");
        const community = tree.enclosing(parties.placeId, "community")?.id ?? parties.placeId;
        const bodies = parties.openToAll
          ? tree
              .subtree(community)
              .filter(({ status }) => status === "active")
              .map(({ id }) => id)
          : parties.offeredIds;
        return [...parties.offeredIds.filter((id) => !tree.get(id)), ...(await membersOf(tx, takers, bodies))];
      }
    }
  };

  return {
    /** Job: stores the notices, then tells every open page that may see the case. Runs until it succeeds. */
    deliver: async (delivery: Delivery): Promise<void> => {
      const { tenant, caseId, no, version } = delivery;
      const { notices, current } = await db.inTenant(tenant, async (tx) => {
        const found: Notice[] = [];
        for (const [i, telling] of delivery.tells.entries()) {
          const accounts = (await Promise.all(telling.to.map((by) => accountsFor(tx, by, delivery)))).flat();
          found.push({
            // Whoever acted knows already.
            accountIds: accounts.filter((id) => id !== delivery.actorId),
            title: delivery.title,
            text: telling.text,
            weight: delivery.urgent ? "urgent" : "normal",
            caseId,
            caseNo: no,
            at: new Date(delivery.at),
            sourceKey: `${caseId}/${version}/${i}`,
          });
        }
        return { notices: found, current: await findCase(tx, caseId) };
      });
      await notify.tell(tenant, notices);
      if (!current) return;
      const { subject, reporterId, visibility } = current;
      const message: LiveCase = {
        tenant,
        caseId,
        version: current.version,
        case: { reporterId, visibility, subject: { ...subject, facts: {} } },
      };
      await broadcast.publish(liveChannel, JSON.stringify(message));
    },
  };
};
export type CaseTelling = ReturnType<typeof createTelling>;
