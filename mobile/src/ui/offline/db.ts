/** What stays on the phone: the draft being written and what waits to be sent. Everything carries its account. */
import type { CaseDraft } from "@ginkgo/shared/api/cases.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import Dexie, { type EntityTable } from "dexie";
import type { Values } from "../form/values.ts";
import type { Attachment } from "../photos/attachment.ts";
import type { PlaceChoice } from "../place/choice.ts";

/** The submit form as it stands on the screen. */
export interface SubmitForm {
  readonly category?: string;
  readonly kind?: string;
  readonly words: string;
  readonly photos: readonly Attachment[];
  readonly place?: PlaceChoice;
  /** "Door of building 3": added to whatever place was chosen. */
  readonly spot: string;
  readonly visibility: NonNullable<CaseDraft["visibility"]>;
  readonly contact?: { readonly name: string; readonly phone: string };
  readonly onBehalfOf?: { readonly name: string; readonly phone: string };
  /** Answers to intake forms by workflow: to change one's mind about the category and back loses nothing. */
  readonly answers?: Readonly<Record<string, Values>>;
  /** What was asked when it was sent; the outbox sends it without the pack. */
  readonly asked?: { readonly workflow: string; readonly form: readonly Field[] };
}

export interface DraftRow {
  readonly account: string;
  readonly form: SubmitForm;
  readonly savedAt: number;
}

export interface OutboxRow {
  /** The idempotency key of the submission, fixed for its life. */
  readonly key: string;
  readonly account: string;
  readonly form: SubmitForm;
  readonly createdAt: number;
  readonly attempts: number;
  /** The case itself was sent at least once and no answer came: it may have arrived. */
  readonly maybeSent: boolean;
  /** Why it is still here, in words. */
  readonly note?: string;
  /** The server said no: it stays until a person mends or deletes it. */
  readonly refused: boolean;
}

export const db = new Dexie("ginkgo") as Dexie & {
  drafts: EntityTable<DraftRow, "account">;
  outbox: EntityTable<OutboxRow, "key">;
};
db.version(1).stores({ drafts: "account", outbox: "key, account" });
