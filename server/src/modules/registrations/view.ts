/** A registration as one person may see it. */
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import type { RegistrationSummary } from "@ginkgo/shared/api/registrations.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { standingOf, stepsAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import { maskPhone, type Sealer } from "../../platform/crypto.ts";
import { type Actor, may } from "../authority/index.ts";
import { isSide, type Matter, matterOf, targetFor, timeOfClock } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { isOpen, nearestClock } from "../workflow/index.ts";
import { bodiesOf, mayKeep, shownName } from "./model.ts";
import { phoneIn, type RegistrationRow } from "./repo.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly tree: Tree;
  /** The pack it began under. */
  readonly pack: Pack;
  readonly now: Date;
  readonly sealer: Sealer;
}

export const refOf = (tree: Tree, id: string | null): NodeRef | null => {
  const node = id === null ? undefined : tree.get(id);
  return node ? { id: node.id, name: node.name, tier: node.tier } : null;
};

export const refTo = (tree: Tree, id: string): NodeRef => refOf(tree, id) ?? { id, name: "（已不存在）", tier: "" };

/** Their own, the register's keepers, and the unit that may see its people's records. */
const knowsName = ({ actor, tree }: Viewing, row: RegistrationRow, one: Matter): boolean =>
  isSide(actor, one.owner) ||
  mayKeep(actor, tree, row.node_id) ||
  (row.unit_sees && row.unit_id !== null && bodiesOf(actor).includes(row.unit_id));

const stepsAtOnce = ({ actor, tree, pack, now }: Viewing, one: Matter): RegistrationSummary["bulk"] =>
  one.ended
    ? []
    : stepsAt(workflowOf(pack, one.subject.workflow), one.subject.leaves)
        .filter(
          ({ step }) =>
            step.bulk &&
            step.form.every(({ required }) => !required) &&
            isOpen(one.subject, step, now) &&
            may(actor, step.by, targetFor(actor, one), tree),
        )
        .map(({ name, step }) => ({ action: name, label: step.label }));

export const summaryOf = (viewing: Viewing, row: RegistrationRow): RegistrationSummary => {
  const { actor, tree, pack, now, sealer } = viewing;
  const one = matterOf(row);
  const kind = pack.registrations[row.kind];
  const { label, tone } = standingOf(workflowOf(pack, row.workflow), one.subject.leaves);
  const clock = nearestClock(one.subject);
  const body = refOf(tree, row.registered_body_id);
  const phone = body ? null : phoneIn(row, sealer);
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: kind?.label ?? row.kind,
    who: row.account_id === null ? "unit" : "person",
    name: body?.name ?? shownName(row.owner_name, knowsName(viewing, row, one)),
    phone: phone === null ? null : maskPhone(phone),
    body,
    node: refTo(tree, row.node_id),
    place: tree.trail(row.node_id),
    unit: refOf(tree, row.unit_id),
    unitSees: row.unit_sees,
    skills: row.skills.map((id) => ({ id, label: pack.skills.find((skill) => skill.id === id)?.label ?? id })),
    stateLabel: label,
    tone,
    active: row.active,
    ended: row.ended,
    createdAt: row.created_at.toISOString(),
    registeredAt: row.registered_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    dueAt: row.ended ? null : (clock.dueAt?.toISOString() ?? null),
    time: row.ended || (!clock.dueAt && !clock.paused) ? "none" : timeOfClock(clock, now),
    version: row.version,
    mine: isSide(actor, one.owner),
    bulk: stepsAtOnce(viewing, one),
  };
};
