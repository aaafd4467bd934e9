/** Forms and what reads them: every effect finds the field it needs, and no question is asked for nothing. */
import type { Field, FieldKind } from "../form.ts";
import { guardsOf } from "../states.ts";
import type { Effect } from "../workflow.ts";
import { canAnswer } from "./facts.ts";
import { choices, own, reportTwice } from "./problem.ts";
import { placeholdersIn } from "./tellings.ts";
import {
  eachEffect,
  eachForm,
  eachGuard,
  eachStep,
  intakeEffects,
  stepEffects,
  type WorkflowCheck,
  workflowPath,
} from "./walk.ts";

const kindWords: { readonly [K in FieldKind]: string } = {
  text: "文字",
  choice: "选项",
  "yes-no": "是否",
  stars: "星级",
  number: "数字",
  photos: "照片",
  assignees: "交给谁",
  case: "另一件诉求",
  node: "地方",
  category: "类别",
  item: "清单条目",
  date: "日期",
};

/** Effects that come to nothing without an answer. */
const mustBeAnswered: readonly Effect["name"][] = ["offer", "merge", "relocate"];

/** The kind of field an effect can work with; those not listed take any. */
const wanted: { readonly [E in Effect["name"]]?: FieldKind } = {
  offer: "assignees",
  invite: "assignees",
  openSubCases: "assignees",
  merge: "case",
  relocate: "node",
  recategorise: "category",
};

const fieldNamed = (form: readonly Field[], name: string): Field | undefined => form.find((one) => one.name === name);

const checkEffectField = (
  path: string,
  name: string,
  want: FieldKind | undefined,
  form: readonly Field[],
  { report }: WorkflowCheck,
): void => {
  const field = fieldNamed(form, name);
  if (!field) {
    report(
      path,
      "field-unknown",
      `这一步的表单里没有“${name}”`,
      `改成表单里的字段：${choices(form.map((one) => one.name))}`,
    );
    return;
  }
  if (want !== undefined && field.kind !== want)
    report(
      path,
      "field-kind",
      `“${field.label}”是${kindWords[field.kind]}，这里要${kindWords[want]}`,
      `换成 kind: "${want}" 的字段`,
    );
};

const checkAnsweredAlways = (path: string, effect: Effect, form: readonly Field[], { report }: WorkflowCheck): void => {
  const field = "field" in effect && effect.field !== undefined ? fieldNamed(form, effect.field) : undefined;
  if (field && !field.required && mustBeAnswered.includes(effect.name))
    report(`${path}.field`, "field-optional", `“${field.label}”可以不填，不填就办不成`, "给这个字段写 required: true");
};

const checkEffects = (check: WorkflowCheck): void => {
  for (const { path, effect, form } of eachEffect(check)) {
    if ("field" in effect && effect.field !== undefined)
      checkEffectField(`${path}.field`, effect.field, wanted[effect.name], form, check);
    checkAnsweredAlways(path, effect, form, check);
    if (effect.name === "openSubCases") checkEffectField(`${path}.words`, effect.words, "text", form, check);
    if (effect.name !== "offer") continue;
    if (effect.mode !== "open" && effect.field === undefined)
      check.report(path, "offer-field", "没有说派给谁", "写上 field，指向表单里选接单方的字段");
    const field = effect.field === undefined ? undefined : fieldNamed(form, effect.field);
    if (effect.mode === "assign" && field?.kind === "assignees" && field.many)
      check.report(`${path}.field`, "offer-many", "指派只能派给一个，这个字段可以选多个", "去掉 many，或者改成 grab");
  }
};

const checkAnswered = (check: WorkflowCheck): void => {
  for (const { path, guard, form } of eachGuard(check)) {
    if (guard.name !== "answered") continue;
    const field = fieldNamed(form, guard.field);
    if (!field) {
      const mend = `改成表单里的字段：${choices(form.map(({ name }) => name))}`;
      check.report(`${path}.field`, "field-unknown", `这一步的表单里没有“${guard.field}”`, mend);
    } else if (!canAnswer(check.pack, field, guard.value)) {
      const why = `“${field.label}”不会填成 ${JSON.stringify(guard.value)}`;
      check.report(`${path}.value`, "answer-value", why, "改成这个字段可能的值");
    }
  }
};

const checkNeeds = (check: WorkflowCheck): void => {
  for (const { path, step } of eachStep(check))
    step.needsOneOf.forEach((name, i) => {
      if (fieldNamed(step.form, name)) return;
      const mend = `改成表单里的字段：${choices(step.form.map((one) => one.name))}`;
      check.report(`${path}.needsOneOf[${i}]`, "field-unknown", `这一步的表单里没有“${name}”`, mend);
    });
};

const checkForms = (check: WorkflowCheck): void => {
  const { pack, report } = check;
  for (const { path, form } of eachForm(check)) {
    reportTwice(
      form.map(({ name }) => name),
      "field-twice",
      "字段",
      (i) => `${path}[${i}].name`,
      report,
    );
    form.forEach((field, i) => {
      const at = `${path}[${i}]`;
      if (field.kind === "assignees" || field.kind === "node")
        field.tiers.forEach((tier, j) => {
          const mend = `改成已有的层级：${choices(Object.keys(pack.tiers))}`;
          if (!own(pack.tiers, tier)) report(`${at}.tiers[${j}]`, "field-tier", `没有“${tier}”这个层级`, mend);
        });
      if (field.kind === "item" && !own(pack.lists, field.list))
        report(
          `${at}.list`,
          "list-unknown",
          `没有“${field.list}”这份清单`,
          `改成已有的清单：${choices(Object.keys(pack.lists))}`,
        );
      if (field.kind === "choice")
        reportTwice(
          field.options.map(({ value }) => value),
          "option-twice",
          "选项",
          (j) => `${at}.options[${j}].value`,
          report,
        );
      if ((field.kind === "number" || field.kind === "photos") && field.min > field.max)
        report(`${at}.min`, "field-range", `“${field.label}”的下限比上限大`, "让 min 不大于 max");
    });
  }
};

const fieldsRead = (effect: Effect): string[] => [
  ...("field" in effect && effect.field !== undefined ? [effect.field] : []),
  ...(effect.name === "openSubCases" ? [effect.words] : []),
];

/** Kinds whose answer is for an effect alone: without one nothing ever comes of it. */
const forEffects: readonly FieldKind[] = ["assignees", "case", "node", "category"];

/** Texts, choices and photos stand on the timeline anyway, so only what does nothing at all is reported. */
const checkUnread = (check: WorkflowCheck): void => {
  for (const one of eachStep(check)) {
    const { path, step } = one;
    const byEffects = stepEffects(one).flatMap(({ effect }) => fieldsRead(effect));
    const read = [
      ...byEffects,
      ...guardsOf(step).flatMap((guard) => (guard.name === "answered" ? [guard.field] : [])),
      ...step.tells.flatMap(({ text }) => placeholdersIn(text).map((name) => name.replace(/^form\./, ""))),
    ];
    step.form.forEach(({ name, kind, label }, i) => {
      const idle = forEffects.includes(kind) ? !byEffects.includes(name) : kind === "number" && !read.includes(name);
      if (idle)
        check.report(
          `${path}.form[${i}]`,
          "field-unread",
          `填了“${label}”却什么也不发生`,
          "写一个用到它的 effect，或者删掉它",
        );
    });
  }
};

const checkIntakeUnread = (check: WorkflowCheck): void => {
  const read = intakeEffects(check).flatMap(({ effect }) => fieldsRead(effect));
  check.workflow.intake.form.forEach(({ name, label }, i) => {
    if (!read.includes(name)) {
      const path = `${workflowPath(check.id)}.intake.form[${i}]`;
      check.report(
        path,
        "intake-unread",
        `填了“${label}”却没有记下来`,
        "在 intake.effects 里用 keep 记下它，或者删掉它",
      );
    }
  });
};

export const checkFields = (check: WorkflowCheck): void => {
  for (const one of [checkEffects, checkAnswered, checkNeeds, checkForms, checkUnread, checkIntakeUnread]) one(check);
};
