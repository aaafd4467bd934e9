export { addWorkingMinutes, workingMinutesBetween } from "./calendar.ts";
export { readForm } from "./form.ts";
export {
  begin,
  type Event,
  type Facts,
  isOpen,
  type Mode,
  next,
  nextAlarm,
  type Rules,
  type Step,
  type Subject,
  stateOf,
  stepOf,
  type Worker,
} from "./model.ts";
export { chartOf } from "./statechart.ts";
