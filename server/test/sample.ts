/** Values that fit a JSON Schema, made from a seed: what a client that follows the contract may send. */
type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
};

export interface Sampling {
  /** Between 0 and 1. */
  next(): number;
  /** Ids to choose from beside one that is nobody's. */
  readonly ids: readonly string[];
}

const pick = <T>(from: readonly T[], { next }: Sampling): T | undefined => from[Math.floor(next() * from.length)];

const words = [
  "理发",
  "",
  "a'; drop table cases; --",
  "<script>alert(1)</script>",
  "😀".repeat(3),
  "中".repeat(30),
  "0",
  " ",
];

const textOf = (schema: Schema, sampling: Sampling): string => {
  const { format, pattern = "", minLength = 0, maxLength = 200 } = schema;
  if (format === "uuid") return pick(sampling.ids, sampling) ?? "";
  if (format === "date-time") return "2026-11-24T02:00:00.000Z";
  if (format === "date") return pick(["2026-11-24", "2026-02-28", "2030-01-01"], sampling) ?? "";
  if (pattern.includes("1[3-9]")) return "13900000000";
  if (/\\d\{6\}/.test(pattern)) return "123456";
  if (pattern.includes("2[0-3]")) return "09:30";
  if (/\\d\{4\}-\\d\{2\}/.test(pattern)) return "2026-11";
  const text = pick(words, sampling) ?? "";
  const long = [...text, ..."填满".repeat(minLength)];
  return [...text].length >= minLength ? [...text].slice(0, maxLength).join("") : long.slice(0, minLength).join("");
};

const numberOf = ({ minimum, exclusiveMinimum, maximum }: Schema, { next }: Sampling): number => {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const most = Math.min(maximum ?? least + 50, least + 50);
  return next() < 0.3 ? least : Math.floor(least + next() * (most - least));
};

const listOf = (schema: Schema, sampling: Sampling): unknown[] => {
  const { items, prefixItems, minItems = 0, maxItems = 3 } = schema;
  const fixed = prefixItems ?? (Array.isArray(items) ? items : undefined);
  if (fixed) return fixed.map((one: Schema) => sampleOf(one, sampling));
  const length = Math.min(maxItems, Math.max(minItems, Math.floor(sampling.next() * 3)));
  return Array.from({ length }, () => sampleOf((items ?? {}) as Schema, sampling));
};

const objectOf = ({ properties = {}, required = [] }: Schema, sampling: Sampling): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || sampling.next() < 0.5)
      .map(([name, schema]) => [name, sampleOf(schema, sampling)]),
  );

export const sampleOf = (schema: Schema, sampling: Sampling): unknown => {
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return sampleOf(pick(choice, sampling) ?? {}, sampling);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => sampleOf(one, sampling)));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(schema.enum, sampling);
  const type = Array.isArray(schema.type) ? pick(schema.type, sampling) : schema.type;
  switch (type) {
    case "object":
      return objectOf(schema, sampling);
    case "array":
      return listOf(schema, sampling);
    case "integer":
    case "number":
      return numberOf(schema, sampling);
    case "boolean":
      return sampling.next() < 0.5;
    case "null":
      return null;
    case "string":
      return textOf(schema, sampling);
    default:
      return schema.properties ? objectOf(schema, sampling) : "随便";
  }
};
