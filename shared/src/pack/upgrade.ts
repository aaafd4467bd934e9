/**
 * Published packs are kept for ever, because a case stays on the version it began under. When the schema changes in a way
 * old packs do not fit, `formatVersion` goes up by one and a function here makes the old shape into the new one.
 */
type Raw = Readonly<Record<string, unknown>>;

export type Upgrades = Readonly<Record<number, (old: Raw) => Raw>>;

/** From the version named to the next one. */
export const upgrades: Upgrades = {
  /** One workflow became several: the one there was is the main one. */
  1: ({ workflow, ...rest }) => ({ ...rest, workflows: { order: workflow }, mainWorkflow: "order" }),
};

export const currentFormat = 2;

/** A pack of any earlier format in today's. Throws on one from the future: this build is then older than its database. */
export const upgradePack = (raw: Raw, steps: Upgrades = upgrades, target = currentFormat): Raw => {
  let pack = raw;
  for (let from = Number(pack.formatVersion); from !== target; from = Number(pack.formatVersion)) {
    const step = steps[from];
    if (!step) throw new Error(`a pack of format ${from} cannot be read by a build that knows format ${target}`);
    pack = { ...step(pack), formatVersion: from + 1 };
  }
  return pack;
};
