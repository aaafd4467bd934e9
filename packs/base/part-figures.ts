/** Figures of taking part, in the words each place has for them. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

type Metric = NonNullable<PackInput["metrics"]>[string];
type When = Extract<Metric["count"], { what: "matters" }>["when"];
interface Words {
  readonly label: string;
  readonly definition: string;
  readonly unit: string;
}

/** Counted as registered: confirmed by the community, and not ended. A yearly review does not interrupt it. */
const registered: When = [{ name: "in", anyOf: ["active", "review"] }];

export const registrations = (kinds: readonly string[], words: Words): Metric => ({
  ...words,
  count: { what: "matters", type: "registration", kinds: [...kinds], when: registered },
});

/** Places with at least one registration. */
export const registeredPlaces = (kinds: readonly string[], words: Words): Metric => ({
  ...words,
  count: { what: "matters", type: "registration", kinds: [...kinds], when: registered, distinct: "place" },
});

/** Claims that are being carried out or have been; what came to nothing is not counted. */
const standing: When = [{ name: "in", anyOf: ["underWay", "delivered", "confirmed"] }];
const carriedOut: When = [{ name: "in", anyOf: ["confirmed"] }];

type Distinct = "place" | "holder" | "body" | "unit";

export const claims = (kinds: readonly string[], words: Words, distinct?: Distinct): Metric => ({
  ...words,
  count: { what: "matters", type: "claim", kinds: [...kinds], when: standing, ...(distinct ? { distinct } : {}) },
});

/** Claims whose doing was confirmed by whoever needed it. */
export const carriedThrough = (kinds: readonly string[], words: Words, sum?: string): Metric => ({
  ...words,
  count: { what: "matters", type: "claim", kinds: [...kinds], when: carriedOut, ...(sum ? { sum } : {}) },
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

/** Activities that took place. */
export const activities = (kinds: readonly string[], words: Words, sum?: string): Metric => ({
  ...words,
  count: {
    what: "matters",
    type: "activity",
    kinds: [...kinds],
    when: [{ name: "in", anyOf: ["finished", "reported", "ended"] }],
    ...(sum ? { sum } : {}),
  },
});

/** Agreements that all parties agreed to, whether their term is over or not. */
export const agreementsMade = (words: Words): Metric => ({
  ...words,
  count: {
    what: "matters",
    type: "agreement",
    kinds: ["agreement"],
    when: [{ name: "in", anyOf: ["running", "over", "renewed"] }],
  },
});

type Records = Extract<Metric["count"], { what: "records" }>;

export const records = (of: Records["of"], count: NonNullable<Records["count"]>, words: Words): Metric => ({
  ...words,
  count: { what: "records", of, count },
});
