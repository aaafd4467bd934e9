/** What steps of every family share: refusals as outcomes, texts cut short, one turn after the other. */
import type { StoryStep } from "@ginkgo/packs/story.ts";
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import type { Episode } from "../episode.ts";
import type { Outcome } from "../outcome.ts";
import { shareOf } from "../turn.ts";

export type StepOf<D extends StoryStep["do"]> = Extract<StoryStep, { do: D }>;

export const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

/** The problem a call was refused with; undefined if it was not. */
export const refusalOf = async (work: () => Promise<unknown>): Promise<Problem | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
};

export const problemText = ({ code, detail, errors = [] }: Problem): string =>
  [`${code}：${detail}`, ...errors.map(({ path, message }) => `${path} ${message}`)].join("；");

export const judged = (problem: Problem | undefined, wanted: string, what: string): Outcome =>
  problem?.code === wanted
    ? { ok: true, text: `${what}被拒绝（${wanted}）` }
    : { ok: false, text: `${what}应被拒绝（${wanted}），${problem ? `看到 ${problemText(problem)}` : "却成功了"}` };

interface Repeated {
  readonly as: string;
  readonly each?: true;
  readonly times?: Parameters<typeof shareOf>[0];
}

/** Once for everyone who plays the part, or so often; the first that goes wrong is what came of it. */
export const inTurn = async (
  episode: Episode,
  { as, each, times }: Repeated,
  once: (person: PersonFile, i: number) => Promise<Outcome>,
): Promise<Outcome> => {
  const people = each ? episode.people(as) : [episode.person(as)];
  const rounds = times === undefined ? 1 : shareOf(times, episode.turn);
  let i = 0;
  let last: Outcome = { ok: true, text: "没有人" };
  for (let round = 0; round < rounds; round++)
    for (const person of people) {
      last = await once(person, ++i);
      if (!last.ok) return last;
    }
  return i > 1 ? { ...last, text: `${i} 次：${last.text}` } : last;
};
