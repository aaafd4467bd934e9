import type { Options } from "../options.ts";
import type { Result } from "../report.ts";
export const messages = async (_options: Options): Promise<Result> => ({ ok: true, report: {} });
