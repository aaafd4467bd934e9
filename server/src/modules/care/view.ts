/** People who are visited, as an actor may see them: never unmasked here. */
import type { CareEntry, CareSummary } from "@ginkgo/shared/api/care.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { maskName, type Sealer } from "../../platform/crypto.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { careKind, dueOf, type EntryContent, openPerson, warnDaysOf } from "./model.ts";
import type { EntryRow, PlanRow } from "./repo.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly pack: Pack;
  readonly now: Date;
  readonly sealer: Sealer;
}

/** The one rule: whose desk it is, and who visits. Anyone else sees nothing at all. */
export const partIn = ({ actor, tree }: Pick<Viewing, "actor" | "tree">, plan: PlanRow) => {
  const edits = may(actor, { right: "care.edit" }, { nodeId: plan.nodeId }, tree);
  const reads = edits || may(actor, { right: "care.read" }, { nodeId: plan.nodeId }, tree);
  const visits =
    plan.visitors.some(({ id }) => id === actor.accountId) ||
    (plan.teamId !== null && actor.grants.some(({ nodeId }) => nodeId === plan.teamId));
  return { edits, reads, visits };
};

const nodeRef = (tree: Tree, id: string) => {
  const node = tree.get(id);
  return { id, name: node?.name ?? "", tier: node?.tier ?? "" };
};

export const summaryOf = (viewing: Viewing, plan: PlanRow): CareSummary => {
  const { pack, tree, now, sealer } = viewing;
  return {
    id: plan.id,
    kind: plan.kind,
    kindLabel: careKind(pack, plan.kind)?.label ?? "走访",
    name: maskName(openPerson(sealer, plan.personSealed).name),
    node: nodeRef(tree, plan.nodeId),
    trail: tree.trail(plan.nodeId),
    everyDays: plan.everyDays,
    status: plan.status,
    nextOn: plan.nextOn,
    pausedUntil: plan.pausedUntil,
    ...dueOf(plan, warnDaysOf(pack, plan.kind), dayOf(now)),
    lastVisitAt: plan.lastVisitAt?.toISOString() ?? null,
    visitors: [...plan.visitors],
    team: plan.teamId ? nodeRef(tree, plan.teamId) : null,
    mine: partIn(viewing, plan).visits,
    version: plan.version,
  };
};

export const entryView = (sealer: Sealer, row: EntryRow, photos: readonly StoredFile[]): CareEntry => {
  const { details } = JSON.parse(sealer.open(row.contentSealed)) as EntryContent;
  return {
    id: row.id,
    type: row.type,
    at: row.at.toISOString(),
    by: row.by,
    details: [...details],
    photos: [...photos],
    caseId: row.caseId,
  };
};
