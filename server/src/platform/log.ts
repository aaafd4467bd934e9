import { type Logger, pino } from "pino";

export type Log = Logger;

/** Lines a person can read on a terminal, JSON elsewhere. Personal fields are never logged. */
export const createLog = (level: string, pretty: boolean): Log =>
  pino({
    level,
    base: null,
    redact: ["req.headers.authorization", "req.headers.cookie", "*.password", "*.phone", "*.code"],
    ...(pretty
      ? {
          transport: {
            target: "pino-pretty",
            options: { colorize: true, translateTime: "SYS:HH:MM:ss", ignore: "pid,hostname" },
          },
        }
      : {}),
  });
