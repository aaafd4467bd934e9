/** Bookings as people read them. */
import type { PointEntry } from "@ginkgo/shared/api/points.ts";
import type { Ground } from "./ground.ts";
import type { Booked } from "./repo/ledger.ts";

/** The rule as the pack names it now; one that is gone is named by its id. */
const ruleLabel = ({ rules }: Ground, id: string | null): string | null =>
  id === null ? null : (rules.rules.find((rule) => rule.id === id)?.label ?? id);

export const entryView = (ground: Ground, one: Booked): PointEntry => ({
  id: one.id,
  at: one.at.toISOString(),
  doneAt: one.doneAt.toISOString(),
  kind: one.kind,
  points: one.points,
  words: one.words,
  rule: ruleLabel(ground, one.rule),
  subject: { type: one.subjectType, id: one.subjectId },
  place: ground.tree.trail(one.nodeId),
  // Whose points they are is not for everyone who may see the booking.
  by: one.actor.accountId === one.accountId ? "本人" : one.actor.name,
  recognised: one.recognised.map(({ side, nodeId }) => ({ side, node: ground.tree.get(nodeId)?.name ?? "" })),
  reverses: one.reverses,
  reversedBy: one.reversedBy,
});

/** 王小明 → 王**: enough to ask, not enough to know. */
export const maskName = (name: string): string => {
  const [first = "", ...rest] = [...name];
  return `${first}${"*".repeat(Math.max(1, Math.min(rest.length, 3)))}`;
};
