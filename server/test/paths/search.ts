/**
 * The shortest way to every state of a workflow that the engine itself lets a case go: guards, facts, parts and clocks are
 * those of `next`. Only names are made up; whoever plays the way on a real server puts real ones in their place.
 */
import type { Field } from "@ginkgo/shared/pack/form.ts";
import { matterWorkflows } from "@ginkgo/shared/pack/matters.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import {
  activeOf,
  allSteps,
  effectsOf,
  guardsOf,
  isEnded,
  stateAt,
  statesOf,
  stepsAt,
  workflowOf,
} from "@ginkgo/shared/pack/states.ts";
import type { By, Effect, Guard, Party, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { begin, isOpen, next, type Rules, type Subject, type Worker } from "../../src/modules/workflow/index.ts";
import { matterBeginnings, withCounts } from "./matters.ts";

/** Who takes a step: a party through a body that was named in a field, the reporter, a right, whoever was kept. */
export type Hand =
  | { readonly as: "reporter" }
  | { readonly as: "right"; readonly right: string }
  | { readonly as: "body"; readonly body: string }
  | { readonly as: "anyone" };

export type Move =
  | {
      readonly does: "step";
      readonly action: string;
      readonly hand: Hand;
      readonly answers: Readonly<Record<string, unknown>>;
    }
  /** Every open part is brought to its end. */
  | { readonly does: "endParts"; readonly workflow: string }
  /** What the engine counts of a matter has changed. */
  | { readonly does: "count"; readonly fact: string };

export interface Way {
  readonly to: string;
  readonly category: string;
  readonly kind: string | null;
  readonly intake: Readonly<Record<string, unknown>>;
  readonly starter: Hand;
  readonly placed: boolean;
  readonly moves: readonly Move[];
}

const now = new Date("2026-11-23T01:30:00Z");
const deepest = 16;
const widest = 6000;

/** Names of bodies are the field that asked for them, so that every part gets one of its own. */
const bodyOf = (field: string, i = 0): Worker => ({ id: `body:${field}:${i}`, name: field });

const answerTo = (field: Field): unknown => {
  switch (field.kind) {
    case "text":
      return "已经说明".slice(0, field.maxLength);
    case "choice":
      return field.options[0]?.value;
    case "yes-no":
      return true;
    case "stars":
      return 5;
    case "number":
      return field.min;
    case "photos":
      return field.min > 0 ? ["photo"] : undefined;
    case "assignees":
      return [bodyOf(field.name)];
    case "node":
      return { id: "place", name: "place" };
    case "item":
      return "item";
    case "date":
      return "2026-12-31";
    // A second case or another category would be another story; no shipped step requires them to go on.
    case "case":
      return field.required ? { id: "other", no: "other" } : undefined;
    case "category":
      return undefined;
  }
};

/** Facts that some guard of the workflow asks for. */
const askedFacts = (workflow: Workflow): ReadonlySet<string> => {
  const guards = allSteps(workflow).flatMap(({ step }) => guardsOf(step));
  return new Set(guards.flatMap((guard) => ("fact" in guard ? [guard.fact] : [])));
};

/** Whether an answer can decide where the case goes: a guard asks for it, now or later, or an effect needs it. */
const decides = (
  field: Field,
  guards: readonly Guard[],
  effects: readonly Effect[],
  asked: ReadonlySet<string>,
): boolean =>
  guards.some((guard) => guard.name === "answered" && guard.field === field.name) ||
  effects.some(
    (effect) => "field" in effect && effect.field === field.name && (effect.name !== "keep" || asked.has(effect.fact)),
  );

/** Required answers, then the same with each choice that matters put differently. */
const variantsOf = (
  form: readonly Field[],
  needsOneOf: readonly string[],
  guards: readonly Guard[],
  effects: readonly Effect[],
  asked: ReadonlySet<string>,
): Record<string, unknown>[] => {
  const base = Object.fromEntries(
    form
      .filter(({ required, name }) => required || name === needsOneOf[0])
      .map((field): [string, unknown] => [field.name, answerTo(field)])
      .filter(([, value]) => value !== undefined),
  );
  const others = form
    .filter((field) => decides(field, guards, effects, asked))
    .flatMap((field) => {
      if (field.kind === "yes-no") return [true, false].map((value) => ({ ...base, [field.name]: value }));
      if (field.kind === "choice") return field.options.map(({ value }) => ({ ...base, [field.name]: value }));
      if (field.kind === "stars") return [{ ...base, [field.name]: 1 }];
      if (field.kind === "number" && field.max > field.min) return [{ ...base, [field.name]: field.max }];
      const value = field.required ? undefined : answerTo(field);
      return value === undefined ? [] : [{ ...base, [field.name]: value }];
    });
  const seen = new Set<string>();
  return [base, ...others].filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
};

const workerFor = (body: string): Worker => ({ id: `person:${body}`, name: body, bodyId: body });

type Acting = { readonly hand: Hand; readonly worker: Worker };

/** Someone who took a case speaks through the body they took it for, or is known by the right that let them. */
const asActing = (person: Worker, offer: boolean): Acting => {
  const body = offer ? person.id : person.bodyId;
  if (body) return { hand: { as: "body", body }, worker: workerFor(body) };
  const hand: Hand = person.id === "reporter" ? { as: "reporter" } : { as: "right", right: person.id };
  return { hand, worker: person };
};

const among = (people: readonly Worker[], assist: boolean): readonly Worker[] =>
  people.filter(({ part }) => (part === "assist") === assist);

const handsOfParty = (party: Party, { mode, offered, handlers }: Subject): Acting[] => {
  switch (party) {
    case "reporter":
      return [{ hand: { as: "reporter" }, worker: { id: "reporter", name: "reporter" } }];
    case "offered":
      return mode === "open"
        ? [{ hand: { as: "anyone" }, worker: workerFor("around") }]
        : among(offered, false).map((one) => asActing(one, true));
    case "invited":
      return among(offered, true).map((one) => asActing(one, true));
    case "lead":
      return among(handlers, false).map((one) => asActing(one, false));
    case "assist":
      return among(handlers, true)
        .filter(({ doneAt }) => !doneAt)
        .map((one) => asActing(one, false));
    case "handler":
      return handlers.map((one) => asActing(one, false));
  }
};

/** Everyone of whom the pack says that they may take the step now. Whoever is only known by a fact is left out. */
const handsFor = (by: readonly By[], subject: Subject): Acting[] =>
  by.flatMap((one): Acting[] => {
    if ("fact" in one) return [];
    if ("party" in one) return handsOfParty(one.party, subject);
    return [{ hand: { as: "right", right: one.right }, worker: { id: one.right, name: one.right } }];
  });

/** What a guard may ask of a fact, apart from dates: several rounds are like three. */
const factKey = (value: unknown): unknown => {
  if (typeof value === "number") return Math.min(value, 3);
  return typeof value === "object" || (typeof value === "string" && value.includes("T")) ? "set" : value;
};

const keyOf = (
  { leaves, facts, mode, offered, handlers, openSubCases, category, kind }: Subject,
  asked: ReadonlySet<string>,
): string =>
  JSON.stringify([
    leaves,
    [...asked].map((fact) => factKey(facts[fact])),
    mode,
    category,
    kind,
    offered.map(({ id, part }) => [id, part]),
    handlers.map(({ id, part, doneAt }) => [id, part, doneAt !== undefined]),
    openSubCases > 0,
  ]);

interface Reached {
  readonly subject: Subject;
  readonly moves: readonly Move[];
  /** The workflow of the parts that are open. */
  readonly parts: string | undefined;
}

const stepsFrom = ({ subject, moves, parts }: Reached, rules: Rules, asked: ReadonlySet<string>): Reached[] =>
  stepsAt(rules.workflow, subject.leaves).flatMap(({ name, step }) => {
    if (!isOpen(subject, step, now)) return [];
    return handsFor(step.by, subject).flatMap(({ hand, worker }) =>
      variantsOf(step.form, step.needsOneOf, guardsOf(step), effectsOf(step), asked).flatMap((answers): Reached[] => {
        const outcome = next(subject, { type: name, actor: worker, form: answers }, rules, now);
        if (!outcome.ok) return [];
        const { opens, subject: after } = outcome.step;
        return [
          {
            subject: { ...after, openSubCases: after.openSubCases + opens.length },
            moves: [...moves, { does: "step", action: name, hand, answers }],
            parts: opens[0]?.workflow ?? parts,
          },
        ];
      }),
    );
  });

/** All parts end: the case counts none, and takes the step the pack names for that by itself. */
const afterParts = ({ subject, moves, parts }: Reached, rules: Rules): Reached[] => {
  if (subject.openSubCases === 0 || parts === undefined) return [];
  const free = { ...subject, openSubCases: 0 };
  const own = activeOf(free.leaves)
    .reverse()
    .map((path) => stateAt(rules.workflow, path).whenSubCasesEnd)
    .find((name) => name !== undefined);
  const outcome = own ? next(free, { type: own, actor: { id: "", name: "" }, form: {} }, rules, now) : undefined;
  return [
    {
      subject: outcome?.ok ? outcome.step.subject : free,
      moves: [...moves, { does: "endParts", workflow: parts }],
      parts: undefined,
    },
  ];
};

const afterCounts = ({ subject, moves, parts }: Reached, asked: ReadonlySet<string>): Reached[] =>
  withCounts(subject, asked).map(({ fact, subject: counted }) => ({
    subject: counted,
    moves: [...moves, { does: "count", fact }],
    parts,
  }));

export const rulesFor = (pack: Pack, id: string): Rules => ({
  workflow: workflowOf(pack, id),
  calendar: pack.calendar,
  categories: pack.categories,
});

/** Where a case of the workflow begins: sent in by someone, or opened as a part and offered to a body. */
const beginnings = (
  pack: Pack,
  id: string,
  asPart: boolean,
): { way: Omit<Way, "to" | "moves">; reached: Reached }[] => {
  const rules = rulesFor(pack, id);
  const asked = askedFacts(rules.workflow);
  // Categories and kinds matter only to a workflow that asks for them.
  const asksFor = (name: string) => JSON.stringify(rules.workflow).includes(`"name":"${name}"`);
  const kinds = asksFor("kind") ? pack.kinds.map(({ id: kind }) => kind) : [null];
  const categories = pack.categories.filter(({ workflow }) => (workflow ?? pack.mainWorkflow) === id);
  const onRoot = (right: string) =>
    Object.values(pack.roles).some(
      ({ rights, on }) => rights.includes(right) && on.some((tier) => pack.tiers[tier]?.as === "root"),
    );
  const starters: Hand[] = (rules.workflow.starts ?? [{ party: "reporter" } as const]).flatMap((by): Hand[] =>
    "right" in by ? [{ as: "right", right: by.right }] : [{ as: "reporter" }],
  );
  const starter = starters[0];
  const category = categories[0];
  const chosen = asksFor("category") ? categories : categories.slice(0, 1);
  if (!category || (!starter && !asPart)) return [];
  // Without a community a case stands at the root: who may begin one there holds the right there.
  const anywhere = starter?.as !== "right" || onRoot(starter.right);
  return [true, ...(rules.workflow.initialUnplaced && anywhere ? [false] : [])].flatMap((placed) =>
    chosen.flatMap(({ id: categoryId }) =>
      variantsOf(rules.workflow.intake.form, [], [], rules.workflow.intake.effects, asked).flatMap((intake) =>
        kinds.map((kind) => {
          const begun = begin(
            {
              workflow: id,
              category: categoryId,
              kind,
              placeId: "place",
              placed,
              actor: { id: "reporter", name: "reporter" },
              form: asPart ? {} : intake,
              ...(asPart ? { offeredTo: bodyOf("part") } : {}),
            },
            rules,
            now,
          );
          return {
            way: { category: categoryId, kind, intake, starter: starter ?? { as: "reporter" }, placed },
            reached: {
              subject: { ...begun.subject, openSubCases: begun.opens.length },
              moves: [],
              parts: begun.opens[0]?.workflow,
            },
          };
        }),
      ),
    ),
  );
};

const beginningsOfMatter = (pack: Pack, id: string): { way: Omit<Way, "to" | "moves">; reached: Reached }[] => {
  const rules = rulesFor(pack, id);
  const { form, effects } = rules.workflow.intake;
  const intakes = variantsOf(form, [], [], effects, askedFacts(rules.workflow));
  return matterBeginnings(pack, rules, id, intakes, now).map(({ kind, intake, subject }) => ({
    way: { category: "", kind, intake, starter: { as: "reporter" }, placed: true },
    reached: { subject, moves: [], parts: undefined },
  }));
};

/** Every state with the shortest way found to it. A state that is missing was not reached within the bounds. */
export const waysThrough = (pack: Pack, id: string, asPart = false): Map<string, Way> => {
  const rules = rulesFor(pack, id);
  const asked = askedFacts(rules.workflow);
  const found = new Map<string, Way>();
  const wanted = statesOf(rules.workflow).size;
  const seen = new Set<string>();
  const ofMatter = matterWorkflows(pack).has(id);
  let front = ofMatter ? beginningsOfMatter(pack, id) : beginnings(pack, id, asPart);
  for (let depth = 0; depth <= deepest && front.length > 0 && found.size < wanted; depth++) {
    const following: typeof front = [];
    for (const { way, reached } of front) {
      for (const path of activeOf(reached.subject.leaves))
        if (!found.has(path)) found.set(path, { ...way, to: path, moves: reached.moves });
      if (isEnded(rules.workflow, reached.subject.leaves) && depth > 0 && seen.size > widest) continue;
      const counted = ofMatter ? afterCounts(reached, asked) : [];
      for (const one of [...stepsFrom(reached, rules, asked), ...afterParts(reached, rules), ...counted]) {
        const key = keyOf(one.subject, asked);
        if (seen.has(key) || seen.size > widest * 4) continue;
        seen.add(key);
        following.push({ way, reached: one });
      }
    }
    front = following;
  }
  return found;
};

/** The shortest way to an end, for a part that must be brought to it. */
export const wayToEnd = (pack: Pack, id: string): Way | undefined => {
  const { workflow } = rulesFor(pack, id);
  return [...waysThrough(pack, id, true).values()]
    .filter(({ to }) => !to.includes(".") && stateAt(workflow, to).final && stateAt(workflow, to).tone === "done")
    .sort((a, b) => a.moves.length - b.moves.length)[0];
};
