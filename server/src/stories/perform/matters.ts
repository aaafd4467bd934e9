/** Steps about registrations, needs, claims, agreements and activities: whatever moves along a workflow besides cases. */

import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { type MatterView, mattersApi } from "@ginkgo/shared/api/matters.ts";
import { listed, missingInOrder } from "../differences.ts";
import type { Episode } from "../episode.ts";
import type { Outcome } from "../outcome.ts";
import { Unresolved } from "../parts.ts";
import { fieldAt, idOf } from "../values.ts";
import { inTurn, judged, refusalOf, type StepOf } from "./common.ts";

/** `need`, or a place inside an answer: `round.items.0.claim`. */
const matterIdOf = (episode: Episode, text: string, i = 1): string => {
  const [name = "", ...path] = text.replaceAll("{i}", String(i)).split(".");
  const found = fieldAt(episode.answer(name), path.join("."));
  const id = typeof found === "string" ? found : idOf(found);
  if (typeof id !== "string") throw new Unresolved(`故事里还没有 ${text}`);
  return id;
};

const stepOnce = async (episode: Episode, step: StepOf<"step">, person: PersonFile, i: number): Promise<Outcome> => {
  const { as, action, refused } = step;
  const matterId = matterIdOf(episode, step.matter, i);
  const data = await episode.data(as, step.data, i);
  const { call } = episode.seatOf(person);
  const act = async (): Promise<MatterView> => {
    const { version } = await call(mattersApi.view, { matterId });
    return call(mattersApi.act, { matterId, action, version, data });
  };
  if (refused !== undefined) return judged(await refusalOf(act), refused, `${action} `);
  const { timeline, stateLabel } = await act();
  return { ok: true, text: `${action}（${timeline.at(-1)?.label ?? "—"}） → ${stateLabel}` };
};

export const takeStep = (episode: Episode, step: StepOf<"step">): Promise<Outcome> =>
  inTurn(episode, step, (person, i) => stepOnce(episode, step, person, i));

const viewed = async (episode: Episode, as: string, matterId: string): Promise<MatterView | undefined> => {
  try {
    return await episode.seat(as).call(mattersApi.view, { matterId });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === "not-found") return undefined;
    throw error;
  }
};

const differences = (
  view: MatterView,
  { state, waiting, actions = [], noActions = [], timeline = [] }: StepOf<"seeMatter">,
) => {
  const open = view.actions.map(({ action }) => action);
  const missing = actions.filter((one) => !open.includes(one));
  const unwanted = noActions.filter((one) => open.includes(one));
  const labels = view.timeline.map(({ label }) => label);
  const absent = missingInOrder(labels, timeline);
  return [
    ...(state !== undefined && !view.stateLabel.split("／").includes(state)
      ? [`应为“${state}”，看到“${view.stateLabel}”`]
      : []),
    ...(waiting !== undefined && !view.waiting?.includes(waiting)
      ? [`应写明“${waiting}”，看到“${view.waiting ?? "无"}”`]
      : []),
    ...(missing.length > 0 ? [`应能操作 ${listed(missing)}，看到 ${listed(open)}`] : []),
    ...(unwanted.length > 0 ? [`不应能操作 ${listed(unwanted)}`] : []),
    ...(absent !== undefined ? [`记录里应依次有“${absent}”，看到 ${listed(labels)}`] : []),
  ];
};

export const seeMatter = async (episode: Episode, step: StepOf<"seeMatter">): Promise<Outcome> => {
  const view = await viewed(episode, step.as, matterIdOf(episode, step.matter));
  if (step.hidden)
    return view
      ? { ok: false, text: `不应看到这件事，却看到“${view.stateLabel}”` }
      : { ok: true, text: "看不到这件事（应当如此）" };
  if (!view) return { ok: false, text: "应能看到这件事，却看不到" };
  const found = differences(view, step);
  return found.length > 0 ? { ok: false, text: found.join("；") } : { ok: true, text: `看到“${view.stateLabel}”` };
};

export const matterNamed = matterIdOf;
