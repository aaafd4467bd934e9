/** Values inside a step's data: nodes, cases, people, times and pictures by name become what the API takes. */
import type { Data } from "@ginkgo/packs/story.ts";
import { localTime } from "./times.ts";
import { shareOf, type Turn } from "./turn.ts";

export interface Names {
  /** Id of the node that `@…` names. */
  node(text: string): string;
  /** Id of a case of this story; undefined if it has none of that name. */
  case(name: string): string | undefined;
  /** What an endpoint has answered; undefined if the story has given nothing that name. */
  answer(name: string): unknown;
  /** A day of the story, as it falls in this telling. */
  day(text: string): string;
  now(): Date;
  /** The number of the turn, where a step is taken several times. */
  readonly turn: string;
  /** Which telling it is, for what differs from one to the next. */
  readonly telling: Turn;
  /** Accounts of those who play the part. */
  people(part: string): Promise<readonly string[]>;
  /** Uploads a picture with that caption; its id. */
  photo(caption: string): Promise<string>;
}

const photoMark = "photo:";
/** `person:lead`; `people:hands`, `people:lead+hands`. */
const personMark = /^(person|people):([A-Za-z0-9+]+)$/;
/** `share:9/12000`: 9 alone, 12,000 in all tellings together. */
const shareMark = /^share:(\d+)\/(\d+)$/;
const pickMark = /\{pick:([^}]*)\}/g;
const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A field of a value by its path, as `items.0.id`; `length` of a list. */
export const fieldAt = (value: unknown, path: string): unknown =>
  path
    .split(".")
    .filter((part) => part !== "")
    .reduce<unknown>(
      (inside, part) =>
        typeof inside === "object" && inside !== null ? (inside as Record<string, unknown>)[part] : undefined,
      value,
    );

/** Most answers are about one thing, or carry it inside. */
export const idOf = (answer: unknown): unknown => fieldAt(answer, "id") ?? fieldAt(answer, "matter.id");

/** A text may well begin with "#"; only a name the story has given stands for something. */
const referred = (text: string, names: Names): unknown => {
  const [name = "", ...path] = text.slice(1).split(".");
  const known = names.case(name);
  if (known !== undefined) return known;
  const answer = names.answer(name);
  if (answer === undefined) return text;
  return path.length > 0 ? fieldAt(answer, path.join(".")) : idOf(answer);
};

const accounts = async (found: RegExpExecArray, names: Names): Promise<unknown> => {
  const [, one, parts = ""] = found;
  const all: string[] = [];
  for (const part of parts.split("+")) all.push(...(await names.people(part)));
  return one === "person" ? all[0] : all;
};

const resolveText = (given: string, names: Names): unknown => {
  const { index } = names.telling;
  const text = given
    .replaceAll("{i}", names.turn)
    .replaceAll("{telling}", String(index + 1))
    .replace(pickMark, (_all, list: string) => {
      const choices = list.split("|");
      return choices[index % choices.length] ?? "";
    });
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return names.day(text);
  const moment = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(text);
  if (moment) return localTime(`${names.day(moment[1] ?? "")} ${moment[2]}`).toISOString();
  const span = /^now([+-]\d+)([mhd])$/.exec(text);
  if (span) return new Date(names.now().getTime() + Number(span[1]) * (unitMs[span[2] ?? ""] ?? 0)).toISOString();
  if (text.startsWith("@")) return names.node(text);
  if (text.startsWith(photoMark)) return names.photo(text.slice(photoMark.length));
  const share = shareMark.exec(text);
  if (share) return shareOf({ small: Number(share[1]), full: Number(share[2]) }, names.telling);
  const person = personMark.exec(text);
  if (person) return accounts(person, names);
  return text.startsWith("#") ? referred(text, names) : text;
};

const resolveOne = async (value: unknown, names: Names): Promise<unknown> => {
  if (Array.isArray(value)) {
    const resolved: unknown[] = [];
    for (const one of value) resolved.push(await resolveOne(one, names));
    return resolved;
  }
  if (typeof value === "object" && value !== null) return resolveData(value as Data, names);
  return typeof value === "string" ? resolveText(value, names) : value;
};

const isPhoto = (value: unknown): boolean => typeof value === "string" && value.startsWith(photoMark);

export const resolveData = async (data: Data, names: Names): Promise<Record<string, unknown>> => {
  const resolved: Record<string, unknown> = {};
  // A field for pictures takes a list, also of one.
  for (const [field, value] of Object.entries(data))
    resolved[field] = await resolveOne(isPhoto(value) ? [value] : value, names);
  return resolved;
};
