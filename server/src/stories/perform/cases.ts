/** Steps about cases. */
import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import type { Episode } from "../episode.ts";
import type { Outcome } from "../outcome.ts";
import { nameSubCases } from "../sub-cases.ts";
import { judged, refusalOf, type StepOf, short } from "./common.ts";

const draftOf = async (
  episode: Episode,
  step: StepOf<"submit"> | StepOf<"refusedSubmit">,
): Promise<CallInput<typeof casesApi.submit>> => {
  const {
    category,
    words,
    kind,
    address,
    pin,
    visibility,
    onBehalfOf,
    node,
    photos = [],
  } = step as Partial<StepOf<"submit">>;
  const seat = episode.seat(step.as);
  const ids: string[] = [];
  for (const caption of photos) ids.push(await seat.photo(caption));
  const given = { category, words, kind, address, pin, visibility, onBehalfOf };
  return {
    // What is undefined is left out of the JSON that is sent.
    ...(given as Pick<CallInput<typeof casesApi.submit>, "category" | "words">),
    ...(node === null ? {} : { node: episode.nodeId(`@${node ?? episode.at}`) }),
    photos: ids,
    data: await episode.data(step.as, step.data),
  };
};

export const submit = async (episode: Episode, step: StepOf<"submit">): Promise<Outcome> => {
  const draft = await draftOf(episode, step);
  const view = await episode.seat(step.as, step.app).call(casesApi.submit, draft);
  episode.know(step.case, view);
  return { ok: true, text: `提交“${short(step.words)}” → ${view.stateLabel}（${view.no}）` };
};

/** The version the actor has before them. A case they may not open they can only guess at. */
const versionFor = async (episode: Episode, as: string, name: string): Promise<number> => {
  const known = episode.case(name);
  if (!episode.stage.careful) return known.version;
  try {
    return (await episode.seat(as).call(casesApi.view, { caseId: known.id })).version;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === "not-found") return known.version;
    throw error;
  }
};

const take = async (episode: Episode, step: StepOf<"act"> | StepOf<"refused">): Promise<CaseView> => {
  const { as, action } = step;
  const { id: caseId } = episode.case(step.case);
  const data = await episode.data(as, step.data);
  const { call } = episode.seat(as);
  const version = await versionFor(episode, as, step.case);
  try {
    return await call(casesApi.act, { caseId, action, version, data });
  } catch (error) {
    const changedMeanwhile = error instanceof ProblemError && error.problem.code === "stale";
    if (!changedMeanwhile || episode.stage.careful) throw error;
    // A limit or a sub-case has moved it on since the last answer.
    const { version: fresh } = await call(casesApi.view, { caseId });
    return call(casesApi.act, { caseId, action, version: fresh, data });
  }
};

export const act = async (episode: Episode, step: StepOf<"act">): Promise<Outcome> => {
  const view = await take(episode, step);
  episode.know(step.case, view);
  const unnamed = nameSubCases(episode, view.children, step.opens ?? {});
  if (unnamed.length > 0) return { ok: false, text: `没有找到分办件：${unnamed.join("、")}`, fatal: true };
  return { ok: true, text: `${step.action}（${view.timeline.at(-1)?.label ?? "—"}） → ${view.stateLabel}` };
};

export const refusedAct = async (episode: Episode, step: StepOf<"refused">): Promise<Outcome> =>
  judged(await refusalOf(() => take(episode, step)), step.problem, `${step.action} `);

export const refusedSubmit = async (episode: Episode, step: StepOf<"refusedSubmit">): Promise<Outcome> => {
  const draft = await draftOf(episode, step);
  const call = () => episode.seat(step.as).call(casesApi.submit, draft);
  return judged(await refusalOf(call), step.problem, `提交“${short(step.words)}”`);
};
