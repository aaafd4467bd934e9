/** One sentence for every guard and effect, so that nobody has to read data to know how their place works. */
import type { Field } from "@ginkgo/shared/pack/form.ts";
import { resolveTarget, stateAt } from "@ginkgo/shared/pack/states.ts";
import type { Effect, Guard, Transition, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { factWords } from "./words/facts.ts";
import type { Naming } from "./words/who.ts";

/** What a sentence may refer to: the pack and the workflow, and the form of the step it stands in. */
export interface Context extends Naming {
  readonly form: readonly Field[];
}

const modes = { assign: "指派", grab: "抢单", open: "全员可接" } as const;

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join("或");

const fieldNamed = ({ form }: Context, name: string): Field | undefined => form.find((field) => field.name === name);
const fieldWords = (context: Context, name: string): string => `“${fieldNamed(context, name)?.label ?? name}”`;

const plainValue = (value: string | boolean | number): string =>
  typeof value === "boolean" ? (value ? "是" : "否") : String(value);

/** An answer in the words of its choices. */
const answerWords = (field: Field | undefined, value: string | boolean | number): string => {
  if (field?.kind === "yes-no" && typeof value === "boolean") return value ? field.yes : field.no;
  if (field?.kind === "choice") return field.options.find((one) => one.value === value)?.label ?? plainValue(value);
  return plainValue(value);
};

const categoryWords = ({ pack }: Naming, ids: readonly string[]): string =>
  listed(ids.map((id) => pack.categories.find((one) => one.id === id)?.label ?? id));
const kindWords = ({ pack }: Naming, ids: readonly string[]): string =>
  listed(ids.map((id) => pack.kinds.find((one) => one.id === id)?.label ?? id));

export const guardWords = (guard: Guard, context: Context): string => {
  const fact = (name: string) => `“${factWords(context.workflow, name)}”`;
  switch (guard.name) {
    case "has":
      return `已经有${fact(guard.fact)}`;
    case "lacks":
      return `还没有${fact(guard.fact)}`;
    case "is":
      return `${fact(guard.fact)}为“${plainValue(guard.value)}”`;
    case "isNot":
      return `${fact(guard.fact)}不是“${plainValue(guard.value)}”`;
    case "below":
      return `${fact(guard.fact)}不到 ${guard.max}`;
    case "atLeast":
      return `${fact(guard.fact)}达到 ${guard.min}`;
    case "category":
      return `类别是${categoryWords(context, guard.anyOf)}`;
    case "kind":
      return `性质是${kindWords(context, guard.anyOf)}`;
    case "answered":
      return `${fieldWords(context, guard.field)}填的是“${answerWords(fieldNamed(context, guard.field), guard.value)}”`;
    case "within":
      return `距${fact(guard.fact)}不超过 ${guard.days} 天`;
    case "mode":
      return `派单方式是${listed(guard.anyOf.map((mode) => modes[mode]))}`;
    case "partsDone":
      return "请来的各方都已参加并完成各自部分";
    case "subCasesEnded":
      return "分出去的子件都已结束";
  }
};

const offerWords = (effect: Extract<Effect, { name: "offer" }>, context: Context): string => {
  const to = effect.field ? fieldWords(context, effect.field) : "";
  if (effect.mode === "open") return "放开给附近所有能接单的人，谁先接谁办";
  return effect.mode === "grab" ? `发给${to}中选的几家，先接先办` : `派给${to}中选的一家`;
};

export const effectWords = (effect: Effect, context: Context): string => {
  const { pack, workflow } = context;
  const fact = (name: string) => `“${factWords(workflow, name)}”`;
  const field = (name: string) => fieldWords(context, name);
  switch (effect.name) {
    case "keep": {
      const [asked, kept] = [field(effect.field), fact(effect.fact)];
      return asked === kept ? `记下${asked}` : `把${asked}记为${kept}`;
    }
    case "set":
      return `把${fact(effect.fact)}记为“${plainValue(effect.value)}”`;
    case "stamp":
      return `记下此刻为${fact(effect.fact)}`;
    case "count":
      return `${fact(effect.fact)}加 1`;
    case "clear":
      return `清除${fact(effect.fact)}`;
    case "judge":
      return `判定是否在时限内，记为${fact(effect.fact)}`;
    case "keepActor":
      return `记下操作人为${fact(effect.fact)}（以后不再改）`;
    case "offer":
      return offerWords(effect, context);
    case "invite": {
      const part = effect.as ? (workflow.parts[effect.as] ?? effect.as) : undefined;
      return part ? `请${field(effect.field)}中选的参加，作为${part}` : `请${field(effect.field)}中选的来协办`;
    }
    case "take":
      return "操作人成为承办人；已有主办时作为协办";
    case "finishPart":
      return "操作人自己的部分办完了";
    case "release":
      return "收回派单，不再由原来的人承办";
    case "openSubCases": {
      const target = pack.workflows[effect.workflow]?.label ?? effect.workflow;
      return `给${field(effect.field)}中选的每一家各分出一件“${target}”子件`;
    }
    case "merge":
      return `并入${field(effect.field)}中选的那一件`;
    case "relocate":
      return `归到${field(effect.field)}中选的地方`;
    case "recategorise":
      return `类别改为${field(effect.field)}中选的`;
    case "pauseClock":
      return "时限暂停，剩下的时间保留";
    case "resumeClock":
      return "时限接着走";
    case "extendClock":
      return `时限延长${fact(effect.fact)}个工作日`;
    case "startTimer":
      return `开始计时“${workflow.timers[effect.timer]?.label ?? effect.timer}”，天数按${field(effect.field)}填的工作日`;
    case "stopTimer":
      return `停止计时“${workflow.timers[effect.timer]?.label ?? effect.timer}”`;
    case "publish":
      return "向本地公开办理结果（只公开规定的内容）";
    case "unpublish":
      return "撤回公开";
  }
};

const targetLabel = (workflow: Workflow, from: string | undefined, target: string): string => {
  const path = resolveTarget(workflow, from, target);
  return path === undefined ? target : stateAt(workflow, path).label;
};

/** Where a step leads, one line for each way. */
export const goesTo = (step: Transition, from: string | undefined, context: Context): string[] => {
  const { workflow } = context;
  const branches = step.branches.map(
    ({ guards, target }) =>
      `如果${guards.map((guard) => guardWords(guard, context)).join("，且")}：到“${targetLabel(workflow, from, target)}”`,
  );
  const otherwise = step.target ? `到“${targetLabel(workflow, from, step.target)}”` : "不改变状态";
  return branches.length > 0 ? [...branches, `否则：${otherwise}`] : [otherwise];
};
