/** A pack as screens see it. */
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { matterWorkflows } from "@ginkgo/shared/pack/matters.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import {
  allSteps,
  guardsOf,
  leavesOf,
  standingOf,
  stateAt,
  statesOf,
  workflowOf,
  workflowOfCategory,
} from "@ginkgo/shared/pack/states.ts";
import type { By, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { type Actor, scopeOf } from "../authority/index.ts";

/** One that waits from the first for a body it was handed to only begins as a part of another case. */
const isPartOnly = (workflow: Workflow): boolean => {
  const awaited = leavesOf(workflow, workflow.initial).flatMap((path) => stateAt(workflow, path).waitsFor);
  const offers = workflow.intake.effects.some(({ name }) => name === "offer");
  return awaited.length > 0 && !offers && awaited.every((by) => "party" in by && by.party === "offered");
};

/** Whether some step leads elsewhere for one kind than for another. */
const asksKind = (workflow: Workflow): boolean =>
  allSteps(workflow)
    .flatMap(({ step }) => guardsOf(step))
    .some(({ name }) => name === "kind");

/** Who begins a case is its reporter. */
const isOpen = ({ starts }: Workflow): boolean =>
  starts?.some((by: By) => "party" in by && by.party === "reporter") ?? true;

/** Whether there is a place where the actor may begin one. */
const mayStart = (workflow: Workflow, actor: Actor): boolean =>
  !isPartOnly(workflow) &&
  (isOpen(workflow) || (workflow.starts ?? []).some((by) => "right" in by && scopeOf(actor, by.right).length > 0));

const stateViews = (id: string, workflow: Workflow): PackView["states"] =>
  [...statesOf(workflow).values()].map(({ path, state }) => ({
    id: `${id}:${path}`,
    label: state.label,
    tone: state.tone ?? standingOf(workflow, [path]).tone,
    workflow: id,
  }));

const named = (pack: Pack, id: string) => {
  const workflow = workflowOf(pack, id);
  return {
    workflow,
    states: stateViews(id, workflow).map((state) => ({ id: state.id, label: state.label, tone: state.tone })),
  };
};

const withIds = <K extends object>(kinds: Readonly<Record<string, K>>) =>
  Object.entries(kinds).map(([id, kind]) => ({ id, ...kind }));

const participationOf = (pack: Pack, actor: Actor): PackView["participation"] => {
  const begun = (id: string) => {
    const { workflow, states } = named(pack, id);
    return { mayStart: mayStart(workflow, actor), intake: workflow.intake.form, states };
  };
  return {
    skills: pack.skills,
    registrations: Object.entries(pack.registrations).map(([id, { workflow, active: _active, ...kind }]) => ({
      id,
      ...kind,
      ...begun(workflow),
    })),
    claimables: Object.entries(pack.claimables).map(
      ([id, { workflow, claim, open: _open, expires: _expires, fulfilled: _fulfilled, ...kind }]) => ({
        id,
        ...kind,
        ...begun(workflow),
        claimStates: named(pack, claim).states,
      }),
    ),
    activities: Object.entries(pack.activities).map(
      ([
        id,
        {
          workflow,
          open: _open,
          running: _running,
          finished: _finished,
          begins: _begins,
          finishes: _finishes,
          results: _results,
          ...kind
        },
      ]) => ({ id, ...kind, ...begun(workflow) }),
    ),
    agreements: pack.agreements !== undefined,
    bookables: withIds(pack.bookables),
    rotas: withIds(pack.rotas),
    patrols: withIds(pack.patrols),
    cares: withIds(pack.cares),
    points: pointsOf(pack),
    checkIn: pack.participation.checkIn,
  };
};

const pointsOf = ({ points, participation }: Pack): PackView["participation"]["points"] =>
  points && participation.points === "opt-in"
    ? { label: points.label, shop: points.shop?.label ?? null, ranking: participation.ranking === "opt-in" }
    : null;

export const viewOf = (pack: Pack, version: number, actor: Actor): PackView => {
  const ofMatters = matterWorkflows(pack);
  const workflows = Object.entries(pack.workflows).filter(([id]) => !ofMatters.has(id));
  const startable = new Set(workflows.filter(([, workflow]) => mayStart(workflow, actor)).map(([id]) => id));
  return {
    id: pack.id,
    version,
    name: pack.name,
    brand: pack.brand,
    accent: pack.accent,
    calendar: pack.calendar,
    map: { centre: pack.map.centre, zoom: pack.map.zoom },
    workflows: workflows.map(([id, workflow]) => ({
      id,
      label: workflow.label,
      description: workflow.description,
      asksKind: asksKind(workflow),
      publishes: workflow.publication !== undefined,
      mayStart: startable.has(id),
      open: isOpen(workflow),
      intake: workflow.intake.form,
    })),
    categories: pack.categories.map(({ id, label, group, description, icon, urgent }) => {
      const workflow = workflowOfCategory(pack, id);
      return { id, label, group, description, icon, urgent, workflow, mayStart: startable.has(workflow) };
    }),
    kinds: pack.kinds,
    states: workflows.flatMap(([id, workflow]) => stateViews(id, workflow)),
    progress: pack.workflows[pack.mainWorkflow]?.progress ?? [],
    metrics: Object.entries(pack.metrics).map(([id, { label }]) => ({ id, label })),
    marks: workflows.flatMap(([id, { marks }]) => marks.map((mark) => ({ workflow: id, ...mark }))),
    lists: Object.entries(pack.lists).map(([id, list]) => ({ id, ...list })),
    tiers: Object.entries(pack.tiers).map(([id, tier]) => ({ id, ...tier })),
    roles: Object.entries(pack.roles).map(([id, { label, on }]) => ({ id, label, on })),
    participation: participationOf(pack, actor),
    words: pack.words,
  };
};
