/** Values inside a step's data: nodes, cases and pictures by name become what the API takes. Pure but for what it is given. */
import type { Data } from "@ginkgo/packs/story.ts";

export interface Names {
  /** Id of the node that `@…` names. */
  node(text: string): string;
  /** Id of a case of this story; undefined if it has none of that name. */
  case(name: string): string | undefined;
  /** A day of the story, as it falls in this telling. */
  day(text: string): string;
  /** Uploads a picture with that caption; its id. */
  photo(caption: string): Promise<string>;
}

const photoMark = "photo:";

const resolveOne = async (value: unknown, names: Names): Promise<unknown> => {
  if (Array.isArray(value)) {
    const resolved: unknown[] = [];
    for (const one of value) resolved.push(await resolveOne(one, names));
    return resolved;
  }
  if (typeof value !== "string") return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return names.day(value);
  if (value.startsWith("@")) return names.node(value);
  if (value.startsWith(photoMark)) return names.photo(value.slice(photoMark.length));
  // A text may well begin with "#"; only a name the story has given stands for a case.
  if (value.startsWith("#")) return names.case(value.slice(1)) ?? value;
  return value;
};

const isPhoto = (value: unknown): boolean => typeof value === "string" && value.startsWith(photoMark);

export const resolveData = async (data: Data, names: Names): Promise<Record<string, unknown>> => {
  const resolved: Record<string, unknown> = {};
  // A field for pictures takes a list, also of one.
  for (const [field, value] of Object.entries(data))
    resolved[field] = await resolveOne(isPhoto(value) ? [value] : value, names);
  return resolved;
};
