/** Which workflows of a pack are those of matters (registrations, claims …) and not of cases. Pure; both sides use it. */
import type { MatterType } from "./participation.ts";
import type { Pack } from "./schema.ts";

export interface MatterUse {
  readonly type: MatterType;
  readonly kind: string;
  readonly workflow: string;
  /** Where in the pack it says so. */
  readonly path: string;
}

/**
 * Numbers the engine itself keeps among a matter's facts: places and how many are taken and carried through; of an activity
 * how many were there and for how many minutes; of an agreement what was agreed on and done of it, 1 if every party agreed
 * and if its last day has passed, how often it was renewed.
 */
export const matterFacts = [
  "places",
  "taken",
  "carriedThrough",
  "present",
  "minutes",
  "items",
  "itemsDone",
  "allAgreed",
  "termOver",
  "renewals",
] as const;

export const agreementKind = "agreement";

/** Every workflow a matter of the pack can go, with its type and kind. */
export const matterUses = ({ registrations, claimables, agreements, activities }: Pack): MatterUse[] => [
  ...Object.entries(registrations).map(
    ([kind, { workflow }]): MatterUse => ({
      type: "registration",
      kind,
      workflow,
      path: `registrations.${kind}.workflow`,
    }),
  ),
  ...Object.entries(claimables).flatMap(([kind, { workflow, claim }]): MatterUse[] => [
    { type: "claimable", kind, workflow, path: `claimables.${kind}.workflow` },
    { type: "claim", kind, workflow: claim, path: `claimables.${kind}.claim` },
  ]),
  ...(agreements
    ? [
        {
          type: "agreement" as const,
          kind: agreementKind,
          workflow: agreements.workflow,
          path: "agreements.workflow",
        },
      ]
    : []),
  ...Object.entries(activities).map(
    ([kind, { workflow }]): MatterUse => ({ type: "activity", kind, workflow, path: `activities.${kind}.workflow` }),
  ),
];

const known = new WeakMap<Pack, ReadonlySet<string>>();

/** The workflows of matters: no category of cases may lead to one. */
export const matterWorkflows = (pack: Pack): ReadonlySet<string> => {
  const found = known.get(pack) ?? new Set(matterUses(pack).map(({ workflow }) => workflow));
  known.set(pack, found);
  return found;
};
