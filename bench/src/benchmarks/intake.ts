/**
 * Submissions and whole loops per second over HTTP, and what PostgreSQL alone does with the very same SQL in the same
 * run.
 */
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { type Ceiling, type CeilingRun, prepareCeiling } from "../ceiling/ceiling.ts";
import { createHttpClient, type HttpClient } from "../load/http.ts";
import { type Bench, measure, type Phase } from "../load/phase.ts";
import { playLoop, submitCase } from "../load/play.ts";
import { layOutProps, signInAll } from "../load/props.ts";
import { createScenes } from "../load/scenes.ts";
import { createRandom } from "../load/words.ts";
import type { Options } from "../options.ts";
import { progress } from "../progress.ts";
import { median, type Result, round } from "../report.ts";
import { createCast } from "../setup/cast.ts";
import { describeMachine } from "../setup/machine.ts";
import { dropDeliveries } from "../setup/queue.ts";
import { type Server, startServer } from "../setup/server.ts";
import { prepareStage } from "../setup/stage.ts";

const rounds = 2;
const warmUpSeconds = 4;
const tried = [8, 16, 32];
/** A loop is a dozen requests; photos are laid out for more loops than there can be. */
const submissionsPerLoop = 8;

const bestOf = async (
  bench: Bench,
  server: Server,
  submit: (http: HttpClient) => Promise<string>,
): Promise<Clients> => {
  const rates: Record<number, number> = {};
  for (const [i, clients] of tried.entries()) {
    const http = createHttpClient(server.origin, clients);
    const { perSecond } = await measure(bench, server, clients, 3, i === 0 ? 4 : 1, () => submit(http));
    rates[clients] = round(perSecond);
    http.close();
  }
  const best = Object.entries(rates).sort(([, a], [, b]) => b - a)[0];
  return { count: Number(best?.[0]), rates };
};

const summary = (phases: readonly Phase[]) => {
  const of = (read: (phase: Phase) => number) => round(median(phases.map(read)), 2);
  return {
    perSecond: round(of(({ perSecond }) => perSecond)),
    runs: phases.map(({ perSecond }) => round(perSecond)),
    p50: of(({ latency }) => latency.p50),
    p95: of(({ latency }) => latency.p95),
    p99: of(({ latency }) => latency.p99),
    cpuMsEach: {
      server: of(({ cpu }) => cpu.server),
      postgres: of(({ cpu }) => cpu.postgres),
      client: of(({ cpu }) => cpu.client),
    },
    othersCpuShare: phases.map(({ others }) => round(others, 2)),
    deliveriesLeftAtEnd: phases.map(({ backlog }) => backlog),
  };
};

const ceilingSummary = (runs: readonly CeilingRun[]) => ({
  tps: round(median(runs.map(({ perSecond }) => perSecond))),
  runs: runs.map(({ perSecond }) => round(perSecond)),
  postgresCpuMsEach: round(median(runs.map(({ cpuMs }) => cpuMs)), 2),
  othersCpuShare: runs.map(({ others }) => round(others, 2)),
});

/** Rates per share of the machine that others left. */
const alone = (runs: readonly { readonly perSecond: number; readonly others: number }[]): number =>
  median(runs.map(({ perSecond, others }) => perSecond / Math.max(0.05, 1 - others)));

interface Found {
  readonly submits: Phase[];
  readonly loops: Phase[];
  readonly pgSubmits: CeilingRun[];
  readonly pgLoops: CeilingRun[];
}

interface Clients {
  readonly count: number;
  /** What was tried to find the best number. */
  readonly rates: Record<number, number> | undefined;
}

/** Submissions, then loops, through a server that has just been started; answers with how many clients. */
const overHttp = async (
  bench: Bench,
  server: Server,
  seconds: number,
  found: Found,
  known: Clients | undefined,
): Promise<Clients> => {
  const { stage, cast, scene } = bench;
  const setUp = createHttpClient(server.origin, 8);
  await signInAll(cast, setUp);
  const tokenOf = (person: PersonFile) => cast.token(person, setUp.call);
  const submit = async (http: HttpClient) => (await submitCase(http.call, tokenOf, scene())).no;
  const clients = known ?? (await bestOf(bench, server, submit));
  const http = createHttpClient(server.origin, clients.count);

  const submits = await measure(bench, server, clients.count, seconds, warmUpSeconds, () => submit(http));
  progress(`submissions: ${round(submits.perSecond)}/s with ${clients.count} connections`);
  await dropDeliveries(stage);
  const rate = Math.max(found.loops[0]?.perSecond ?? 0, submits.perSecond / submissionsPerLoop);
  const props = await layOutProps(
    scene,
    setUp,
    tokenOf,
    Math.ceil(rate * (seconds + warmUpSeconds) * 1.3) + clients.count,
  );
  progress(`${props.length} photos uploaded`);
  const loops = await measure(bench, server, clients.count, seconds, warmUpSeconds, async () => {
    const prop = props.pop();
    return prop && playLoop(http.call, tokenOf, prop);
  });
  progress(`loops: ${round(loops.perSecond)}/s`);
  found.submits.push(submits);
  found.loops.push(loops);
  http.close();
  setUp.close();
  return clients;
};

const byPgbench = async ({ stage }: Bench, ceiling: Ceiling, seconds: number, clients: number, found: Found) => {
  await dropDeliveries(stage);
  const submits = await ceiling.submits(clients, seconds);
  await dropDeliveries(stage);
  const loops = await ceiling.loops(clients, seconds);
  await dropDeliveries(stage);
  progress(`pgbench: ${round(submits.perSecond)} submissions/s, ${round(loops.perSecond)} loops/s`);
  found.pgSubmits.push(submits);
  found.pgLoops.push(loops);
};

const runRounds = async (bench: Bench, ceiling: Ceiling, { seconds, connections, profile }: Options) => {
  const found: Found = { submits: [], loops: [], pgSubmits: [], pgLoops: [] };
  let clients: Clients | undefined = connections ? { count: connections, rates: undefined } : undefined;
  for (let i = 0; i < rounds; i++) {
    const server = await startServer(bench.stage, i === 0 ? profile : undefined);
    progress(`round ${i + 1}: server started`);
    try {
      clients = await overHttp(bench, server, seconds, found, clients);
    } catch (error) {
      console.error(`the server's log:\n${server.errors.slice(-3).join("\n")}`);
      throw error;
    }
    // Not beside pgbench: the ceiling is PostgreSQL alone, and nobody may deliver what pgbench enqueues.
    await server.stop();
    await byPgbench(bench, ceiling, seconds, clients.count, found);
  }
  return { ...found, rates: clients?.rates, clients: clients?.count ?? 0 };
};

export const intake = async (options: Options): Promise<Result> => {
  const stage = await prepareStage();
  progress("county and people are there");
  const cast = createCast(stage);
  const bench: Bench = {
    stage,
    cast,
    scene: createScenes(stage, cast, createRandom(610423)),
    numbers: new Set(),
    submitted: 0,
  };
  const ceiling = await prepareCeiling(stage, cast, bench.scene);
  progress("SQL recorded");
  const { submits, loops, pgSubmits, pgLoops, rates, clients } = await runRounds(bench, ceiling, options);
  const [stored] = await stage.ask<{ http: number; pgbench: number }>(
    `select count(*) filter (where no like 'JY-%') as http, count(*) filter (where no like 'PB%') as pgbench
     from cases`,
  );
  const unique = bench.numbers.size === bench.submitted;
  const submit = summary(submits);
  const loop = summary(loops);
  const ceilings = { submit: ceilingSummary(pgSubmits), loop: ceilingSummary(pgLoops) };
  return {
    ok: unique,
    report: {
      machine: await describeMachine(stage),
      settings: {
        secondsPerPhase: options.seconds,
        warmUpSeconds,
        rounds,
        connections: clients,
        ...(rates ? { triedPerSecond: rates } : {}),
      },
      sizes: {
        nodes: stage.tree.length,
        people: stage.people.length,
        casesOverHttp: stored?.http ?? 0,
        casesByPgbench: stored?.pgbench ?? 0,
        numbersUnique: unique,
      },
      submit,
      loops: loop,
      ceiling: { submitTps: ceilings.submit.tps, loopTps: ceilings.loop.tps, details: ceilings },
      ratio: {
        submit: round(submit.perSecond / ceilings.submit.tps, 3),
        loop: round(loop.perSecond / ceilings.loop.tps, 3),
        // Both rates as if nobody else had used the machine.
        alone: { submit: round(alone(submits) / alone(pgSubmits), 3), loop: round(alone(loops) / alone(pgLoops), 3) },
      },
      statements: Object.fromEntries(
        Object.entries(ceiling.statements).map(([label, counts]) => [label, { ...counts }]),
      ),
    },
  };
};
