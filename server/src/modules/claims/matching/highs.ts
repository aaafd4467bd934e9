/** HiGHS, compiled to WebAssembly. It does not pause while it solves: a round belongs in a thread of its own. */
import highsModule, { type Highs } from "highs";

/** The types are written for a require; an import answers the loader itself. */
const loadHighs = highsModule as unknown as () => Promise<Highs>;

export const loadSolver = (): Promise<Highs> => loadHighs();
