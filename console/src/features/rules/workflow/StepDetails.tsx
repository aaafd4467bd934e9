import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Telling, Transition } from "@ginkgo/shared/pack/workflow.ts";
import { Tag } from "antd";
import type { ReactNode } from "react";
import { fieldDetail } from "../words/fields.ts";
import { allWords, type Naming, seenByWords } from "../words/who.ts";
import { type Context, effectWords, goesTo, guardWords } from "../words.ts";

export const Lines = ({ items }: { items: readonly ReactNode[] }) => (
  <ul className="rule-lines">
    {items.map((item, i) => (
      // The order is the pack's and nothing here is edited.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <li key={i}>{item}</li>
    ))}
  </ul>
);

export const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="rule-row">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const fills: Readonly<Record<string, string>> = {
  no: "编号",
  title: "标题",
  actor: "操作人",
  place: "地点",
  due: "期限",
};

/** What will be filled in, by its name. */
const filled = (text: string, form: readonly Field[]): string =>
  text.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => {
    const asked = name.startsWith("form.") ? form.find((field) => `form.${field.name}` === name)?.label : fills[name];
    return asked ? `〔${asked}〕` : whole;
  });

export const tellWords = ({ to, text }: Telling, naming: Naming, form: readonly Field[] = []): string =>
  `${allWords(to, naming)}：${filled(text, form)}`;

const FormLines = ({ step, context }: { step: Pick<Transition, "form">; context: Context }) => (
  <Lines
    items={step.form.map((field) => (
      <span key={field.name}>
        {field.label}
        {field.required ? <Tag className="tag rule-required">必填</Tag> : null}
        <span className="muted small"> {fieldDetail(field, context.pack)}</span>
      </span>
    ))}
  />
);

const extras = ({ confirm, key, bulk, form, needsOneOf }: Transition): string[] => [
  ...(needsOneOf.length > 0
    ? [`${form.flatMap(({ name, label }) => (needsOneOf.includes(name) ? [`“${label}”`] : [])).join("、")}至少填一项`]
    : []),
  ...(confirm ? [`操作前再次确认：“${confirm}”`] : []),
  ...(key ? [`工作台快捷键 ${key.toUpperCase()}`] : []),
  ...(bulk ? ["可以对多件一起操作"] : []),
];

/** Everything about one step: who, when, what is asked, what it does, who hears of it. */
export const StepDetails = ({ step, from, naming }: { step: Transition; from: string | undefined; naming: Naming }) => {
  const context: Context = { ...naming, form: step.form };
  const branchEffects = step.branches.flatMap(({ effects }) => effects);
  const effects = [...step.effects, ...branchEffects].map((effect) => effectWords(effect, context));
  return (
    <section className="rule-step-details">
      <h4>{step.label}</h4>
      <dl>
        <Row label="谁可以操作">{allWords(step.by, naming)}</Row>
        <Row label="去向">
          <Lines items={goesTo(step, from, context)} />
        </Row>
        {step.guards.length > 0 ? (
          <Row label="前提">
            <Lines items={step.guards.map((guard) => guardWords(guard, context))} />
          </Row>
        ) : null}
        {step.form.length > 0 ? (
          <Row label="要填写">
            <FormLines step={step} context={context} />
          </Row>
        ) : null}
        {effects.length > 0 ? (
          <Row label="系统会">
            <Lines items={[...new Set(effects)]} />
          </Row>
        ) : null}
        {step.tells.length > 0 ? (
          <Row label="告知">
            <Lines items={step.tells.map((tell) => tellWords(tell, naming, step.form))} />
          </Row>
        ) : null}
        {step.seenBy === "everyone" ? null : <Row label="记录">{seenByWords[step.seenBy]}</Row>}
        {extras(step).length > 0 ? <Row label="其他">{extras(step).join("；")}</Row> : null}
      </dl>
    </section>
  );
};
