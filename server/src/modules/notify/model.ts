/** Notices and what becomes of them, without I/O. */
import type { InboxItem } from "@ginkgo/shared/api/notify.ts";

export interface Notice {
  readonly accountIds: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly weight: "normal" | "urgent";
  readonly caseId?: string;
  readonly caseNo?: string;
  /** A registration, claim, activity … that the notice is about. */
  readonly matter?: { readonly id: string; readonly type: string };
  /** When it happened; deliveries may overtake each other, the inbox keeps the order of what happened. */
  readonly at: Date;
  /** The same matter is delivered once to each person, however often the job runs. */
  readonly sourceKey: string;
}

export interface Addressed {
  readonly to: string;
  readonly item: InboxItem;
}

const longest = 300;

/** A notice says what happened; the whole words stand in the case. */
export const shorten = (text: string): string => {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
};

/** PostgreSQL takes 8 kB a message; five items of the longest text stay below it. */
const perMessage = 5;

export const messagesOf = (tenant: string, addressed: readonly Addressed[]): string[] => {
  const messages: string[] = [];
  for (let i = 0; i < addressed.length; i += perMessage)
    messages.push(JSON.stringify({ tenant, items: addressed.slice(i, i + perMessage) }));
  return messages;
};

export const readMessage = (message: string): { tenant: string; items: Addressed[] } =>
  JSON.parse(message) as { tenant: string; items: Addressed[] };
