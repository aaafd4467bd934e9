import type { CaseDraft } from "@ginkgo/shared/api/cases.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import { answersOf, type FieldValues } from "../../ui/form/FormFields.tsx";

/** What is on the form. It becomes a `CaseDraft` when it is sent, and is kept in the browser until then. */
export interface FormValues {
  category?: string;
  kind?: string;
  words?: string;
  photos?: StoredFile[];
  address?: string;
  node?: string;
  pin?: Position | null;
  visibility?: CaseDraft["visibility"];
  onBehalfOf?: { name?: string; phone?: string };
  contact?: { name?: string; phone?: string };
  /** Answers to the intake form; those of another workflow stay in the draft and are not sent. */
  data?: FieldValues;
}

export const draftKey = "draft.case";

const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined;

export const asDraft = (values: FormValues, intake: readonly Field[]): CaseDraft => {
  const reporter = trimmed(values.onBehalfOf?.name);
  const reporterPhone = trimmed(values.onBehalfOf?.phone);
  const contact = trimmed(values.contact?.name);
  const contactPhone = trimmed(values.contact?.phone);
  return {
    category: values.category ?? "",
    kind: values.kind,
    words: values.words?.trim() ?? "",
    photos: (values.photos ?? []).map((photo) => photo.id),
    pin: values.pin ?? undefined,
    address: trimmed(values.address),
    node: values.node,
    visibility: values.visibility ?? "private",
    onBehalfOf: reporter ? { name: reporter, phone: reporterPhone } : undefined,
    contact: contact && contactPhone ? { name: contact, phone: contactPhone } : undefined,
    data: answersOf(intake, values.data ?? {}),
  };
};
