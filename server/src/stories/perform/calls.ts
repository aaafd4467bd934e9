/** Steps that call an endpoint by the name of its contract, and sheets that are imported. */
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiName, Data } from "@ginkgo/packs/story.ts";
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import type { EndpointSpec } from "@ginkgo/shared/api/contract.ts";
import { api } from "@ginkgo/shared/api/index.ts";
import { writeSheet } from "../../platform/excel.ts";
import type { Episode } from "../episode.ts";
import type { Outcome } from "../outcome.ts";
import { nodeNamed, Unresolved } from "../parts.ts";
import type { Stranger } from "../strangers.ts";
import { shareOf } from "../turn.ts";
import { fieldAt } from "../values.ts";
import { inTurn, judged, refusalOf, type StepOf } from "./common.ts";

export const endpointNamed = (name: ApiName): EndpointSpec => {
  const [module = "", endpoint = ""] = name.split(".");
  const found = (api as Readonly<Record<string, Readonly<Record<string, EndpointSpec>>>>)[module]?.[endpoint];
  if (!found) throw new Unresolved(`没有接口 ${name}`);
  return found;
};

const fits = (seen: unknown, wanted: unknown): boolean =>
  typeof wanted === "string" && typeof seen === "string"
    ? seen.includes(wanted)
    : JSON.stringify(seen) === JSON.stringify(wanted);

/** Where an answer differs from what it should say. */
const differing = (answer: unknown, says: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(says).flatMap(([path, wanted]) => {
    const seen = fieldAt(answer, path);
    return fits(seen, wanted) ? [] : [`${path} 应为 ${JSON.stringify(wanted)}，看到 ${JSON.stringify(seen) ?? "无"}`];
  });

const checked = async (
  episode: Episode,
  as: string,
  answer: unknown,
  says: Data | undefined,
  text: string,
  i?: number,
): Promise<Outcome> => {
  const found = says ? differing(answer, await episode.data(as, says, i)) : [];
  return found.length > 0 ? { ok: false, text: `${text}：${found.join("；")}` } : { ok: true, text };
};

const callOnce = async (
  episode: Episode,
  step: StepOf<"call"> | StepOf<"look">,
  person: PersonFile,
  i: number,
): Promise<Outcome> => {
  const { as, input, says, refused, app } = step;
  const data = await episode.data(as, input, i);
  const ask = () => episode.seatOf(person, app).call(endpointNamed(step.api), data as never);
  if (refused !== undefined) return judged(await refusalOf(ask), refused, `${step.api} `);
  const answer: unknown = await ask();
  if (step.do === "call" && step.name !== undefined) episode.remember(step.name.replaceAll("{i}", String(i)), answer);
  return checked(episode, as, answer, says, told(step.api, answer), i);
};

/** Where what was called for now stands, if it says so. */
const told = (name: ApiName, answer: unknown): string => {
  const state = fieldAt(answer, "stateLabel") ?? fieldAt(answer, "matter.stateLabel") ?? fieldAt(answer, "statusLabel");
  return typeof state === "string" ? `${name} → ${state}` : name;
};

export const call = (episode: Episode, step: StepOf<"call">): Promise<Outcome> =>
  inTurn(episode, step, (person, i) => callOnce(episode, step, person, i));

/** Jobs run beside the requests; this long what they make may be waited for. */
const patienceMs = 10_000;

export const look = async (episode: Episode, step: StepOf<"look">): Promise<Outcome> => {
  const until = Date.now() + (step.soon ? patienceMs : 0);
  for (;;) {
    const outcome = await callOnce(episode, step, episode.person(step.as), 1);
    if (outcome.ok || Date.now() >= until) return outcome;
    await sleep(100);
  }
};

/** What a column says of one stranger: `@…` the code of a node, otherwise words with `{name}`, `{phone}` and `{i}`. */
const cellOf = (episode: Episode, text: string, one: Stranger, i: number): string => {
  if (text.startsWith("@")) {
    const node = nodeNamed(episode.stage.ground, episode.at, text);
    return node.code ?? node.key;
  }
  const words: Readonly<Record<string, string>> = { ...one, i: String(i + 1) };
  return text.replace(/\{(\w+)\}/g, (_all, word: string) => words[word] ?? "");
};

export const importSheet = async (episode: Episode, step: StepOf<"import">): Promise<Outcome> => {
  const { as, path, rows, columns, name, says } = step;
  const people = episode.stage.strangers(shareOf(rows, episode.turn));
  const headers = Object.keys(columns);
  const sheet = await writeSheet(
    "名单",
    headers.map((header) => ({ header, width: 16 })),
    people.map((one, i) => headers.map((header) => cellOf(episode, columns[header] ?? "", one, i))),
  );
  const answer = await episode.seat(as, "console").sheet(path, sheet);
  if (name !== undefined) episode.remember(name, answer);
  return checked(episode, as, answer, says, `导入 ${people.length} 行`);
};
