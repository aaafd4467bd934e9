/** What earns must be something that happens: a rule for a deed nobody can do would look like a promise. */
import type { ConfirmedBy, PointRule } from "../points.ts";
import type { Pack } from "../schema.ts";
import { allSteps } from "../states.ts";
import type { Party } from "../workflow.ts";
import { choices, own, type Report } from "./problem.ts";

interface DeedType {
  readonly words: string;
  /** Kinds of the pack that it can be of. */
  kinds(pack: Pack): readonly string[];
  /** Steps at which the engine tells of it. */
  steps(pack: Pack, kind: string): readonly string[];
  /** Who can have confirmed it when it is told. */
  readonly confirmedBy: readonly ConfirmedBy[];
}

const claimSteps = (pack: Pack, kind: string): string[] => {
  const workflow = own(pack.workflows, own(pack.claimables, kind)?.claim ?? "");
  return workflow ? [...new Set(allSteps(workflow).map(({ name }) => name))] : [];
};

const deeds: Readonly<Record<string, DeedType>> = {
  claim: {
    words: "认领",
    kinds: ({ claimables }) => Object.keys(claimables),
    steps: claimSteps,
    confirmedBy: ["owner", "desk"],
  },
  attendance: {
    words: "参加活动",
    kinds: ({ activities }) => Object.keys(activities),
    steps: () => ["attend"],
    confirmedBy: ["record"],
  },
  patrol: {
    words: "巡逻",
    kinds: ({ patrols }) => Object.keys(patrols),
    steps: () => ["done"],
    confirmedBy: ["record"],
  },
  visit: {
    words: "走访",
    kinds: ({ cares }) => Object.keys(cares),
    steps: () => ["done"],
    confirmedBy: ["record"],
  },
};

/** Of what is offered, whoever offered it is the one who does it; of everything else the claimant. */
const doerOf = (pack: Pack, kind: string): readonly Party[] =>
  own(pack.claimables, kind)?.list === "resource" ? ["reporter"] : ["lead", "handler"];

/** Nobody thanks themselves: the engine gives nothing for a step that only the doer takes. */
const checkNotAlone = (pack: Pack, { on, label }: PointRule, path: string, report: Report): void => {
  if (on.type !== "claim") return;
  for (const kind of on.kinds ?? Object.keys(pack.claimables)) {
    const workflow = own(pack.workflows, own(pack.claimables, kind)?.claim ?? "");
    const steps = workflow ? allSteps(workflow).filter(({ name }) => name === on.step) : [];
    const doer = doerOf(pack, kind);
    const alone = steps.every(({ step }) => step.by.every((by) => "party" in by && doer.includes(by.party)));
    if (steps.length > 0 && alone)
      report(
        `${path}.on.step`,
        "point-alone",
        `“${label}”（${kind}）的“${on.step}”只有做事的人自己能操作，等于自己给自己积分`,
        "换成由需要的一方或社区确认的那一步",
      );
  }
};

const confirmers: { readonly [C in ConfirmedBy]: string } = {
  owner: "owner（需要的一方）",
  desk: "desk（社区）",
  record: "record（记录）",
};

const checkKinds = (pack: Pack, { on, label }: PointRule, deed: DeedType, path: string, report: Report): void => {
  const known = deed.kinds(pack);
  if (known.length === 0)
    report(`${path}.on.type`, "point-deed-none", `“${label}”说的是${deed.words}，这里却没有`, "先写上，或者删掉这一条");
  on.kinds?.forEach((kind, i) => {
    if (known.length > 0 && !known.includes(kind))
      report(`${path}.on.kinds[${i}]`, "point-deed-kind", `没有“${kind}”这一类`, `改成：${choices(known)}`);
  });
};

const checkStep = (pack: Pack, { on, label }: PointRule, deed: DeedType, path: string, report: Report): void => {
  const known = deed.kinds(pack).filter((kind) => on.kinds?.includes(kind) ?? true);
  const lacking = known.filter((kind) => !deed.steps(pack, kind).includes(on.step));
  // Without kinds it is for those that have the step.
  const dead = on.kinds ? lacking.length > 0 : lacking.length === known.length;
  const steps = new Set(known.flatMap((kind) => deed.steps(pack, kind)));
  if (known.length > 0 && dead)
    report(
      `${path}.on.step`,
      "point-deed-step",
      `“${label}”要等“${on.step}”，${on.kinds ? lacking.join("、") : deed.words}却没有这一步`,
      `改成：${choices(steps)}`,
    );
};

/** A claim is confirmed by somebody; all else is told as the record has it, with nobody asked. */
const checkConfirmed = ({ label, confirmedBy }: PointRule, deed: DeedType, path: string, report: Report): void => {
  if (!deed.confirmedBy.includes(confirmedBy))
    report(
      `${path}.confirmedBy`,
      "point-confirmed-by",
      `“${label}”写的是由${confirmers[confirmedBy]}确认，${deed.words}却不是这样确认的`,
      `改成：${deed.confirmedBy.map((one) => confirmers[one]).join("、")}`,
    );
};

export const checkPointDeed = (pack: Pack, rule: PointRule, path: string, report: Report): void => {
  const deed = own(deeds, rule.on.type);
  if (!deed) {
    const mend = `改成：${choices(Object.keys(deeds))}`;
    report(`${path}.on.type`, "point-deed-unknown", `“${rule.label}”：没有“${rule.on.type}”这样的服务`, mend);
    return;
  }
  checkKinds(pack, rule, deed, path, report);
  checkStep(pack, rule, deed, path, report);
  checkConfirmed(rule, deed, path, report);
  checkNotAlone(pack, rule, path, report);
};
