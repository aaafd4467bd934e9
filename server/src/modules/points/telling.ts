/** Telling a person what has become of their points or of what they have put aside: written with the change, sent after it. */
import type { Tx } from "../../platform/db/database.ts";
import type { Notice, Notify } from "../notify/index.ts";

export const pointsTask = "points.deliver";

export interface Word {
  readonly accountId: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  /** The same matter arrives once. */
  readonly sourceKey: string;
}

interface Delivery {
  readonly tenant: string;
  readonly word: Omit<Word, "at"> & { readonly at: string };
}

export const tellLater = (tx: Tx, word: Word): void =>
  tx.enqueue(pointsTask, { tenant: tx.tenant, word: { ...word, at: word.at.toISOString() } } satisfies Delivery);

export const createDelivery =
  (notify: Pick<Notify, "tell">) =>
  ({ tenant, word: { accountId, at, ...rest } }: Delivery): Promise<void> => {
    const notice: Notice = { ...rest, accountIds: [accountId], weight: "normal", at: new Date(at) };
    return notify.tell(tenant, [notice]);
  };
