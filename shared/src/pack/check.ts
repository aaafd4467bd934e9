/** Checks a pack before it is published: its shape first, then everything else at once. Each problem says how to mend it. */
import { checkDuties } from "./check/duties.ts";
import { checkFacts } from "./check/facts.ts";
import { checkFields } from "./check/fields.ts";
import { checkFigures } from "./check/figures.ts";
import { checkLaw } from "./check/law.ts";
import { checkParticipation } from "./check/participation.ts";
import { checkPlace } from "./check/place.ts";
import { checkPoints } from "./check/points.ts";
import type { PackProblem, Report } from "./check/problem.ts";
import { checkReach } from "./check/reach.ts";
import { checkRoles } from "./check/roles.ts";
import { checkSecrets } from "./check/secrets.ts";
import { shapeProblems } from "./check/shape.ts";
import { checkStates } from "./check/states.ts";
import { checkSteps } from "./check/steps.ts";
import { checkTellings } from "./check/tellings.ts";
import { checkTimers } from "./check/timers.ts";
import { checkTogether } from "./check/together.ts";
import { Pack, type PackInput } from "./schema.ts";

export type { PackProblem } from "./check/problem.ts";

export type CheckedPack = { ok: true; pack: Pack } | { ok: false; problems: PackProblem[] };

export const definePack = (pack: PackInput): PackInput => pack;

const ofThePack = [checkPlace, checkRoles, checkFigures, checkParticipation, checkDuties, checkPoints, checkLaw];
const ofEachWorkflow = [
  checkStates,
  checkReach,
  checkSteps,
  checkFacts,
  checkFields,
  checkTellings,
  checkSecrets,
  checkTimers,
  checkTogether,
];

export const checkPack = (input: unknown): CheckedPack => {
  const parsed = Pack.safeParse(input);
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error, input) };
  const pack = parsed.data;
  const problems: PackProblem[] = [];
  const report: Report = (path, rule, message, mend) => problems.push({ path, rule, message, mend });
  for (const check of ofThePack) check(pack, report);
  for (const [id, workflow] of Object.entries(pack.workflows))
    for (const check of ofEachWorkflow) check({ pack, id, workflow, report });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
};
