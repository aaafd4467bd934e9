/** The ceiling: records submissions and loops, and lets pgbench repeat them against the same database. */

import { statementLog } from "@ginkgo/server/platform/db/database.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { cpuBetween, othersShare, readCpu } from "../load/cpu.ts";
import { type Prop, playLoop, submitCase } from "../load/play.ts";
import type { Scene } from "../load/scenes.ts";
import { openServer } from "../server-process.ts";
import type { Cast } from "../setup/cast.ts";
import type { Stage } from "../setup/stage.ts";
import { requirePgbench, runPgbench } from "./pgbench.ts";
import {
  type Counts,
  countStatements,
  createRecorder,
  deliveriesIn,
  type Exchange,
  lastingStatements,
} from "./record.ts";
import { makeScript, materialTable, numberPrefix, photoIdSql, type Script } from "./script.ts";
import type { Recorded } from "./shape.ts";

/** As many as there are connections at most: each repeats one of its own. */
const submitsRecorded = 32;
const loopsRecorded = 16;
/** More than any machine does; a photo that is missing would show in the check. */
const loopsPerSecondAtMost = 2000;

export interface Ceiling {
  readonly statements: Readonly<Record<string, Counts>>;
  submits(clients: number, seconds: number): Promise<CeilingRun>;
  loops(clients: number, seconds: number): Promise<CeilingRun>;
}

export interface CeilingRun {
  readonly perSecond: number;
  /** Processor time of PostgreSQL for one piece of work. */
  readonly cpuMs: number;
  /** Share of the machine that others have used meanwhile. */
  readonly others: number;
}

interface Recordings {
  readonly submits: readonly Recorded[];
  readonly loops: readonly Recorded[];
  readonly statements: Readonly<Record<string, Counts>>;
}

const newPhoto = async ({ ask, tenant }: Stage, ownerId: string): Promise<string> => {
  const [row] = await ask<{ id: string }>(
    `insert into files (tenant_id, id, owner_id, kind, mime, bytes, width, height, created_at)
     values ($1, gen_random_uuid(), $2, 'photo', 'image/jpeg', 700, 32, 24, now()) returning id`,
    [tenant, ownerId],
  );
  return row?.id ?? "";
};

const record = async (stage: Stage, cast: Cast, scene: () => Scene): Promise<Recordings> => {
  const app = await openServer(stage, "error");
  const recorder = createRecorder(app);
  try {
    const tokenOf = (person: Scene["reporter"]) => cast.token(person, recorder.call);
    const prepare = async (): Promise<{ prop: Prop; ownerId: string }> => {
      const one = scene();
      // Everyone signed in and in the server's memory, as in the measured time.
      for (const person of [one.reporter, one.desk, one.worker])
        await recorder.call(identityApi.me, {}, { token: await tokenOf(person) });
      const { id } = await recorder.call(identityApi.me, {}, { token: await tokenOf(one.worker) });
      return { prop: { ...one, photoId: await newPhoto(stage, id) }, ownerId: id };
    };
    await playLoop(recorder.call, tokenOf, (await prepare()).prop);

    const submits: Recorded[] = [];
    for (let i = 0; i < submitsRecorded; i++) {
      const { prop } = await prepare();
      recorder.take();
      const startedAt = Date.now();
      const { no } = await submitCase(recorder.call, tokenOf, prop);
      submits.push({ exchanges: recorder.take(), startedAt, no, photo: undefined });
    }
    const loops: Recorded[] = [];
    for (let i = 0; i < loopsRecorded; i++) {
      const { prop, ownerId } = await prepare();
      recorder.take();
      const startedAt = Date.now();
      const no = await playLoop(recorder.call, tokenOf, prop);
      loops.push({ exchanges: recorder.take(), startedAt, no, photo: { id: prop.photoId, ownerId } });
    }
    const exchanges = loops[0]?.exchanges ?? [];
    const deliver = app.services.cases.telling.deliver;
    return {
      submits,
      loops,
      statements: await countAll(exchanges, (delivery) => deliver(delivery as Parameters<typeof deliver>[0])),
    };
  } finally {
    await app.stop();
  }
};

const countAll = async (
  exchanges: readonly Exchange[],
  deliver: (delivery: unknown) => Promise<void>,
): Promise<Record<string, Counts>> => {
  const counts: Record<string, Counts> = {};
  for (const { label, statements } of exchanges) counts[label] ??= countStatements(lastingStatements(statements));
  counts["whole loop"] = countStatements(lastingStatements(exchanges.flatMap(({ statements }) => statements)));
  const [delivery] = deliveriesIn(exchanges[0]?.statements ?? []);
  if (delivery) {
    const statements: { sql: string; values: readonly unknown[] }[] = [];
    await statementLog.run(statements, () => deliver(delivery));
    counts["delivery job after a submission (without the queue's own, and two messages)"] = countStatements(statements);
  }
  return counts;
};

/**
 * Photos for every loop pgbench may reach, each belonging to the worker whose loop the connection repeats; from days
 * ago, because an account may upload only so many a day and the HTTP phases upload theirs.
 */
const layOutPhotos = async (
  { ask, tenant }: Stage,
  owners: readonly string[],
  run: number,
  clients: number,
  seconds: number,
) => {
  const each = Math.ceil((loopsPerSecondAtMost * (seconds + 1)) / clients);
  await ask(
    `insert into files (tenant_id, id, owner_id, kind, mime, bytes, width, height, created_at)
     select $1, ${photoIdSql(`'${run}'`, "c", "n")}, ($2::uuid[])[1 + c % $3::int], 'photo', 'image/jpeg', 700, 32, 24,
       now() - interval '2 days'
     from generate_series(0, $4::int - 1) c, generate_series(1, $5::int) n`,
    [tenant, owners, owners.length, clients, each],
  );
  await ask("analyze files");
};

/** Where the server's own role can read them; without a tenant, because they are no one's data. */
const layOutMaterials = async ({ ask }: Stage, scripts: Readonly<Record<string, Script>>) => {
  await ask(`create table ${materialTable} (script text, piece int, name text, value text)`);
  await ask(`grant select on ${materialTable} to ginkgo_app`);
  for (const [script, { materials }] of Object.entries(scripts)) {
    const rows = [...materials].flatMap(([name, texts]) =>
      texts.map((value, piece) => ({ script, piece, name, value })),
    );
    await ask(
      `insert into ${materialTable}
       select * from jsonb_to_recordset($1::jsonb) as r(script text, piece int, name text, value text)`,
      [JSON.stringify(rows)],
    );
  }
};

/** pgbench says that nothing failed; this says that it has really been written. */
const checkWritten = async (
  { ask }: Stage,
  run: number,
  pieces: number,
  events: number,
  state: string,
): Promise<void> => {
  const [found] = await ask<{ cases: number; events: number; photos: number }>(
    `with written as (select id from cases where no like $1 and state = $2)
     select (select count(*) from written) as cases,
       (select count(*) from events e where e.subject_id in (select id from written)) as events,
       (select count(*) from files f where f.subject_id in (select id from written)) as photos`,
    [`${numberPrefix(run)}%`, state],
  );
  const photos = events > 1 ? pieces : 0;
  if (found?.cases !== pieces || found.events !== pieces * events || found.photos !== photos)
    throw new Error(
      `pgbench should have written ${pieces} cases (${state}), ${pieces * events} events and ${photos} photos; there are ${JSON.stringify(found)}`,
    );
};

export const prepareCeiling = async (stage: Stage, cast: Cast, scene: () => Scene): Promise<Ceiling> => {
  const program = requirePgbench();
  const { submits, loops, statements } = await record(stage, cast, scene);
  const scripts = { submit: makeScript("submit", submits), loop: makeScript("loop", loops) };
  await layOutMaterials(stage, scripts);
  const actions = Object.keys(statements).filter((label) => !label.includes(" ")).length;
  let runs = 0;
  const measure = async (script: "submit" | "loop", clients: number, seconds: number): Promise<CeilingRun> => {
    const run = ++runs;
    if (script === "loop") await layOutPhotos(stage, scripts.loop.photoOwners, run, clients, seconds);
    await stage.ask("checkpoint");
    const before = readCpu(undefined, stage.postgresPid);
    const { perSecond, pieces } = await runPgbench({
      program,
      url: stage.urls.app,
      script: scripts[script],
      run,
      clients,
      seconds,
    });
    const cpu = cpuBetween(before, readCpu(undefined, stage.postgresPid));
    await checkWritten(
      stage,
      run,
      pieces,
      script === "loop" ? 1 + actions : 1,
      script === "loop" ? "closed" : "vetting",
    );
    await stage.ask("delete from files where subject_id is null and created_at < now() - interval '1 day'");
    return { perSecond, cpuMs: cpu.postgres / pieces, others: othersShare(cpu) };
  };
  return {
    statements,
    submits: (clients, seconds) => measure("submit", clients, seconds),
    loops: (clients, seconds) => measure("loop", clients, seconds),
  };
};
