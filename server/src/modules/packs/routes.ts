import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { PackView, packApi } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Call } from "../../platform/http/call.ts";
import type { PackRegistry } from "./registry.ts";

const viewOf = (pack: Pack, version: number): PackView => ({
  id: pack.id,
  version,
  name: pack.name,
  brand: pack.brand,
  accent: pack.accent,
  calendar: pack.calendar,
  map: { centre: pack.map.centre, zoom: pack.map.zoom },
  categories: pack.categories.map(({ id, label, group, description, icon, urgent }) => ({
    id,
    label,
    group,
    description,
    icon,
    urgent,
  })),
  kinds: pack.kinds,
  states: Object.entries(pack.workflow.states).map(([id, { label, tone }]) => ({ id, label, tone })),
  progress: pack.workflow.progress,
  tiers: Object.entries(pack.tiers).map(([id, { label, tree, as, under, kinds }]) => ({
    id,
    label,
    tree,
    as,
    under,
    kinds,
  })),
  roles: Object.entries(pack.roles).map(([id, { label, on }]) => ({ id, label, on })),
  words: pack.words,
});

export const packHandlers = (packs: PackRegistry) =>
  ({
    pack: async ({ actor }) => {
      const { pack, version } = await packs.current(actor.tenant);
      return viewOf(pack, version);
    },
  }) satisfies Handlers<Call<{ readonly tenant: string }>, typeof packApi>;
