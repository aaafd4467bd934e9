/** Time comes from here, so that tests can let a deadline pass. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface MovableClock extends Clock {
  set(to: Date): void;
  advance(milliseconds: number): void;
}

export const movableClock = (start: Date): MovableClock => {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    set: (to) => {
      now = to.getTime();
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
};
