/** What people take part in: every kind refers to what there is, and its workflows ask nothing that only a case can do. */
import { matterUses, matterWorkflows } from "../matters.ts";
import type { ParticipationRight } from "../schema.ts";
import { type Pack, participationRights } from "../schema.ts";
import { statesOf, workflowOfCategory } from "../states.ts";
import type { Effect, Party } from "../workflow.ts";
import { checkActivities } from "./activities.ts";
import { choices, own, type Report, reportTwice } from "./problem.ts";
import { eachBy, eachEffect, eachForm } from "./walk.ts";

const checkTiers = (pack: Pack, tiers: readonly string[], bodies: boolean, path: string, report: Report): void => {
  tiers.forEach((name, i) => {
    const tier = own(pack.tiers, name);
    if (!tier) {
      const mend = `改成已有的层级：${choices(Object.keys(pack.tiers))}`;
      report(`${path}[${i}]`, "participation-tier", `没有“${name}”这个层级`, mend);
    } else if (tier.tree !== "area" || (tier.as === "body") !== bodies)
      report(
        `${path}[${i}]`,
        "participation-tier-kind",
        bodies ? `“${tier.label}”不是单位、队伍这样的组织` : `“${tier.label}”不是社区、小区这样的地方`,
        bodies ? "改成 as 为 body 的层级" : "改成区域树上不是组织的层级",
      );
  });
};

const checkStatesNamed = (
  pack: Pack,
  workflow: string,
  states: readonly string[],
  path: string,
  report: Report,
): void => {
  const found = own(pack.workflows, workflow);
  if (!found) return;
  const known = [...statesOf(found).keys()];
  states.forEach((state, i) => {
    if (!known.includes(state))
      report(
        `${path}[${i}]`,
        "participation-state",
        `流程“${workflow}”没有“${state}”这个状态`,
        `改成：${choices(known)}`,
      );
  });
};

/** A step that happens by itself asks nothing. */
const checkByItself = (pack: Pack, workflow: string, step: string | undefined, path: string, report: Report): void => {
  const found = own(pack.workflows, workflow);
  if (step === undefined || !found) return;
  const steps = [
    ...Object.entries(found.on),
    ...[...statesOf(found).values()].flatMap(({ state }) => Object.entries(state.on)),
  ].filter(([name]) => name === step);
  if (steps.length === 0)
    report(path, "participation-step", `流程“${workflow}”没有“${step}”这个操作`, "改成已有的操作，或者去掉它");
};

const checkRegistrations = (pack: Pack, report: Report): void => {
  for (const [id, kind] of Object.entries(pack.registrations)) {
    const path = `registrations.${id}`;
    checkTiers(pack, kind.with, false, `${path}.with`, report);
    checkTiers(pack, kind.units, true, `${path}.units`, report);
    checkStatesNamed(pack, kind.workflow, kind.active, `${path}.active`, report);
    if (kind.entered !== undefined) checkStatesNamed(pack, kind.workflow, [kind.entered], `${path}.entered`, report);
    if (kind.who === "unit" && kind.units.length === 0)
      report(`${path}.units`, "registration-units", `“${kind.label}”没有说哪些单位可以报到`, "写上单位的层级");
  }
};

const checkClaimables = (pack: Pack, report: Report): void => {
  for (const [id, kind] of Object.entries(pack.claimables)) {
    const path = `claimables.${id}`;
    checkStatesNamed(pack, kind.workflow, kind.open, `${path}.open`, report);
    checkByItself(pack, kind.workflow, kind.expires, `${path}.expires`, report);
    checkByItself(pack, kind.workflow, kind.fulfilled, `${path}.fulfilled`, report);
    checkByItself(pack, kind.claim, kind.calledOff, `${path}.calledOff`, report);
    checkStatesNamed(pack, kind.claim, kind.proposed ? [kind.proposed] : [], `${path}.proposed`, report);
    if (kind.capacity.usual > kind.capacity.most)
      report(
        `${path}.capacity.usual`,
        "claimable-capacity",
        `通常 ${kind.capacity.usual} 个名额，比最多 ${kind.capacity.most} 个还多`,
        "让 usual 不大于 most",
      );
    if (kind.claimants.includes("registered") && Object.keys(pack.registrations).length === 0)
      report(
        `${path}.claimants`,
        "claimable-registered",
        `“${kind.label}”只让报到的人认领，但这里没有报到`,
        "写上 registrations，或者让 anyone 认领",
      );
  }
};

/** What only cases can do: they are handed on, divided, merged, made public. */
const caseEffects: readonly Effect["name"][] = [
  "offer",
  "invite",
  "take",
  "finishPart",
  "release",
  "openSubCases",
  "merge",
  "relocate",
  "recategorise",
  "publish",
  "unpublish",
];
const matterParties: readonly Party[] = ["reporter", "lead", "handler"];

const checkMatterWorkflow = (pack: Pack, id: string, report: Report): void => {
  const workflow = own(pack.workflows, id);
  if (!workflow) return;
  for (const { path, effect } of eachEffect({ id, workflow }))
    if (caseEffects.includes(effect.name))
      report(path, "matter-effect", `“${effect.name}”只能用在诉求的流程里`, "去掉它，或改用 keep、set、stamp、count");
  for (const { path, by } of eachBy({ id, workflow }))
    if ("party" in by && !matterParties.includes(by.party))
      report(
        path,
        "matter-party",
        `报到、认领这类流程没有“${by.party}”`,
        "reporter 是提出的一方，lead 是报到、认领的一方",
      );
  for (const { path, form } of eachForm({ id, workflow }))
    form.forEach(({ kind, label }, i) => {
      if (kind === "assignees" || kind === "case" || kind === "category")
        report(
          `${path}[${i}].kind`,
          "matter-field",
          `“${label}”（${kind}）只能用在诉求的流程里`,
          "改成文字、选项、地方等字段",
        );
    });
  if (workflow.initialUnplaced !== undefined)
    report(
      `workflows.${id}.initialUnplaced`,
      "matter-unplaced",
      `“${workflow.label}”总在一个地方发起`,
      "去掉 initialUnplaced",
    );
};

const checkUses = (pack: Pack, report: Report): void => {
  for (const { workflow, path } of matterUses(pack))
    if (!own(pack.workflows, workflow)) {
      const mend = `改成已有的流程：${choices(Object.keys(pack.workflows))}`;
      report(path, "participation-workflow", `没有“${workflow}”这个流程`, mend);
    }
  pack.categories.forEach(({ id, label }, i) => {
    const workflow = workflowOfCategory(pack, id);
    if (matterWorkflows(pack).has(workflow))
      report(
        `categories[${i}].workflow`,
        "category-matter",
        `“${label}”走的“${workflow}”是报到、认领这类流程，诉求不能走`,
        "给诉求另写一个流程",
      );
  });
  for (const id of matterWorkflows(pack)) checkMatterWorkflow(pack, id, report);
};

const anyClaim = ({ claimables }: Pack): boolean => Object.keys(claimables).length > 0;
const anyRegistration = ({ registrations }: Pack): boolean => Object.keys(registrations).length > 0;
const anyActivity = ({ activities }: Pack): boolean => Object.keys(activities).length > 0;

const anyDuty = ({ rotas, patrols }: Pack): boolean => Object.keys(rotas).length + Object.keys(patrols).length > 0;
const anyCare = ({ cares }: Pack): boolean => Object.keys(cares).length > 0;

/** What asks for each right; a missing row does not compile. */
const askedFor: { readonly [R in ParticipationRight]: (pack: Pack) => boolean } = {
  "registration.read": anyRegistration,
  "registration.edit": anyRegistration,
  "claim.read": anyClaim,
  "claim.edit": anyClaim,
  "match.run": ({ claimables }) => Object.values(claimables).some(({ matches }) => matches !== undefined),
  "agreement.read": ({ agreements }) => agreements !== undefined,
  "agreement.edit": ({ agreements }) => agreements !== undefined,
  "activity.read": anyActivity,
  "activity.edit": anyActivity,
  "booking.edit": ({ bookables }) => Object.keys(bookables).length > 0,
  "duty.read": anyDuty,
  "duty.edit": anyDuty,
  "care.read": anyCare,
  "care.edit": anyCare,
  "points.adjust": ({ points }) => points !== undefined,
  "points.shop": ({ points }) => points?.shop !== undefined,
};

const checkRights = (pack: Pack, report: Report): void => {
  for (const right of participationRights)
    if (askedFor[right](pack) && !Object.values(pack.roles).some(({ rights }) => rights.includes(right)))
      report(
        "roles",
        "participation-right",
        `没有角色拥有系统要用的权利“${right}”`,
        `给社区、街道等层级的某个角色加上“${right}”`,
      );
};

export const checkParticipation = (pack: Pack, report: Report): void => {
  reportTwice(
    pack.skills.map(({ id }) => id),
    "skill-twice",
    "技能",
    (i) => `skills[${i}].id`,
    report,
  );
  checkRegistrations(pack, report);
  checkClaimables(pack, report);
  if (pack.agreements) {
    const { workflow, inForce, agreed, over } = pack.agreements;
    checkStatesNamed(pack, workflow, inForce, "agreements.inForce", report);
    checkByItself(pack, workflow, agreed, "agreements.agreed", report);
    checkByItself(pack, workflow, over, "agreements.over", report);
  }
  checkActivities(pack, report);
  checkUses(pack, report);
  checkRights(pack, report);
};
