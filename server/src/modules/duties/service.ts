/** The module put together: rotas with their shifts and swaps, patrols. */
import { createBoard } from "./board.ts";
import { createPatrolFigures } from "./counting.ts";
import type { DutiesDeps } from "./deps.ts";
import { createMaking } from "./making.ts";
import { createPatrolRoutes } from "./patrol-routes.ts";
import { createPlanning } from "./planning.ts";
import { createRotas } from "./rotas.ts";
import { createRounds } from "./rounds.ts";
import { createShifts } from "./shifts.ts";
import { createSquads } from "./squads.ts";
import { createSwaps } from "./swaps.ts";

export const createDuties = (deps: DutiesDeps) => {
  const making = createMaking(deps);
  const planning = createPlanning(deps);
  return {
    rotas: createRotas(deps),
    shifts: createShifts(deps),
    swaps: createSwaps(deps),
    board: createBoard(deps),
    patrolRoutes: createPatrolRoutes(deps),
    squads: createSquads(deps),
    rounds: createRounds(deps),
    figures: createPatrolFigures(deps),
    sweep: async (): Promise<void> => {
      await making.sweep();
      await planning();
    },
  };
};
export type Duties = ReturnType<typeof createDuties>;
