/** Rules of signing in, without I/O. Limits follow classified protection level 3: locking, expiry, revocation. */
export const lockAfterFailures = 5;
export const lockMinutes = 15;
export const codeValidMinutes = 5;
export const codeAttempts = 5;
export const codeRetrySeconds = 60;
export const codesPerDay = 10;

const hour = 3_600_000;
/** A desk that stands idle signs out the same day; a phone stays signed in for a month. */
export const idleLimitMs = { console: 12 * hour, api: 12 * hour, mobile: 30 * 24 * hour } as const;
export const absoluteLimitMs = 30 * 24 * hour;
/** Writing "last seen" at every request would be a write per read. */
export const touchEveryMs = 5 * 60_000;

export type App = keyof typeof idleLimitMs;

export const expiryOf = (app: App, createdAt: Date, seenAt: Date): Date =>
  new Date(Math.min(seenAt.getTime() + idleLimitMs[app], createdAt.getTime() + absoluteLimitMs));

export interface FailureState {
  readonly failedCount: number;
  readonly lockedUntil: Date | null;
}

/** Every fifth failure in a row locks, each time for twice as long, a day at most. */
export const afterFailure = ({ failedCount }: FailureState, now: Date): FailureState => {
  const failed = failedCount + 1;
  if (failed % lockAfterFailures !== 0) return { failedCount: failed, lockedUntil: null };
  const minutes = Math.min(24 * 60, lockMinutes * 2 ** (failed / lockAfterFailures - 1));
  return { failedCount: failed, lockedUntil: new Date(now.getTime() + minutes * 60_000) };
};

export const isLocked = (state: { lockedUntil: Date | null }, now: Date): boolean =>
  state.lockedUntil !== null && state.lockedUntil > now;
