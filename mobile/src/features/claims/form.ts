/** The form of something that can be claimed: the fields its kind has, and what they become on the wire. */
import type { ClaimableView } from "@ginkgo/shared/api/claims.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Values } from "../../ui/form/values.ts";

export type Kind = PackView["participation"]["claimables"][number];

const text = (name: string, label: string, maxLength: number, more: { required?: boolean; multiline?: boolean } = {}) =>
  ({ kind: "text", name, label, maxLength, required: false, multiline: false, ...more }) satisfies Field;
const number = (name: string, label: string, min: number, max: number, unit?: string) =>
  ({ kind: "number", name, label, required: false, min, max, ...(unit ? { unit } : {}) }) satisfies Field;

const placesFields = (kind: Kind): Field[] => [
  ...(kind.capacity.most > 1
    ? [
        {
          ...number("places", "名额", 1, kind.capacity.most, "个"),
          help: `不填为 ${kind.capacity.usual} 个，最多 ${kind.capacity.most} 个。`,
        },
      ]
    : []),
  { kind: "date", name: "until", label: "最后认领日", required: false, help: "过了这一天不能再认领；不填为不限。" },
];

/** Times, skills and the pin have fields of their own. */
export const fieldsFor = (kind: Kind, part: "all" | "places", tiers: string[]): Field[] =>
  part === "places"
    ? placesFields(kind)
    : [
        text("title", "名称", 80, { required: true }),
        text("words", "说明", 2000, { required: true, multiline: true }),
        { kind: "node", name: "nodeId", label: "在哪里", required: true, tiers },
        ...placesFields(kind),
        ...(kind.limits
          ? [
              number("minAge", "最小年龄（周岁）", 0, 120),
              number("maxAge", "最大年龄（周岁）", 0, 120),
              text("health", "身体条件", 200),
            ]
          : []),
        ...(kind.place === "none" ? [] : [text("address", "地址", 120)]),
      ];

export interface Further {
  readonly pin?: Position | undefined;
  readonly skills: readonly string[];
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly addressPublic: boolean;
}

export const valuesOf = (one: ClaimableView): Values => ({
  title: one.title,
  words: one.words,
  nodeId: one.node.id,
  places: one.places,
  until: one.until ?? undefined,
  minAge: one.minAge ?? undefined,
  maxAge: one.maxAge ?? undefined,
  health: one.health ?? undefined,
  address: one.address ?? undefined,
});

export const furtherOf = (one: ClaimableView): Further => ({
  pin: one.lng === null || one.lat === null ? undefined : [one.lng, one.lat],
  skills: one.skills,
  startsAt: one.startsAt ?? undefined,
  endsAt: one.endsAt ?? undefined,
  addressPublic: one.addressPublic,
});

const asText = (value: unknown): string => (typeof value === "string" ? value : "");
const asNumber = (value: unknown): number | null => (typeof value === "number" ? value : null);

export const bodyFrom = (kind: Kind, answers: Values, further: Further) => ({
  title: asText(answers.title),
  words: asText(answers.words),
  nodeId: asText(answers.nodeId),
  places: asNumber(answers.places) ?? kind.capacity.usual,
  until: asText(answers.until) || null,
  skills: kind.skills ? [...further.skills] : [],
  startsAt: kind.time === "none" ? null : (further.startsAt ?? null),
  endsAt: kind.time === "none" ? null : (further.endsAt ?? null),
  minAge: kind.limits ? asNumber(answers.minAge) : null,
  maxAge: kind.limits ? asNumber(answers.maxAge) : null,
  health: kind.limits ? asText(answers.health) || null : null,
  address: kind.place === "none" ? null : asText(answers.address) || null,
  lng: kind.place === "none" ? null : (further.pin?.[0] ?? null),
  lat: kind.place === "none" ? null : (further.pin?.[1] ?? null),
  addressPublic: further.addressPublic,
});
