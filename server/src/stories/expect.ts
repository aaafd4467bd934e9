/** What someone must see or be told, asked through the public API. */
import { setTimeout as sleep } from "node:timers/promises";
import type { StoryStep } from "@ginkgo/packs/story.ts";
import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { type InboxItem, notifyApi } from "@ginkgo/shared/api/notify.ts";
import { differences, type See } from "./differences.ts";
import type { Episode } from "./episode.ts";
import type { Outcome } from "./outcome.ts";
import type { Seat } from "./seats.ts";

/** Messages are delivered by a job after the step; this long it may take. */
const patienceMs = 5_000;
const pagesOfInbox = 5;

const viewed = async ({ call }: Seat, caseId: string): Promise<CaseView | undefined> => {
  try {
    return await call(casesApi.view, { caseId });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === "not-found") return undefined;
    throw error;
  }
};

export const seeCase = async (episode: Episode, step: See): Promise<Outcome> => {
  const view = await viewed(episode.seat(step.as), episode.case(step.case).id);
  if (step.hidden)
    return view
      ? { ok: false, text: `不应看到这件事，却看到“${view.stateLabel}”` }
      : { ok: true, text: "看不到这件事（应当如此）" };
  if (!view) return { ok: false, text: "应能看到这件事，却看不到" };
  const found = differences(episode.stage.pack, view, step);
  return found.length > 0 ? { ok: false, text: found.join("；") } : { ok: true, text: `看到“${view.stateLabel}”` };
};

type About = (item: InboxItem) => boolean;

const messagesAbout = async ({ call }: Seat, about: About): Promise<InboxItem[]> => {
  const found: InboxItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesOfInbox; page++) {
    const { items, nextCursor } = await call(notifyApi.inbox, { limit: 200, ...(cursor ? { cursor } : {}) });
    found.push(...items.filter(about));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return found;
};

export const seeToldOf = async (
  episode: Episode,
  step: { readonly as: string; readonly words: string },
  about: About,
): Promise<Outcome> => {
  const seat = episode.seat(step.as);
  const until = Date.now() + patienceMs;
  for (;;) {
    const messages = await messagesAbout(seat, about);
    if (messages.some(({ title, text }) => text.includes(step.words) || title.includes(step.words)))
      return { ok: true, text: `收到“${step.words}”` };
    if (Date.now() > until) {
      const seen = messages.map(({ text }) => `“${text}”`).join("、");
      return { ok: false, text: `应收到“${step.words}”，看到 ${seen || "没有消息"}` };
    }
    await sleep(50);
  }
};

export const seeTold = (episode: Episode, step: Extract<StoryStep, { do: "told" }>): Promise<Outcome> => {
  const { id } = episode.case(step.case);
  return seeToldOf(episode, step, ({ caseId }) => caseId === id);
};
