/**
 * The code on the organiser's screen: six digits out of a keyed hash of shift, way and half minute. It comes and is compared
 * on the server's time, so a phone whose clock is wrong shows and sends it all the same.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Sealer } from "../../platform/crypto.ts";

export type Way = "in" | "out";

const windowMs = 30_000;

export const windowAt = (now: Date): number => Math.floor(now.getTime() / windowMs);
export const millisecondsLeft = (now: Date): number => windowMs - (now.getTime() % windowMs);

export const codeFor = (sealer: Sealer, tenant: string, shiftId: string, way: Way, window: number): string => {
  const signature = sealer.sign(`check/${tenant}/${shiftId}/${way}/${window}`);
  const number = createHash("sha256").update(signature).digest().readUInt32BE(0) % 1_000_000;
  return String(number).padStart(6, "0");
};

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The window a code belongs to, if it is that of now or the one before. */
export const windowOf = (
  sealer: Sealer,
  tenant: string,
  shiftId: string,
  way: Way,
  code: string,
  now: Date,
): number | undefined => {
  const current = windowAt(now);
  return [current, current - 1].find((window) => same(codeFor(sealer, tenant, shiftId, way, window), code));
};

/** Two of a million codes are right: after this many wrong ones there is a pause. */
export const mostWrong = 8;
export const pauseMs = 10 * 60_000;
