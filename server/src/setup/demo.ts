/** The demonstration: some weeks of cases, taken through the same services a person uses, the clock moved along. */
import type { DemoCase } from "@ginkgo/packs/demo.ts";
import type { CaseDraft } from "@ginkgo/shared/api/cases.ts";
import type { Calendar } from "@ginkgo/shared/pack/schema.ts";
import type { Actor } from "../modules/authority/index.ts";
import type { Cases } from "../modules/cases/index.ts";
import { addWorkingMinutes, workingMinutesBetween } from "../modules/workflow/index.ts";
import { type MovableClock, movableClock } from "../platform/clock.ts";
import type { Call } from "../platform/http/call.ts";
import type { Log } from "../platform/log.ts";
import { createServices, type Foundation, type Services } from "../services.ts";
import { demoPhoto } from "./demo-photo.ts";

const quarter = 15 * 60_000;

interface Stage {
  readonly services: Services;
  readonly clock: MovableClock;
  readonly tenant: string;
  readonly actors: Map<string, Actor>;
}

const callAs = (actor: Actor, app: Call<Actor>["app"]): Call<Actor> => ({
  actor,
  app,
  ip: "",
  device: "demonstration",
  request: undefined,
  setSession: () => {},
});

const actorOf = async ({ services, tenant, actors }: Stage, phone: string): Promise<Actor> => {
  const known = actors.get(phone);
  if (known) return known;
  const actor = await services.identity.actorByPhone(tenant, phone);
  if (!actor) throw new Error(`the demonstration has nobody with phone ${phone}`);
  actors.set(phone, actor);
  return actor;
};

const step = async (
  stage: Stage,
  cases: Cases,
  caseId: string,
  phone: string,
  action: string,
  data: Record<string, unknown>,
) => {
  const actor = await actorOf(stage, phone);
  const { version } = await cases.reading.view(actor, caseId);
  await cases.act.act(callAs(actor, "mobile"), { caseId, action, version, data });
};

const bodyNamed = async ({ services, tenant }: Stage, code: string): Promise<string> => {
  const tree = await services.forest.tree(tenant);
  for (const node of tree.all()) if (node.code === code) return node.id;
  throw new Error(`the demonstration has no node ${code}`);
};

/** Names a photo or a body in the story's data by what it becomes at run time. */
const resolveData = async (
  stage: Stage,
  phone: string,
  data: DemoCase["steps"][number]["data"],
): Promise<Record<string, unknown>> => {
  const resolved: Record<string, unknown> = { ...data };
  if (data.to) resolved.to = await Promise.all([data.to].flat().map((code) => bodyNamed(stage, code)));
  if (data.photo) {
    delete resolved.photo;
    const actor = await actorOf(stage, phone);
    const file = await stage.services.files.store(stage.tenant, actor.accountId, await demoPhoto(data.photo));
    resolved.photos = [file.id];
  }
  return resolved;
};

const play = async (stage: Stage, demo: DemoCase, start: Date) => {
  const { services, clock, tenant } = stage;
  const { pack } = await services.packs.current(tenant);
  clock.set(start);
  const reporter = await actorOf(stage, demo.from);
  const draft: CaseDraft = {
    category: demo.category,
    words: demo.words,
    photos: [],
    visibility: demo.visibility ?? "private",
    ...(demo.pin ? { pin: demo.pin } : {}),
    ...(demo.address ? { address: demo.address } : {}),
  };
  const { id: caseId } = await services.cases.submit(callAs(reporter, "mobile"), draft);
  for (const one of demo.steps) {
    clock.set(addWorkingMinutes(pack.calendar, clock.now(), one.after));
    await step(stage, services.cases, caseId, one.by, one.action, await resolveData(stage, one.by, one.data));
  }
};

/** The demonstration looks the same whether it is made on a Monday morning or on a holiday. */
const workingHoursBefore = (calendar: Calendar, now: Date, hours: number): Date => {
  let start = now.getTime();
  while (workingMinutesBetween(calendar, new Date(start), now) < hours * 60) start -= quarter;
  return new Date(start);
};

/** Plays every story; those that should be under way now end shortly before now. */
export const playDemo = async (
  foundation: Foundation,
  tenant: string,
  cases: readonly DemoCase[],
  log: Log,
): Promise<number> => {
  const now = foundation.clock.now();
  const clock = movableClock(now);
  const services = createServices({ ...foundation, clock, log });
  const stage: Stage = { services, clock, tenant, actors: new Map() };
  const { pack } = await services.packs.current(tenant);
  let played = 0;
  for (const demo of cases) {
    try {
      await play(stage, demo, workingHoursBefore(pack.calendar, now, demo.ago));
      played++;
    } catch (error) {
      log.warn({ err: error, words: demo.words }, "a demonstration case could not be played");
    }
  }
  services.live.close();
  return played;
};
