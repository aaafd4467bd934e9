/** Notices out of a transaction: they become a job of it, so that what was not done is not told. */
import type { Tx } from "../../platform/db/database.ts";
import type { Notice } from "./model.ts";
import type { Notify } from "./service.ts";

export const noticeTask = "notify.deliver";

type Packed = Omit<Notice, "at"> & { readonly at: string };
interface Delivery {
  readonly tenant: string;
  readonly notices: readonly Packed[];
}

/** Call in the transaction that changed something. */
export const tellLater = (tx: Tx, notices: readonly Notice[]): void => {
  const real = notices.filter(({ accountIds }) => accountIds.length > 0);
  if (real.length === 0) return;
  const packed = real.map((notice): Packed => ({ ...notice, at: notice.at.toISOString() }));
  tx.enqueue(noticeTask, { tenant: tx.tenant, notices: packed } satisfies Delivery);
};

/** The job: runs until it succeeds; what it says arrives once. */
export const createNoticeDelivery =
  (notify: Notify) =>
  ({ tenant, notices }: Delivery): Promise<void> =>
    notify.tell(
      tenant,
      notices.map((notice) => ({ ...notice, at: new Date(notice.at) })),
    );
