export {
  type Answers,
  checkNeedsOneOf,
  noAnswers,
  type Resolved,
  readAnswersWith,
  readPlainAnswers,
  resolvePlain,
} from "./answers.ts";
export { createCountedMatters } from "./counted.ts";
export { factsShown } from "./facts.ts";
export { moveMatters } from "./merging.ts";
export { isSide, type Matter, type Side, type Sight, sightOf, targetFor } from "./model.ts";
export type { Beginning, Listener, Moved } from "./moving.ts";
export { findByCode, findMatter, findMatters, lockMatter } from "./repo.ts";
export { matterHandlers } from "./routes.ts";
export { clocksOf, leavesIn, type MatterRow, matterColumns, matterOf, selectMatters, stateText } from "./rows.ts";
export { askingsOf, divides, rulesOf, waitsFor } from "./rules.ts";
export { deskCondition, either, mattersUnder, ownCondition, unitCondition } from "./scope.ts";
export { createMatters, type Matters } from "./service.ts";
export { saveUnit, setUnitSight } from "./unit.ts";
export { actionOf, type MatterViewing, summaryOf, timeOfClock } from "./view.ts";
export { datedText, dayText } from "./words.ts";
