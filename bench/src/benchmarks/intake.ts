/** Submissions and whole loops per second over HTTP, and what PostgreSQL alone does with the very same SQL in the same run. */
import type { PersonFile } from "@ginkgo/packs/tree-files.ts";
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
/** Loops per second that photos are laid out for, until the first rate is known. */
const firstGuess = 60;

const bestOf = async (
  bench: Bench,
  server: Server,
  submit: (http: HttpClient) => Promise<string>,
): Promise<Record<number, number>> => {
  const rates: Record<number, number> = {};
  for (const [i, clients] of tried.entries()) {
    const http = createHttpClient(server.origin, clients);
    const { perSecond } = await measure(bench, server, clients, 3, i === 0 ? 4 : 1, () => submit(http));
    rates[clients] = round(perSecond);
    http.close();
  }
  return rates;
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

const runRounds = async (bench: Bench, ceiling: Ceiling, options: Options) => {
  const { stage, cast, scene } = bench;
  const { seconds } = options;
  const found: { submits: Phase[]; loops: Phase[]; pgSubmits: CeilingRun[]; pgLoops: CeilingRun[] } = {
    submits: [],
    loops: [],
    pgSubmits: [],
    pgLoops: [],
  };
  let rates: Record<number, number> | undefined;
  let clients = options.connections ?? 0;
  for (let i = 0; i < rounds; i++) {
    const server = await startServer(stage, i === 0 ? options.profile : undefined);
    const setUp = createHttpClient(server.origin, 8);
    progress(`round ${i + 1}: server started`);
    await signInAll(cast, setUp);
    progress("everyone has signed in");
    const tokenOf = (person: PersonFile) => cast.token(person, setUp.call);
    const submit = async (http: HttpClient) => (await submitCase(http.call, tokenOf, scene())).no;
    if (clients === 0) {
      rates = await bestOf(bench, server, submit);
      clients = Number(Object.entries(rates).sort(([, a], [, b]) => b - a)[0]?.[0]);
    }
    const http = createHttpClient(server.origin, clients);
    found.submits.push(await measure(bench, server, clients, seconds, warmUpSeconds, () => submit(http)));
    progress(`submissions: ${round(found.submits.at(-1)?.perSecond ?? 0)}/s with ${clients} connections`);
    await dropDeliveries(stage);
    const rate = found.loops[0]?.perSecond ?? firstGuess;
    const props = await layOutProps(scene, setUp, tokenOf, Math.ceil(rate * (seconds + warmUpSeconds) * 1.3) + clients);
    progress(`${props.length} photos uploaded`);
    found.loops.push(
      await measure(bench, server, clients, seconds, warmUpSeconds, async () => {
        const prop = props.pop();
        return prop && playLoop(http.call, tokenOf, prop);
      }),
    );
    progress(`loops: ${round(found.loops.at(-1)?.perSecond ?? 0)}/s`);
    http.close();
    setUp.close();
    // Not beside pgbench: the ceiling is PostgreSQL alone, and nobody may deliver what pgbench enqueues.
    await server.stop();
    await dropDeliveries(stage);
    found.pgSubmits.push(await ceiling.submits(clients, seconds));
    await dropDeliveries(stage);
    found.pgLoops.push(await ceiling.loops(clients, seconds));
    progress(
      `pgbench: ${round(found.pgSubmits.at(-1)?.perSecond ?? 0)} submissions/s, ${round(found.pgLoops.at(-1)?.perSecond ?? 0)} loops/s`,
    );
    await dropDeliveries(stage);
  }
  return { ...found, rates, clients };
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
    "select count(*) filter (where no like 'JY-%') as http, count(*) filter (where no like 'PB%') as pgbench from cases",
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
      },
      statements: Object.fromEntries(
        Object.entries(ceiling.statements).map(([label, counts]) => [label, { ...counts }]),
      ),
    },
  };
};
