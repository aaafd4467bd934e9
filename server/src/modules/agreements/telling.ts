/** Who is told what: named when something happens, found as people when the job runs. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import { membersOf, nearestHolders } from "../identity/index.ts";
import type { Notice } from "../notify/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import { edit } from "./model.ts";

export interface Audience {
  /** Whoever speaks for these bodies. */
  readonly bodies?: readonly string[];
  readonly accounts?: readonly string[];
  /** Whoever draws agreements up for this place, or the nearest above it. */
  readonly desk?: string;
}

export interface Announcement {
  readonly tenant: string;
  readonly about: { readonly type: "agreement" | "meeting" | "agreed-item"; readonly id: string };
  readonly title: string;
  readonly text: string;
  readonly urgent: boolean;
  readonly at: string;
  /** Knows already. */
  readonly actorId: string | null;
  readonly to: Audience;
  /** The same is told once to each person. */
  readonly key: string;
}

export type Announced = Omit<Announcement, "tenant" | "at" | "urgent" | "actorId"> & {
  readonly at: Date;
  readonly urgent?: boolean;
  readonly actorId?: string;
};

export const announce = (tx: Tx, { at, urgent = false, actorId, ...said }: Announced): void => {
  const payload: Announcement = { ...said, tenant: tx.tenant, at: at.toISOString(), urgent, actorId: actorId ?? null };
  tx.enqueue("agreements.deliver", payload);
};

const rolesWith = (pack: Pack, right: string): string[] =>
  Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes(right));

/** Everyone who speaks for one of these bodies now. */
export const speakersOf = (tx: Tx, pack: Pack, bodies: readonly string[]): Promise<string[]> =>
  membersOf(tx, rolesWith(pack, "case.lead"), bodies);

const shortest = 40;

export const createTelling = ({ db, packs, forest, notify }: AgreementsDeps) => ({
  /** Job: stores the notice with everyone who is meant. Runs until it succeeds; what it says arrives once. */
  deliver: async (said: Announcement): Promise<void> => {
    const { tenant, to, about } = said;
    const tree = await forest.tree(tenant);
    const { pack } = await packs.current(tenant);
    const accountIds = await db.inTenant(tenant, async (tx) => [
      ...(to.accounts ?? []),
      ...(await speakersOf(tx, pack, to.bodies ?? [])),
      ...(to.desk === undefined ? [] : await nearestHolders(tx, tree, rolesWith(pack, edit), to.desk)),
    ]);
    const notice: Notice = {
      accountIds: [...new Set(accountIds)].filter((id) => id !== said.actorId),
      title: [...said.title].slice(0, shortest).join(""),
      text: said.text,
      weight: said.urgent ? "urgent" : "normal",
      matter: about,
      at: new Date(said.at),
      sourceKey: said.key,
    };
    await notify.tell(tenant, [notice]);
  },
});
