/** The outbox sends later, without the page and without the pack: what was asked must go with the answers. */
import { describe, expect, it } from "vitest";
import type { Attachment } from "../photos/attachment.ts";
import type { SubmitForm } from "./db.ts";
import { emptyForm, mapPhotos, photosOf, toDraft } from "./draft-input.ts";

const picture = (key: string): Attachment => ({ key, name: `${key}.jpg`, kind: "photo", blob: new Blob([key]) });

const form: SubmitForm = {
  ...emptyForm,
  category: "task",
  words: " 请入户提醒 ",
  photos: [picture("own")],
  answers: {
    task: { item: "safety", households: "120", until: "", proof: [picture("proof")], gone: "no longer asked" },
    order: { item: "of another workflow" },
  },
  asked: {
    workflow: "task",
    form: [
      { kind: "item", name: "item", label: "哪一项", required: true, list: "push-down" },
      { kind: "number", name: "households", label: "户数", required: false, min: 1, max: 500 },
      { kind: "date", name: "until", label: "几时办完", required: false },
      { kind: "photos", name: "proof", label: "依据", required: true, min: 1, max: 9 },
    ],
  },
};

/** As the outbox does it when the server has taken a picture. */
const stored = (one: SubmitForm) => mapPhotos(one, (photo) => ({ ...photo, fileId: `id-${photo.key}` }));

describe("what goes out", () => {
  it("carries the answers to what was asked, and nothing else", () => {
    expect(toDraft(stored(form)).data).toEqual({ item: "safety", households: 120, proof: ["id-proof"] });
  });

  it("uploads pictures of the form and of the answers alike", () => {
    expect(photosOf(form).map(({ key }) => key)).toEqual(["own", "proof"]);
    expect(photosOf(stored(form)).map(({ fileId }) => fileId)).toEqual(["id-own", "id-proof"]);
    expect(toDraft(stored(form)).photos).toEqual(["id-own"]);
  });

  it("of a draft kept before workflows asked anything sends no answers", () => {
    const { answers, asked, ...old } = form;
    expect(toDraft(stored(old))).toMatchObject({ words: "请入户提醒", photos: ["id-own"], data: {} });
  });
});
