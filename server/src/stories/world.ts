/** A real server for stories: listening, its clock in hand, fresh tenants as they are needed. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { Story } from "@ginkgo/packs/story.ts";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type RunningApp, startApp } from "../app.ts";
import { type MovableClock, movableClock } from "../platform/clock.ts";
import type { DatabaseUrls } from "../platform/db/provision.ts";
import { createLog } from "../platform/log.ts";
import { loadSecrets } from "../platform/secrets.ts";
import { populate, preparePlace } from "../setup/tenant.ts";
import { clockOf, type StoryClock } from "./clock.ts";
import type { Stage } from "./episode.ts";
import { groundOf } from "./ground.ts";
import { inventResidents, type Setting } from "./residents.ts";
import { createSeats } from "./seats.ts";
import { createStrangers } from "./strangers.ts";

export interface PlayedStage extends Stage {
  readonly tenant: string;
  readonly clock: StoryClock;
}

export interface World {
  readonly app: RunningApp;
  readonly clock: MovableClock;
  stage(place: ShippedPlace, options: StageOptions): Promise<PlayedStage>;
  stop(): Promise<void>;
}

export interface StageOptions {
  /** What will be told, and where: residents are invented for it. */
  readonly settings: readonly Setting[];
  readonly careful: boolean;
  readonly photoWidth?: number;
}

const password = "story-people";
/** Before every story, so that nothing in the data is younger than what is told. */
const dawn = new Date("2020-01-01T00:00:00Z");

export const settingsOf = (stories: readonly Story[]): Setting[] => stories.map((story) => ({ story, at: story.at }));

/** Ids of the nodes by code, as the seed gives every node one. */
export const nodeIds = async (app: RunningApp, tenant: string): Promise<ReadonlyMap<string, string>> => {
  const tree = await app.services.forest.tree(tenant);
  return new Map([...tree.all()].flatMap((node) => (node.code === null ? [] : [[node.code, node.id] as const])));
};

export const lookUp = (ids: ReadonlyMap<string, string>) => (code: string) => {
  const id = ids.get(code);
  if (!id) throw new Error(`the tenant's tree has no node ${code}`);
  return id;
};

export const openWorld = async (urls: DatabaseUrls, dataDir: string, logLevel = "error"): Promise<World> => {
  const clock = movableClock(dawn);
  const app = await startApp({
    urls,
    dataDir,
    secrets: loadSecrets(dataDir),
    clock,
    log: createLog(logLevel, false),
    sms: { provider: "log" },
    publicUrl: undefined,
    requestsPerMinute: 10_000_000,
  });
  const origin = await app.listen(0, "127.0.0.1");
  let tenants = 0;

  return {
    app,
    clock,
    stop: app.stop,
    stage: async (place, { settings, careful, photoWidth }) => {
      const tenant = `${place.pack.code}-${++tenants}`;
      const tree = place.tree();
      const invented = inventResidents(groundOf(tree, place.pack.tiers), settings);
      await preparePlace(urls.owner, place, tenant);
      app.services.packs.forget();
      const { db, sealer } = app.foundation;
      clock.set(dawn);
      await populate(db, sealer, clock, place, tenant, password, "", invented);
      const size = photoWidth === undefined ? {} : { photoWidth };
      return {
        tenant,
        pack: Pack.parse(place.pack),
        ground: groundOf({ ...tree, people: [...tree.people, ...invented] }, place.pack.tiers),
        seats: createSeats({ origin, fetch, tenant, password, ...size }),
        nodeId: lookUp(await nodeIds(app, tenant)),
        now: clock.now,
        strangers: createStrangers(),
        careful,
        clock: clockOf(app, tenant, clock),
      };
    },
  };
};
