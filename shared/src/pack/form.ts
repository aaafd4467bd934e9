/** Form fields that a step asks for. Screens draw them, the server checks the answers against the same declaration. */
import { z } from "zod";

const base = {
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: z.string().min(1),
  help: z.string().optional(),
  required: z.boolean().default(false),
};

export const Field = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("text"),
    maxLength: z.int().max(5000).default(500),
    multiline: z.boolean().default(false),
    suggestions: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("choice"),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })).min(1),
  }),
  z.strictObject({ ...base, kind: z.literal("yes-no"), yes: z.string().default("是"), no: z.string().default("否") }),
  z.strictObject({ ...base, kind: z.literal("stars") }),
  z.strictObject({ ...base, kind: z.literal("number"), min: z.int(), max: z.int(), unit: z.string().optional() }),
  z.strictObject({
    ...base,
    kind: z.literal("photos"),
    min: z.int().min(0).max(9).default(0),
    max: z.int().min(1).max(9).default(9),
  }),
  /** Whom a case is handed to: teams, grid workers, units, departments. `many` for a grab among several. */
  z.strictObject({
    ...base,
    kind: z.literal("assignees"),
    tiers: z.array(z.string()).min(1),
    many: z.boolean().default(false),
  }),
  /** Another case, such as the earlier one of a duplicate. */
  z.strictObject({ ...base, kind: z.literal("case") }),
  /** A node of the tree, such as the community a case belongs to. */
  z.strictObject({ ...base, kind: z.literal("node"), tiers: z.array(z.string()).min(1) }),
  z.strictObject({ ...base, kind: z.literal("category") }),
  /** One item of a list of the pack: what may be pushed down, where to go instead. What is not on the list is refused. */
  z.strictObject({ ...base, kind: z.literal("item"), list: z.string() }),
  /** A day, as `2026-11-21`. */
  z.strictObject({ ...base, kind: z.literal("date") }),
]);
export type Field = z.infer<typeof Field>;
export type FieldKind = Field["kind"];
export const Form = z.array(Field);
