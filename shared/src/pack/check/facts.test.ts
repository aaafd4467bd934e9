import { describe, expect, it } from "vitest";
import { add, all, type Case, drop, found, put, rowsOf } from "./breaking.ts";

const help = "workflows.help";
const vetting = `${help}.states.vetting`;
const handling = `${help}.states.handling`;
const rate = `${help}.states.rating.on.rate`;
const publish = `${help}.states.closed.on.publish`;
const reopen = `${help}.states.closed.on.reopen`;
const dispatch = `${vetting}.on.dispatch`;
const note = `${help}.on.note`;

const ofFacts: readonly Case[] = [
  [
    "a guard on a fact nothing sets",
    put(`${reopen}.guards`, [{ name: "has", fact: "never" }]),
    `${reopen}.guards[0].fact fact-unset`,
  ],
  [
    "a branch's guard on a fact nothing sets",
    put(`${rate}.branches.0.guards.1.fact`, "never"),
    `${rate}.branches[0].guards[1].fact fact-unset`,
  ],
  ["a mark on a fact nothing sets", put(`${help}.marks.0.fact`, "never"), `${help}.marks[0].fact fact-unset`],
  ["a shown fact nothing sets", put(`${help}.shows.0.fact`, "never"), `${help}.shows[0].fact fact-unset`],
  ["an outcome nothing sets", put(`${help}.publication.outcome`, "never"), `${help}.publication.outcome fact-unset`],
  [
    "someone whom nothing keeps",
    put(`${handling}.limit.late.to`, [{ fact: "never" }]),
    `${handling}.limit.late.to[0].fact fact-unset`,
  ],
  [
    "a fact that is no person told",
    put(`${handling}.limit.late.to`, [{ fact: "outcome" }]),
    `${handling}.limit.late.to[0].fact fact-person`,
  ],
  [
    "an extension by what is no number",
    put(`${handling}.on.extend.effects.1.fact`, "outcome"),
    `${handling}.on.extend.effects[1].fact fact-number`,
  ],
  [
    "a comparison of what is no number",
    put(`${rate}.branches.0.guards.1.fact`, "outcome"),
    `${rate}.branches[0].guards[1].fact fact-number`,
  ],
  ["days since what is no moment", put(`${reopen}.guards.0.fact`, "outcome"), `${reopen}.guards[0].fact fact-moment`],
  ["a value a fact never has", put(`${publish}.guards.0.value`, "yes"), `${publish}.guards[0].value fact-value`],
  [
    "a closing moment that nothing stamps",
    put(`${reopen}.guards.0.fact`, "closedAt"),
    `${reopen}.guards[0].fact fact-unset`,
  ],
];

const number = { kind: "number", name: "n", label: "几", min: 1, max: 9 };

const ofFields: readonly Case[] = [
  [
    "an effect on a field the form lacks",
    put(`${dispatch}.effects.1.field`, "whom"),
    `${dispatch}.effects[1].field field-unknown`,
    `${dispatch}.form[0] field-unread`,
  ],
  [
    "an intake effect on a field its form lacks",
    put(`${help}.intake.effects.0.field`, "may"),
    `${help}.intake.effects[0].field field-unknown`,
    `${publish}.guards[0].fact fact-unset`,
    `${help}.publication.consent fact-unset`,
    `${help}.publication.consent law-consent`,
    `${help}.intake.form[0] intake-unread`,
  ],
  [
    "an effect after parts that reads a form",
    add(`${handling}.done.effects`, { name: "keep", field: "words", fact: "x" }),
    `${handling}.done.effects[1].field field-unknown`,
  ],
  [
    "an offer to what is no body",
    all(put(`${dispatch}.effects.1.field`, "category"), put(`${dispatch}.form.1.required`, true)),
    `${dispatch}.effects[1].field field-kind`,
    `${dispatch}.form[0] field-unread`,
  ],
  [
    "a merge into what is no case",
    put(`${vetting}.on.merge.form.0`, { kind: "text", name: "into", label: "并入", required: true }),
    `${vetting}.on.merge.effects[0].field field-kind`,
  ],
  [
    "a move to what is no place",
    put(`${help}.states.placing.on.place.form.0`, { kind: "text", name: "to", label: "哪", required: true }),
    `${help}.states.placing.on.place.effects[0].field field-kind`,
  ],
  [
    "a category from what is none",
    put(`${dispatch}.form.1`, { kind: "text", name: "category", label: "类" }),
    `${dispatch}.effects[0].field field-kind`,
  ],
  [
    "an offer that does not say to whom",
    all(
      put(`${dispatch}.effects.1`, { name: "offer", mode: "grab" }),
      put(`${dispatch}.form.0`, { kind: "text", name: "to", label: "给" }),
    ),
    `${dispatch}.effects[1] offer-field`,
  ],
  ["an assignment to many", put(`${dispatch}.form.0.many`, true), `${dispatch}.effects[1].field offer-many`],
  [
    "a guard on an answer the step does not ask for",
    put(`${rate}.branches.0.guards.0.field`, "done"),
    `${rate}.branches[0].guards[0].field field-unknown`,
  ],
  [
    "a guard on an answer that cannot be given",
    put(`${rate}.branches.0.guards.0.value`, "no"),
    `${rate}.branches[0].guards[0].value answer-value`,
  ],
  [
    "a field named twice",
    add(`${note}.form`, { kind: "text", name: "words", label: "再" }),
    `${note}.form[1].name field-twice`,
  ],
  [
    "a field of a tier that is none",
    put(`${dispatch}.form.0.tiers`, ["team", "moon"]),
    `${dispatch}.form[0].tiers[1] field-tier`,
  ],
  [
    "an item of a list that is none",
    put(`${vetting}.on.refuse.form.1.list`, "nowhere"),
    `${vetting}.on.refuse.form[1].list list-unknown`,
  ],
  [
    "an option named twice",
    add(`${note}.form`, {
      kind: "choice",
      name: "c",
      label: "选",
      options: [
        { value: "a", label: "甲" },
        { value: "a", label: "乙" },
      ],
    }),
    `${note}.form[1].options[1].value option-twice`,
  ],
  [
    "a range the wrong way round",
    put(`${handling}.on.extend.form.0.min`, 11),
    `${handling}.on.extend.form[0].min field-range`,
  ],
  [
    "a body nobody is offered",
    add(`${note}.form`, { kind: "assignees", name: "to", label: "谁", tiers: ["team"] }),
    `${note}.form[1] field-unread`,
  ],
  [
    "a place nothing moves to",
    add(`${note}.form`, { kind: "node", name: "to", label: "哪", tiers: ["grid"] }),
    `${note}.form[1] field-unread`,
  ],
  [
    "a case nothing is merged into",
    add(`${note}.form`, { kind: "case", name: "to", label: "哪件" }),
    `${note}.form[1] field-unread`,
  ],
  [
    "a category nothing is put into",
    add(`${note}.form`, { kind: "category", name: "to", label: "哪类" }),
    `${note}.form[1] field-unread`,
  ],
  ["a number nothing reads", add(`${note}.form`, number), `${note}.form[1] field-unread`],
  [
    "an answer at the beginning that is not kept",
    add(`${help}.intake.form`, { kind: "text", name: "more", label: "还有" }),
    `${help}.intake.form[1] intake-unread`,
  ],
  ["an offer to nobody", drop(`${dispatch}.form.0.required`), `${dispatch}.effects[1].field field-optional`],
  [
    "a merge into nothing",
    drop(`${vetting}.on.merge.form.0.required`),
    `${vetting}.on.merge.effects[0].field field-optional`,
  ],
  [
    "a move to nowhere",
    drop(`${help}.states.placing.on.place.form.0.required`),
    `${help}.states.placing.on.place.effects[0].field field-optional`,
  ],
];

const ofTellings: readonly Case[] = [
  ["a placeholder nothing fills", put(`${dispatch}.tells.0.text`, "{who}"), `${dispatch}.tells[0].text placeholder`],
  [
    "a placeholder for a field of another step",
    put(`${dispatch}.tells.0.text`, "{form.words}"),
    `${dispatch}.tells[0].text placeholder`,
  ],
  [
    "a placeholder for a field in what the clock says",
    put(`${handling}.limit.late.text`, "{form.days}"),
    `${handling}.limit.late.text placeholder`,
  ],
  [
    "a placeholder for a field when parts have ended",
    put(`${handling}.done.tells.0.text`, "{form.words}"),
    `${handling}.done.tells[0].text placeholder`,
  ],
  [
    "a photo in a text",
    put(`${handling}.states.working.on.finish.tells`, [{ to: [{ party: "reporter" }], text: "{form.photos}" }]),
    `${handling}.states.working.on.finish.tells[0].text placeholder-photos`,
  ],
];

describe("facts, fields and texts", () => {
  it.each(rowsOf([...ofFacts, ...ofFields, ...ofTellings]))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });

  it("lets a number be read by an effect, by a text, or by a branch", () => {
    expect(
      found(all(add(`${note}.form`, number), add(`${note}.effects`, { name: "keep", field: "n", fact: "n" }))),
    ).toEqual([]);
    expect(
      found(
        all(add(`${note}.form`, number), put(`${note}.tells`, [{ to: [{ right: "case.vet" }], text: "{form.n}" }])),
      ),
    ).toEqual([]);
    expect(
      found(all(add(`${note}.form`, number), put(`${note}.guards`, [{ name: "answered", field: "n", value: 3 }]))),
    ).toEqual([]);
  });
});
