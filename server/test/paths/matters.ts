/** Where the walk through a workflow of matters begins: a registration, a need, a claim with someone who holds it. */
import { matterFacts, matterUses } from "@ginkgo/shared/pack/matters.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { begin, type Rules, type Subject } from "../../src/modules/workflow/index.ts";

const holder = { id: "holder", name: "holder" };

/** One for each kind that goes this way: guards may ask which it is. */
export const matterBeginnings = (
  pack: Pack,
  rules: Rules,
  id: string,
  intakes: readonly Readonly<Record<string, unknown>>[],
  now: Date,
): { kind: string; intake: Readonly<Record<string, unknown>>; subject: Subject }[] =>
  matterUses(pack)
    .filter(({ workflow }) => workflow === id)
    .flatMap(({ kind }) =>
      intakes.map((intake) => {
        const actor = { id: "reporter", name: "reporter" };
        const given = { workflow: id, category: "", kind, placeId: "place", placed: true, actor, form: intake };
        const { subject } = begin(given, rules, now);
        return { kind, intake, subject: { ...subject, handlers: [holder] } };
      }),
    );

const many = 99;

/** The engine counts places, people and minutes itself: whatever a guard asks of them may be so, or not. */
export const withCounts = (subject: Subject, asked: ReadonlySet<string>): { fact: string; subject: Subject }[] =>
  matterFacts
    .filter((fact) => asked.has(fact))
    .flatMap((fact) =>
      [0, many]
        .filter((value) => subject.facts[fact] !== value)
        .map((value) => ({ fact, subject: { ...subject, facts: { ...subject.facts, [fact]: value } } })),
    );
