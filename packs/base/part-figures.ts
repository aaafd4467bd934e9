/** Figures of taking part, in the words each place has for them. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

type Metric = NonNullable<PackInput["metrics"]>[string];
interface Words {
  readonly label: string;
  readonly definition: string;
  readonly unit: string;
}

/** Counted as registered: confirmed by the community, and not ended. A yearly review does not interrupt it. */
const registered = [{ name: "in", anyOf: ["active", "review"] }] as const;

export const registrations = (kinds: readonly string[], words: Words): Metric => ({
  ...words,
  count: { what: "matters", type: "registration", kinds: [...kinds], when: [...registered] },
});

/** Places with at least one registration. */
export const registeredPlaces = (kinds: readonly string[], words: Words): Metric => ({
  ...words,
  count: { what: "matters", type: "registration", kinds: [...kinds], when: [...registered], distinct: "place" },
});

/** Claims that are being carried out or have been; what came to nothing is not counted. */
const standing = [{ name: "in", anyOf: ["applied", "underWay", "delivered", "confirmed"] }] as const;
const carriedOut = [{ name: "in", anyOf: ["confirmed"] }] as const;

type Distinct = "place" | "holder" | "body" | "unit";

export const claims = (kinds: readonly string[], words: Words, distinct?: Distinct): Metric => ({
  ...words,
  count: { what: "matters", type: "claim", kinds: [...kinds], when: [...standing], ...(distinct ? { distinct } : {}) },
});

/** Claims whose doing was confirmed by whoever needed it. */
export const carriedThrough = (kinds: readonly string[], words: Words, sum?: string): Metric => ({
  ...words,
  count: { what: "matters", type: "claim", kinds: [...kinds], when: [...carriedOut], ...(sum ? { sum } : {}) },
});

/** Things put up that were seen by a desk and opened. */
export const putUp = (kinds: readonly string[], words: Words): Metric => ({
  ...words,
  count: {
    what: "matters",
    type: "claimable",
    kinds: [...kinds],
    when: [{ name: "in", anyOf: ["open", "closed", "fulfilled"] }],
  },
});
