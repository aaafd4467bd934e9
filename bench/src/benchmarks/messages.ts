/**
 * Thousands of real messages, every one taken to its end through the public API: no 5xx, nothing lost, nothing
 * doubled.
 */
import { existsSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { createHttpClient, type HttpClient } from "../load/http.ts";
import { makePhotoBody } from "../load/photos.ts";
import { latencyOf } from "../load/run.ts";
import { createRandom } from "../load/words.ts";
import { createHands } from "../messages/hands.ts";
import { createPlaces } from "../messages/places.ts";
import { type Message, readMessages } from "../messages/read.ts";
import { createSteps } from "../messages/steps.ts";
import { createTravel } from "../messages/way.ts";
import { OptionError, type Options } from "../options.ts";
import { progress } from "../progress.ts";
import { type Result, round } from "../report.ts";
import { createCast } from "../setup/cast.ts";
import { describeMachine } from "../setup/machine.ts";
import { failedDeliveries, waitForDeliveries } from "../setup/queue.ts";
import { type Server, startServer } from "../setup/server.ts";
import { prepareStage } from "../setup/stage.ts";

const defaultConnections = 16;
const deliveryPatience = 600;
/** Enough to see what is wrong; the count says how often. */
const shownFailures = 20;

interface Outcome {
  readonly numbers: string[];
  readonly failures: string[];
  readonly latencies: number[];
}

/** All messages, so many at a time. A message that fails is noted and the others go on. */
const takeAll = async (
  messages: readonly Message[],
  connections: number,
  one: (message: Message, i: number) => Promise<string>,
): Promise<Outcome> => {
  const outcome: Outcome = { numbers: [], failures: [], latencies: [] };
  let next = 0;
  const work = async () => {
    for (let i = next++; i < messages.length; i = next++) {
      const message = messages[i];
      if (!message) return;
      const before = performance.now();
      try {
        outcome.numbers.push(await one(message, i));
        outcome.latencies.push(performance.now() - before);
      } catch (error) {
        outcome.failures.push(`message ${i + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
      if ((i + 1) % 500 === 0) progress(`${i + 1} messages`);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return outcome;
};

/** What the county's desk, who sees everything, finds afterwards. */
const lookBack = async (http: HttpClient, token: string) => {
  const { items: open } = await http.call(casesApi.list, { box: "open", limit: 200 }, { token });
  const { open: openCount } = await http.call(casesApi.counts, {}, { token });
  const states: Record<string, number> = {};
  const numbers = new Set<string>();
  let [listed, waiting] = [0, 0];
  for (let cursor: string | undefined; ; ) {
    const page: { items: { no: string; stateLabel: string; dueAt: string | null }[]; nextCursor: string | null } =
      await http.call(casesApi.list, { box: "desk", limit: 200, cursor }, { token });
    for (const { no, stateLabel, dueAt } of page.items) {
      listed++;
      numbers.add(no);
      states[stateLabel] = (states[stateLabel] ?? 0) + 1;
      if (dueAt !== null) waiting++;
    }
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return { listed, numbers, states, open: Math.max(open.length, openCount, waiting) };
};

const signInAll = async (
  people: readonly PersonFile[],
  tokenOf: (person: PersonFile) => Promise<string>,
): Promise<number> => {
  const before = performance.now();
  const queue = [...people];
  const next = async () => {
    for (let person = queue.pop(); person; person = queue.pop()) await tokenOf(person);
  };
  await Promise.all(Array.from({ length: 4 }, next));
  return (performance.now() - before) / 1000;
};

const tell = ({ failures }: Outcome, server: Server) => {
  if (failures.length === 0) return;
  console.error(`${failures.length} messages did not reach their end:\n${failures.slice(0, shownFailures).join("\n")}`);
  if (server.errors.length > 0) console.error(`the server's log:\n${server.errors.slice(-shownFailures).join("\n")}`);
};

export const messages = async (options: Options): Promise<Result> => {
  if (!options.file) throw new OptionError("name the messages with --file: a CSV with the columns title and detail");
  if (!existsSync(options.file)) throw new OptionError(`there is no ${options.file}; name the messages with --file`);
  const { messages: all, cut } = readMessages(options.file, options.limit);
  const connections = options.connections ?? defaultConnections;
  const stage = await prepareStage();
  const cast = createCast(stage);
  const random = createRandom(4326);
  const hands = createHands(stage, cast, random);
  const server = await startServer(stage, options.profile);
  const setUp = createHttpClient(server.origin, 4);
  const tokenOf = (person: PersonFile) => cast.token(person, setUp.call);
  const signInSeconds = await signInAll(hands.everyone, tokenOf);
  progress(`${hands.everyone.length} people have signed in`);

  const http = createHttpClient(server.origin, connections);
  const steps = createSteps(http, tokenOf, await makePhotoBody());
  const travel = createTravel({ http, hands, steps, random, tokenOf });
  const placeOf = createPlaces(stage, random);
  const ways: Record<string, number> = {};
  const before = performance.now();
  const outcome = await takeAll(all, connections, (message, i) => {
    const place = placeOf(i);
    ways[place.way] = (ways[place.way] ?? 0) + 1;
    return travel(message, place);
  });
  const seconds = (performance.now() - before) / 1000;
  const statuses = Object.fromEntries(
    [...http.statuses].sort(([a], [b]) => a - b).map(([status, count]) => [String(status), count]),
  );
  const requests = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const serverErrors = [...http.statuses].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0);
  tell(outcome, server);
  const found = await lookBack(setUp, await tokenOf(hands.countyDesk));
  const unique = new Set(outcome.numbers).size === outcome.numbers.length && found.numbers.size === found.listed;
  const complete = outcome.failures.length === 0 && found.listed === all.length && found.open === 0;
  progress("every case has been looked at; waiting for the deliveries");
  const delivered = await waitForDeliveries(stage, deliveryPatience);
  const failed = await failedDeliveries(stage);
  for (const { last_error } of failed) console.error(`a delivery failed: ${last_error}`);
  return {
    ok: serverErrors === 0 && unique && complete && failed.length === 0 && delivered.left === 0,
    report: {
      machine: await describeMachine(stage),
      settings: { connections, signedIn: hands.everyone.length, signInSeconds: round(signInSeconds) },
      messages: { read: all.length, cutTo2000: cut, places: ways },
      result: {
        seconds: round(seconds),
        casesPerSecond: round(outcome.numbers.length / seconds),
        requests,
        requestsPerSecond: round(requests / seconds),
        secondsPerCase: secondsOf(outcome.latencies),
      },
      statuses,
      serverErrors,
      overtaken: Object.fromEntries(steps.overtakings),
      failures: outcome.failures.length,
      steps: Object.fromEntries([...steps.counts].sort(([, a], [, b]) => b - a)),
      check: {
        casesListed: found.listed,
        numbersUnique: unique,
        stillOpen: found.open,
        states: found.states,
        deliveriesFailed: failed.length,
        deliveriesLeft: delivered.left,
        deliveredSecondsAfterTheLastCase: round(delivered.seconds),
      },
    },
  };
};

const secondsOf = (milliseconds: readonly number[]) => {
  const { p50, p95, p99 } = latencyOf(milliseconds);
  return { p50: round(p50 / 1000, 2), p95: round(p95 / 1000, 2), p99: round(p99 / 1000, 2) };
};
