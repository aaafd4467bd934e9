/** The form of something that can be claimed, between its fields and the contract. */
import type { ClaimableView } from "@ginkgo/shared/api/claims.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { FieldValues } from "../../ui/form/FormFields.tsx";
import type { KindView } from "./useKinds.ts";

export interface FormValues {
  kind: string;
  title: string;
  words: string;
  nodeId?: string;
  bodyId?: string;
  places?: number | null;
  skills?: string[];
  startsAt?: string | null;
  endsAt?: string | null;
  until?: string | null;
  pin?: Position | null;
  address?: string | null;
  addressPublic?: boolean;
  minAge?: number | null;
  maxAge?: number | null;
  health?: string | null;
  data?: FieldValues;
}

export const fieldNames = [
  "kind",
  "title",
  "words",
  "nodeId",
  "bodyId",
  "places",
  "skills",
  "startsAt",
  "endsAt",
  "until",
  "address",
  "addressPublic",
  "minAge",
  "maxAge",
  "health",
];

/** A desk puts up for its community, a clerk for their unit. */
export const blankValues = (kind: KindView | undefined, nodeId: string | undefined): FormValues => ({
  kind: kind?.id ?? "",
  title: "",
  words: "",
  ...(nodeId ? { nodeId, bodyId: nodeId } : {}),
  addressPublic: true,
});

export const valuesOf = (one: ClaimableView): FormValues => ({
  kind: one.kind,
  title: one.title,
  words: one.words,
  nodeId: one.node.id,
  ...(one.owner?.body ? { bodyId: one.owner.body.id } : {}),
  places: one.places,
  skills: one.skills,
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  until: one.until,
  pin: one.lng === null || one.lat === null ? null : [one.lng, one.lat],
  address: one.address,
  addressPublic: one.addressPublic,
  minAge: one.minAge,
  maxAge: one.maxAge,
  health: one.health,
});

/** Only what the kind has; what was typed for another kind stays behind. */
export const bodyOf = (kind: KindView, values: FormValues) => ({
  title: values.title,
  words: values.words,
  nodeId: values.nodeId ?? "",
  places: values.places ?? kind.capacity.usual,
  skills: kind.skills ? (values.skills ?? []) : [],
  startsAt: kind.time === "none" ? null : (values.startsAt ?? null),
  endsAt: kind.time === "none" ? null : (values.endsAt ?? null),
  until: values.until ?? null,
  lng: kind.place === "none" ? null : (values.pin?.[0] ?? null),
  lat: kind.place === "none" ? null : (values.pin?.[1] ?? null),
  address: kind.place === "none" ? null : values.address?.trim() || null,
  addressPublic: values.addressPublic ?? false,
  minAge: kind.limits ? (values.minAge ?? null) : null,
  maxAge: kind.limits ? (values.maxAge ?? null) : null,
  health: kind.limits ? values.health?.trim() || null : null,
});
