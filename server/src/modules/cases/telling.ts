/** Telling those concerned: texts are filled in when the step is taken, people are found when the job runs. */
import { workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { By, Telling, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Concerned } from "../authority/index.ts";
import { membersOf, nearestHolders } from "../identity/index.ts";
import { dayText, waitsFor } from "../matters/index.ts";
import type { Notice } from "../notify/index.ts";
import type { Tree } from "../org/index.ts";
import { type Facts, nearestClock, type Worker } from "../workflow/index.ts";
import type { CasesDeps } from "./deps.ts";
import { type Case, type Concern, sightIn, targetOf, titleOf } from "./model.ts";
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
  readonly leadIds: readonly string[];
  readonly assistIds: readonly string[];
  readonly offeredIds: readonly string[];
  readonly invitedIds: readonly string[];
  readonly openToAll: boolean;
  readonly placeId: string;
  /** People kept by earlier steps, by the fact's name. */
  readonly named: Readonly<Record<string, string>>;
}

const idsOf = (people: readonly Concerned[], assist: boolean): string[] => [
  ...new Set(people.filter(({ part }) => (part === "assist") === assist).map(({ id }) => id)),
];

const namedIn = (facts: Facts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([fact, value]) =>
      typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
        ? [[fact, value.id]]
        : [],
    ),
  );

/** Of the case before and after a step: who has just lost it is told as well. */
const partiesOf = (...cases: readonly [Concern, ...Concern[]]): Parties => {
  const last = cases.at(-1) ?? cases[0];
  const handlers = cases.flatMap(({ subject }) => subject.handlers);
  const offered = cases.flatMap(({ subject }) => subject.offered);
  return {
    reporterId: last.reporterId,
    leadIds: idsOf(handlers, false),
    assistIds: idsOf(handlers, true),
    offeredIds: idsOf(offered, false),
    invitedIds: idsOf(offered, true),
    openToAll: targetOf(last).openToAll ?? false,
    placeId: last.subject.placeId,
    named: Object.assign({}, ...cases.map(({ subject }) => namedIn(subject.facts))) as Record<string, string>,
  };
};

const fill = (telling: Telling, words: Readonly<Record<string, string>>): Filled => ({
  to: telling.to,
  text: telling.text.replace(/\{([\w.]+)\}/g, (_all, name: string) =>
    Object.hasOwn(words, name) ? (words[name] ?? "") : "",
  ),
});

/** What a step says. */
export interface Said {
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly urgent: boolean;
  readonly label: string;
  readonly tells: readonly Telling[];
  /** Answers that the texts may name, beside what every text may. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The job of a step that is being written: `one` as the step leaves it, `before` as it found it. */
export const deliveryOf = (tenant: string, said: Said, tree: Tree, one: Case, before?: Case): Delivery => {
  const words = {
    no: one.no,
    title: titleOf(one.words),
    actor: said.actorName,
    place: tree.trail(one.subject.placeId),
    due: dayText(nearestClock(one.subject).dueAt, said.at),
    ...Object.fromEntries(Object.entries(said.answers).map(([name, text]) => [`form.${name}`, text])),
  };
  return {
    tenant,
    caseId: one.id,
    no: one.no,
    version: one.version,
    at: said.at.toISOString(),
    actorId: said.actorId,
    urgent: said.urgent,
    title: `${one.no} ${said.label}`,
    tells: said.tells.map((telling) => fill(telling, words)),
    parties: before ? partiesOf(before, one) : partiesOf(one),
  };
};

/** A message is short: who it concerns without their names. */
const concerned = ({ id, bodyId, part }: Worker): Worker => ({
  id,
  name: "",
  ...(bodyId ? { bodyId } : {}),
  ...(part ? { part } : {}),
});

/** Of the facts only who the case waits for. */
const awaitedPeople = (workflow: Workflow, { leaves, facts }: Case["subject"]): Facts => {
  const named = namedIn(facts);
  return Object.fromEntries(
    waitsFor(workflow, leaves).flatMap((by) =>
      "fact" in by && named[by.fact] !== undefined ? [[by.fact, { id: named[by.fact] }]] : [],
    ),
  );
};

interface LiveCase {
  readonly tenant: string;
  readonly caseId: string;
  readonly version: number;
  readonly packVersion: number;
  readonly case: Concern & { readonly subject: Pick<Case["subject"], "workflow" | "leaves"> };
}

export const createTelling = ({ db, packs, forest, notify, broadcast, live }: CasesDeps) => {
  broadcast.subscribe(liveChannel, async (payload) => {
    const { tenant, caseId, version, packVersion, ...rest } = JSON.parse(payload) as LiveCase;
    const tree = await forest.tree(tenant);
    const workflow = workflowOf(await packs.at(tenant, packVersion), rest.case.subject.workflow);
    const hears = (actor: Parameters<typeof sightIn>[0]) => {
      const sight = sightIn(actor, rest.case, tree, workflow);
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
    if ("fact" in by) return [parties.named[by.fact] ?? []].flat();
    if ("right" in by) return nearestHolders(tx, tree, await rolesWith(tx.tenant, by.right), parties.placeId);
    switch (by.party) {
      case "reporter":
        return [parties.reporterId, ...(await mergedCases(tx, caseId)).map(({ reporter_id }) => reporter_id)];
      case "handler":
        return [...parties.leadIds, ...parties.assistIds];
      case "lead":
        return parties.leadIds;
      case "assist":
        return parties.assistIds;
      case "invited":
        return takersOf(tx, tree, parties.invitedIds);
      case "offered":
        return takersOf(tx, tree, parties.openToAll ? around(tree, parties.placeId) : parties.offeredIds);
    }
  };

  const around = (tree: Tree, placeId: string): string[] =>
    tree
      .subtree(tree.enclosing(placeId, "community")?.id ?? placeId)
      .filter(({ status }) => status === "active")
      .map(({ id }) => id);

  /** Persons as they are, bodies by those who take cases for them. */
  const takersOf = async (tx: Tx, tree: Tree, ids: readonly string[]): Promise<string[]> => [
    ...ids.filter((id) => !tree.get(id)),
    ...(await membersOf(tx, await rolesWith(tx.tenant, "case.take"), ids)),
  ];

  return {
    /** Job: stores the notices, then tells every open page that may see the case. Runs until it succeeds. */
    deliver: async (delivery: Delivery): Promise<void> => {
      const { tenant, caseId, no, version } = delivery;
      const { notices, current } = await db.inTenant(tenant, async (tx) => {
        const found: Notice[] = [];
        for (const [i, telling] of delivery.tells.entries()) {
          // One connection answers one question at a time.
          const accounts: string[] = [];
          for (const by of telling.to) accounts.push(...(await accountsFor(tx, by, delivery)));
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
      const { reporterId, visibility, packVersion } = current;
      const { workflow, leaves, placeId, mode, offered, handlers } = current.subject;
      const workflowNow = workflowOf(await packs.at(tenant, packVersion), workflow);
      const message: LiveCase = {
        tenant,
        caseId,
        version: current.version,
        packVersion,
        // What is known of a case stays in the database: a message between servers carries who it concerns, no more.
        case: {
          reporterId,
          visibility,
          subject: {
            workflow,
            leaves,
            placeId,
            mode,
            offered: offered.map(concerned),
            handlers: handlers.map(concerned),
            facts: awaitedPeople(workflowNow, current.subject),
          },
        },
      };
      await broadcast.publish(liveChannel, JSON.stringify(message));
    },
  };
};
export type CaseTelling = ReturnType<typeof createTelling>;
