/** From the form on the screen to what the server takes. Pure, so that the outbox sends exactly what the page checked. */
import type { CaseDraft } from "@ginkgo/shared/api/cases.ts";
import { answersOf, attachmentsIn, type Values } from "../form/values.ts";
import type { Attachment } from "../photos/attachment.ts";
import type { SubmitForm } from "./db.ts";

export const phonePattern = /^1[3-9]\d{9}$/;
const minWords = 2;

export const emptyForm: SubmitForm = { words: "", photos: [], spot: "", visibility: "private" };

/** What still has to be filled in, by part of the page, in the order of the page. */
export const problemsOf = (
  form: SubmitForm,
): Partial<Record<"words" | "place" | "contact" | "onBehalfOf", string>> => ({
  ...(form.words.trim().length < minWords ? { words: "请写几个字，说说是什么事" } : {}),
  ...(form.place ? {} : { place: "请选择在哪里；说不清的话选“不确定”" }),
  ...(form.contact && (!form.contact.name.trim() || !phonePattern.test(form.contact.phone))
    ? { contact: "请填写联系人姓名和 11 位手机号" }
    : {}),
  ...(form.onBehalfOf &&
  (!form.onBehalfOf.name.trim() || (form.onBehalfOf.phone && !phonePattern.test(form.onBehalfOf.phone)))
    ? { onBehalfOf: "请填写对方姓名；手机号可以不填，要填就填 11 位" }
    : {}),
});

const addressOf = (form: SubmitForm): string | undefined => {
  const named = form.place?.way === "address" ? form.place.label : "";
  return `${named} ${form.spot}`.trim().slice(0, 120) || undefined;
};

const askedFor = ({ asked, answers }: SubmitForm): Values => (asked && answers?.[asked.workflow]) ?? {};

const photoFields = ({ asked }: SubmitForm): readonly string[] =>
  (asked?.form ?? []).filter(({ kind }) => kind === "photos").map(({ name }) => name);

/** Every picture that goes with it: its own, and those the intake form asks for. */
export const photosOf = (form: SubmitForm): readonly Attachment[] => [
  ...form.photos,
  ...photoFields(form).flatMap((name) => attachmentsIn(askedFor(form)[name])),
];

export const mapPhotos = (form: SubmitForm, change: (photo: Attachment) => Attachment): SubmitForm => {
  const photos = form.photos.map(change);
  if (!form.asked) return { ...form, photos };
  const values = askedFor(form);
  const changed = photoFields(form).map((name) => [name, attachmentsIn(values[name]).map(change)] as const);
  const answers = { ...form.answers, [form.asked.workflow]: { ...values, ...Object.fromEntries(changed) } };
  return { ...form, photos, answers };
};

export const toDraft = (form: SubmitForm): CaseDraft => {
  const { place, onBehalfOf } = form;
  return {
    category: form.category ?? "",
    ...(form.kind ? { kind: form.kind } : {}),
    words: form.words.trim(),
    photos: form.photos.flatMap(({ fileId }) => fileId ?? []),
    ...(place?.pin ? { pin: place.pin } : {}),
    ...(place?.node ? { node: place.node } : {}),
    ...(addressOf(form) ? { address: addressOf(form) } : {}),
    visibility: form.visibility,
    ...(form.contact ? { contact: { name: form.contact.name.trim(), phone: form.contact.phone } } : {}),
    ...(onBehalfOf
      ? { onBehalfOf: { name: onBehalfOf.name.trim(), ...(onBehalfOf.phone ? { phone: onBehalfOf.phone } : {}) } }
      : {}),
    data: answersOf(form.asked?.form ?? [], askedFor(form)),
  };
};
