import type { Tx } from "../../platform/db/database.ts";
import { tellLater } from "../notify/index.ts";

export interface Word {
  readonly accountId: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  /** The same matter arrives once. */
  readonly sourceKey: string;
}

/** What has become of someone's points or of what they have put aside: theirs alone to read. */
export const tellOwner = (tx: Tx, { accountId, ...word }: Word): void =>
  tellLater(tx, [{ ...word, accountIds: [accountId], weight: "normal" }]);
