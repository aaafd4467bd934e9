/** Where what someone sees differs from what the story expects. Pure. */
import type { StoryStep } from "@ginkgo/packs/story.ts";
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { statesOf } from "@ginkgo/shared/pack/states.ts";

export type See = Extract<StoryStep, { do: "see" }>;
type Seen = Pick<CaseView, "workflow" | "stateLabel" | "time" | "waiting" | "marks"> & {
  readonly actions: readonly { readonly action: string }[];
  readonly timeline: readonly {
    readonly label: string;
    readonly details: readonly { readonly text: string }[];
  }[];
};

export const listed = (texts: readonly string[]): string => (texts.length > 0 ? texts.join("、") : "无");

/** A state may be given as its label or as its path. */
const stateFits = (pack: Pack, seen: Seen, wanted: string): boolean => {
  const workflow = pack.workflows[seen.workflow];
  const label = (workflow && statesOf(workflow).get(wanted)?.state.label) ?? wanted;
  return seen.stateLabel === label || seen.stateLabel.split("／").includes(label);
};

/** Whether the labels stand there in this order, others between them; the first that does not. */
export const missingInOrder = (labels: readonly string[], wanted: readonly string[]): string | undefined => {
  let from = 0;
  for (const one of wanted) {
    const found = labels.indexOf(one, from);
    if (found < 0) return one;
    from = found + 1;
  }
  return undefined;
};

const stateDifferences = (pack: Pack, seen: Seen, { state, time, waiting }: See): string[] => [
  ...(state !== undefined && !stateFits(pack, seen, state) ? [`应为“${state}”，看到“${seen.stateLabel}”`] : []),
  ...(time !== undefined && seen.time !== time ? [`时限应为 ${time}，看到 ${seen.time}`] : []),
  ...(waiting !== undefined && !seen.waiting?.includes(waiting)
    ? [`应写明“${waiting}”，看到“${seen.waiting ?? "无"}”`]
    : []),
];

const actionDifferences = (seen: Seen, { actions = [], noActions = [] }: See): string[] => {
  const there = seen.actions.map(({ action }) => action);
  const missing = actions.filter((one) => !there.includes(one));
  const unwanted = noActions.filter((one) => there.includes(one));
  return [
    ...(missing.length > 0 ? [`应能操作 ${listed(missing)}，看到 ${listed(there)}`] : []),
    ...(unwanted.length > 0 ? [`不应能操作 ${listed(unwanted)}`] : []),
  ];
};

const timelineDifferences = (seen: Seen, { timeline = [], notOnTimeline = [], marks = [] }: See): string[] => {
  const labels = seen.timeline.map(({ label }) => label);
  const missing = missingInOrder(labels, timeline);
  const unwanted = notOnTimeline.filter((one) =>
    seen.timeline.some(({ label, details }) => label === one || details.some(({ text }) => text.includes(one))),
  );
  const shown = seen.marks.map(({ label }) => label);
  const unmarked = marks.filter((one) => !shown.includes(one));
  return [
    ...(missing !== undefined ? [`记录里应依次有“${missing}”，看到 ${listed(labels)}`] : []),
    ...(unwanted.length > 0 ? [`记录里不应有 ${listed(unwanted)}`] : []),
    ...(unmarked.length > 0 ? [`应标有 ${listed(unmarked)}，看到 ${listed(shown)}`] : []),
  ];
};

/** Every difference in words; empty when it is as expected. */
export const differences = (pack: Pack, seen: Seen, wanted: See): string[] => [
  ...stateDifferences(pack, seen, wanted),
  ...actionDifferences(seen, wanted),
  ...timelineDifferences(seen, wanted),
];
