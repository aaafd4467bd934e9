/** Telling those concerned: texts are filled in when the step is taken, people are found when the job runs. */
import type { By, Telling } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import { nearestHolders } from "../identity/index.ts";
import type { Notice } from "../notify/index.ts";
import type { Tree } from "../org/index.ts";
import { nearestClock } from "../workflow/index.ts";
import type { MattersDeps } from "./deps.ts";
import type { Matter } from "./model.ts";
import { dayText } from "./words.ts";

export interface Said {
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly urgent: boolean;
  readonly label: string;
  readonly tells: readonly Telling[];
  readonly answers: Readonly<Record<string, string>>;
}

/** What the delivery job gets: the matter as it was right after the step. */
export interface MatterDelivery {
  readonly tenant: string;
  readonly matterId: string;
  readonly type: string;
  readonly version: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly urgent: boolean;
  readonly title: string;
  readonly tells: readonly { readonly to: readonly By[]; readonly text: string }[];
  readonly ownerId: string;
  readonly holderId: string | null;
  readonly placeId: string;
  readonly named: Readonly<Record<string, string>>;
}

const longestTitle = 40;

export const deliveryOf = (tenant: string, one: Matter, tree: Tree, said: Said): MatterDelivery => {
  const words: Readonly<Record<string, string>> = {
    title: one.title,
    actor: said.actorName,
    place: tree.trail(one.subject.placeId),
    due: dayText(nearestClock(one.subject).dueAt, said.at),
    ...Object.fromEntries(Object.entries(said.answers).map(([name, text]) => [`form.${name}`, text])),
  };
  const fill = (text: string) => text.replace(/\{([\w.]+)\}/g, (_all, name: string) => words[name] ?? "");
  const named = Object.entries(one.subject.facts).flatMap(([fact, value]) =>
    typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
      ? [[fact, value.id] as const]
      : [],
  );
  return {
    tenant,
    matterId: one.id,
    type: one.type,
    version: one.version,
    at: said.at.toISOString(),
    actorId: said.actorId,
    urgent: said.urgent,
    title: [...`${said.label}：${one.title}`].slice(0, longestTitle).join(""),
    tells: said.tells.map(({ to, text }) => ({ to, text: fill(text) })),
    ownerId: one.owner.id,
    holderId: one.holder?.id ?? null,
    placeId: one.subject.placeId,
    named: Object.fromEntries(named),
  };
};

export const createTelling = ({ db, packs, forest, notify }: MattersDeps) => {
  const accountsFor = async (tx: Tx, tree: Tree, by: By, delivery: MatterDelivery): Promise<readonly string[]> => {
    if ("fact" in by) return [delivery.named[by.fact] ?? []].flat();
    if ("right" in by) {
      const { pack } = await packs.current(tx.tenant);
      const roles = Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes(by.right));
      return nearestHolders(tx, tree, roles, delivery.placeId);
    }
    return by.party === "reporter" ? [delivery.ownerId] : [delivery.holderId ?? []].flat();
  };

  return {
    /** Job: stores the notices. Runs until it succeeds; what it says arrives once. */
    deliver: async (delivery: MatterDelivery): Promise<void> => {
      const { tenant, matterId, type, version } = delivery;
      const tree = await forest.tree(tenant);
      const notices = await db.inTenant(tenant, async (tx) => {
        const found: Notice[] = [];
        for (const [i, { to, text }] of delivery.tells.entries()) {
          const accounts: string[] = [];
          for (const by of to) accounts.push(...(await accountsFor(tx, tree, by, delivery)));
          found.push({
            // Whoever acted knows already.
            accountIds: accounts.filter((id) => id !== delivery.actorId),
            title: delivery.title,
            text,
            weight: delivery.urgent ? "urgent" : "normal",
            matter: { id: matterId, type },
            at: new Date(delivery.at),
            sourceKey: `${matterId}/${version}/${i}`,
          });
        }
        return found;
      });
      await notify.tell(tenant, notices);
    },
  };
};
export type MatterTelling = ReturnType<typeof createTelling>;
