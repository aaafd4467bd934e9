/** Telling people what concerns their place in an activity: written with the change, sent after it. */
import type { Tx } from "../../platform/db/database.ts";
import type { Notify } from "../notify/index.ts";

export const activitiesTask = "activities.deliver";

export interface Word {
  readonly accountIds: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly activityId: string;
  readonly at: Date;
  /** The same matter arrives once with each person. */
  readonly sourceKey: string;
  readonly urgent?: boolean;
}

interface Delivery {
  readonly tenant: string;
  readonly word: Omit<Word, "at"> & { readonly at: string };
}

const longestTitle = 40;

export const tellLater = (tx: Tx, word: Word): void => {
  if (word.accountIds.length === 0) return;
  const title = [...word.title].slice(0, longestTitle).join("");
  tx.enqueue(activitiesTask, {
    tenant: tx.tenant,
    word: { ...word, title, at: word.at.toISOString() },
  } satisfies Delivery);
};

export const createDelivery =
  (notify: Pick<Notify, "tell">) =>
  ({ tenant, word: { activityId, at, urgent, ...rest } }: Delivery): Promise<void> =>
    notify.tell(tenant, [
      {
        ...rest,
        weight: urgent ? "urgent" : "normal",
        matter: { id: activityId, type: "activity" },
        at: new Date(at),
      },
    ]);
