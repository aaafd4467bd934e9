/**
 * Every submission goes through here: it is written to the phone first and removed when the server has answered with a
 * number. "Being sent" is never written down, so a closed app or a flat battery leaves nothing stuck in that state.
 */

import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { newKey } from "@ginkgo/shared/api/client.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import { call, isPassing, problemOf } from "../net/client.ts";
import { uploaded } from "../photos/attachment.ts";
import { db, type OutboxRow, type SubmitForm } from "./db.ts";
import { mapPhotos, photosOf, toDraft } from "./draft-input.ts";
import { keepWaiting } from "./waiting.ts";

const answerWithinMs = 60_000;

export type Outcome =
  | { readonly result: "sent"; readonly view: CaseView }
  | { readonly result: "waiting"; readonly problem: Problem }
  | { readonly result: "refused"; readonly problem: Problem };

const sending = new Map<string, Promise<Outcome | undefined>>();
const watchers = new Set<() => void>();
let sendingNow: readonly string[] = [];
const announce = () => {
  sendingNow = [...sending.keys()];
  for (const watcher of watchers) watcher();
};
export const watchSending = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};
export const keysBeingSent = (): readonly string[] => sendingNow;

/** Kept outside of the database, for screens that do without it. */
export const tellWaiting = async (account: string): Promise<void> =>
  keepWaiting(account, (await db.outbox.where("account").equals(account).count()) > 0);

export const enqueue = async (account: string, form: SubmitForm): Promise<string> => {
  const key = newKey();
  await db.outbox.add({ key, account, form, createdAt: Date.now(), attempts: 0, maybeSent: false, refused: false });
  keepWaiting(account, true);
  return key;
};

/** Ids are written down one by one: a later attempt then sends the very same body under the same key. */
const uploadAll = async (row: OutboxRow): Promise<SubmitForm> => {
  let { form } = row;
  for (const photo of photosOf(form)) {
    if (photo.fileId) continue;
    const fileId = await uploaded(photo);
    form = mapPhotos(form, (one) => (one.key === photo.key ? { ...one, fileId, problem: undefined } : one));
    await db.outbox.update(row.key, { form });
  }
  return form;
};

/** No answer in time counts as no network: the same key is tried again later. */
const submit = async (key: string, form: SubmitForm): Promise<CaseView> => {
  const signal = typeof AbortSignal.timeout === "function" ? AbortSignal.timeout(answerWithinMs) : undefined;
  return call(casesApi.submit, toDraft(form), { idempotencyKey: key, signal });
};

const unanswered: Problem = {
  type: "about:blank",
  title: "没有应答",
  status: 0,
  code: "unavailable",
  detail: "服务器很久没有应答，稍后会自动再发。",
};

/** The server no longer has a photo that it once took: it has to be uploaded again. */
export const losesPhotos = (problem: Problem): boolean =>
  problem.code === "not-found" || (problem.errors ?? []).some(({ path }) => path.startsWith("photos"));

export const withoutIds = (form: SubmitForm): SubmitForm =>
  mapPhotos(form, (photo) => ({ ...photo, fileId: undefined }));

const attempt = async (row: OutboxRow): Promise<Outcome> => {
  let caseOut = false;
  try {
    const form = await uploadAll(row);
    caseOut = true;
    await db.outbox.update(row.key, { maybeSent: true });
    const view = await submit(row.key, form);
    await db.outbox.delete(row.key);
    await tellWaiting(row.account);
    return { result: "sent", view };
  } catch (error) {
    const timedOut = error instanceof DOMException;
    const problem = timedOut ? unanswered : problemOf(error);
    // Signed out is no refusal: it goes out after the next sign-in.
    const passing = isPassing(problem) || problem.code === "unauthenticated";
    await db.outbox.update(row.key, {
      ...(losesPhotos(problem) ? { form: withoutIds(row.form) } : {}),
      attempts: row.attempts + 1,
      note: problem.detail,
      refused: !passing,
      // A clear "no" means that nothing was made of it.
      maybeSent: passing && (row.maybeSent || caseOut),
    });
    return { result: passing ? "waiting" : "refused", problem };
  }
};

/** Two open tabs must not send the same thing at the same time (the key would save us, the person would be confused). */
const alone = async <T>(key: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request(`ginkgo-outbox-${key}`, work) : work();

/** Sends one entry now; `undefined` when it is no longer there. */
export const sendOne = (key: string): Promise<Outcome | undefined> => {
  const already = sending.get(key);
  if (already) return already;
  const work = alone(key, async () => {
    const row = await db.outbox.get(key);
    return row ? attempt(row) : undefined;
  }).finally(() => {
    sending.delete(key);
    announce();
  });
  sending.set(key, work);
  announce();
  return work;
};

/** Sends what waits for this account, oldest first; stops at the first sign that there is still no network. */
export const sendWaiting = async (account: string): Promise<readonly CaseView[]> => {
  const rows = await db.outbox.where("account").equals(account).sortBy("createdAt");
  const sent: CaseView[] = [];
  for (const row of rows) {
    if (row.refused) continue;
    const outcome = await sendOne(row.key);
    if (outcome?.result === "sent") sent.push(outcome.view);
    if (outcome?.result === "waiting") break;
  }
  return sent;
};

export const forget = async (key: string): Promise<void> => {
  const row = await db.outbox.get(key);
  await db.outbox.delete(key);
  if (row) await tellWaiting(row.account);
};
