/** Working together: sub-cases in other workflows, the parts that invited bodies play, and what is made public. */
import { matterWorkflows } from "../matters.ts";
import type { Pack } from "../schema.ts";
import { leavesOf, stateAt, statesOf, workflowOfCategory } from "../states.ts";
import type { By, Effect, Party, Workflow } from "../workflow.ts";
import { choices, own } from "./problem.ts";
import { eachEffect, eachGuard, eachState, eachStep, type WorkflowCheck, workflowPath } from "./walk.ts";

type Opening = Extract<Effect, { name: "openSubCases" }>;

/** A sub-case is offered to its body from the start: its first state must wait for that body. */
const waitsForOffered = (workflow: Workflow): boolean =>
  !statesOf(workflow).has(workflow.initial) ||
  leavesOf(workflow, workflow.initial).some((leaf) =>
    stateAt(workflow, leaf).waitsFor.some((by) => "party" in by && by.party === "offered"),
  );

const checkOpening = ({ pack, report }: WorkflowCheck, path: string, effect: Opening): void => {
  const child = own(pack.workflows, effect.workflow);
  if (!child) {
    const mend = `改成已有的流程：${choices(Object.keys(pack.workflows))}`;
    report(`${path}.workflow`, "sub-case-workflow", `没有“${effect.workflow}”这个流程`, mend);
    return;
  }
  const goesThere = pack.categories
    .map(({ id }) => id)
    .filter((id) => workflowOfCategory(pack, id) === effect.workflow);
  if (!goesThere.includes(effect.category)) {
    const why = `类别“${effect.category}”不属于流程“${effect.workflow}”`;
    report(`${path}.category`, "sub-case-category", why, `改成这个流程的类别：${choices(goesThere)}`);
  }
  if (!waitsForOffered(child))
    report(
      `${path}.workflow`,
      "sub-case-start",
      `流程“${effect.workflow}”的第一个状态不等接单方`,
      '让它的第一个状态 waitsFor { party: "offered" }',
    );
  const asked = child.intake.form.find(({ required }) => required);
  if (asked)
    report(
      `${path}.workflow`,
      "sub-case-intake",
      `流程“${effect.workflow}”开始时要填“${asked.label}”，开子件时没有人填`,
      "去掉必填",
    );
};

const checkOpenings = (check: WorkflowCheck): void => {
  for (const { path, effect } of eachEffect(check))
    if (effect.name === "openSubCases") checkOpening(check, path, effect);
};

const opened = (pack: Pack, id: string): string[] => {
  const workflow = own(pack.workflows, id);
  if (!workflow) return [];
  return eachEffect({ id, workflow }).flatMap(({ effect }) =>
    effect.name === "openSubCases" ? [effect.workflow] : [],
  );
};

const openedByAny = (pack: Pack, id: string): Set<string> => {
  const seen = new Set<string>();
  const queue = opened(pack, id);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...opened(pack, next));
  }
  return seen;
};

const checkEndless = ({ pack, id, report }: WorkflowCheck): void => {
  if (openedByAny(pack, id).has(id))
    report(workflowPath(id), "sub-cases-endless", "它的子件又会开出它自己，没有尽头", "去掉其中一个 openSubCases");
};

const checkPartNames = (check: WorkflowCheck): void => {
  const { id, workflow, report } = check;
  const used = new Set<string>();
  for (const { path, effect } of eachEffect(check)) {
    if (effect.name !== "invite" || effect.as === undefined) continue;
    used.add(effect.as);
    if (!Object.hasOwn(workflow.parts, effect.as))
      report(
        `${path}.as`,
        "part-unknown",
        `parts 里没有“${effect.as}”`,
        `改成其中之一：${choices(Object.keys(workflow.parts))}`,
      );
  }
  for (const [part, label] of Object.entries(workflow.parts))
    if (!used.has(part))
      report(
        `${workflowPath(id)}.parts.${part}`,
        "part-unused",
        `没有操作邀请“${label}”`,
        "写一个邀请它的操作，或者删掉它",
      );
};

const checkWaitingForOthers = (check: WorkflowCheck): void => {
  const effects = new Set(eachEffect(check).map(({ effect }) => effect.name));
  for (const { path, guard } of eachGuard(check)) {
    if (guard.name === "partsDone" && !effects.has("invite"))
      check.report(path, "parts-none", "这个流程从不邀请别人参与", "用 invite 邀请，或者去掉这个条件");
    if (guard.name === "subCasesEnded" && !effects.has("openSubCases"))
      check.report(path, "sub-cases-none", "这个流程从不开出子件", "用 openSubCases 开出子件，或者去掉这个条件");
  }
};

/** What must happen before a party to a case is anybody. */
const comesOf: { readonly [P in Exclude<Party, "reporter">]: { effect: Effect["name"]; mend: string } } = {
  offered: { effect: "offer", mend: "用 offer 派给谁，或者由别的流程开成子件" },
  invited: { effect: "invite", mend: "用 invite 邀请" },
  handler: { effect: "take", mend: "在接单的操作里写 take" },
  lead: { effect: "take", mend: "在接单的操作里写 take" },
  assist: { effect: "take", mend: "在参加的操作里写 take" },
};

/** Reports those on whom a step or a state depends when none of them can ever be anybody. */
const checkParties = (check: WorkflowCheck): void => {
  const { pack, id, workflow, report } = check;
  // Of a matter there is always an owner and a holder; what else there is not, its own check says.
  if (matterWorkflows(pack).has(id)) return;
  const effects = new Set(eachEffect({ id, workflow }).map(({ effect }) => effect.name));
  if (Object.keys(pack.workflows).some((other) => opened(pack, other).includes(id))) effects.add("offer");
  const needs = (path: string, all: readonly By[]) => {
    const missing = all.flatMap((by) =>
      "party" in by && by.party !== "reporter" && !effects.has(comesOf[by.party].effect) ? [by.party] : [],
    );
    const [first] = missing;
    if (first !== undefined && missing.length === all.length)
      report(path, "party-never", `这个流程里从来不会有“${first}”`, comesOf[first].mend);
  };
  for (const { path, step } of eachStep(check)) needs(`${path}.by`, step.by);
  for (const { path, state } of eachState(check)) needs(`${path}.waitsFor`, state.waitsFor);
};

const checkPublication = (check: WorkflowCheck): void => {
  const { id, workflow, report } = check;
  const path = `${workflowPath(id)}.publication`;
  const found = eachEffect(check).find(({ effect }) => effect.name === "publish");
  if (found && !workflow.publication)
    report(found.path, "publication-missing", "没有说公开哪些内容", "给流程写上 publication");
  if (!found && workflow.publication)
    report(path, "publication-never", "没有操作公开结果", "在某个操作里写 publish，或者去掉 publication");
};

export const checkTogether = (check: WorkflowCheck): void => {
  for (const one of [
    checkOpenings,
    checkEndless,
    checkPartNames,
    checkWaitingForOthers,
    checkParties,
    checkPublication,
  ])
    one(check);
};
