/** Call `usePlace()` at the top of a test file or of a suite: a server, a browser, and a seat for everyone who takes part. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { useDatabase } from "../server/test/database.ts";
import { type Device, launch, type Seat, seat, shoot } from "./browser.ts";
import { type Place, startPlace } from "./place.ts";

export interface Stage {
  readonly place: Place;
  readonly browser: Browser;
  /** A person sits down: a context of their own, nobody signed in unless it is `like` one where somebody is. */
  sit(device: Device, name: string, like?: Seat): Promise<Seat>;
}

export const usePlace = (packId?: string): Stage => {
  const database = useDatabase();
  const seats: Seat[] = [];
  let place: Place | undefined;
  let browser: Browser | undefined;

  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error("the place is there from the first hook on");
    return thing;
  };

  beforeAll(async () => {
    [place, browser] = await Promise.all([startPlace(database.urls, packId), launch()]);
  });
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => shoot(seats, task.name));
  });
  afterAll(async () => {
    await browser?.close();
    await place?.stop();
  });

  return {
    get place() {
      return there(place);
    },
    get browser() {
      return there(browser);
    },
    sit: async (device, name, like) => {
      const taken = await seat(there(browser), there(place).origin, device, name, like);
      seats.push(taken);
      return taken;
    },
  };
};
