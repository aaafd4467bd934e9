export { addWorkingMinutes, workingMinutesBetween } from "./calendar.ts";
export { type Alarm, limitOf, nearestClock, nextAlarm, rung } from "./clocks.ts";
export { countedIn, matterCountedIn } from "./counting.ts";
export { readForm } from "./form.ts";
export { type Beginning, begin, isOpen, next, type Outcome, type Step, stepOf } from "./model.ts";
export { chartOf } from "./statechart.ts";
export type { Clocks, Event, Facts, Mode, Rules, StateClock, SubCaseRequest, Subject, Worker } from "./subject.ts";
