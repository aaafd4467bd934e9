/** The only place that reads the environment. A bad value is refused at start with one clear line. */
import { resolve } from "node:path";

export interface Env {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder for the embedded database, uploads and generated secrets. */
  readonly dataDir: string;
  /** `undefined`: the server starts its own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly demo: DemoChoice;
  /** Ids of the places to prepare, or all there are; undefined: the first one. */
  readonly places: readonly string[] | "all" | undefined;
  readonly logLevel: string;
  readonly publicUrl: string | undefined;
  readonly sms: SmsSettings;
  /** Phone of the first administrator of a place that starts without the demonstration. */
  readonly adminPhone: string;
}

/** Whether there is a demonstration, and of which place, by its id; undefined: of those that are prepared anyway. */
export type DemoChoice = false | { readonly place: string | undefined };

/** The development provider prints the code to the server's log; `http` posts it to a gateway. */
export type SmsSettings =
  | { readonly provider: "log" }
  | { readonly provider: "http"; readonly url: string; readonly token: string };

export class EnvError extends Error {}

const refuse = (name: string, value: string, wanted: string): never => {
  throw new EnvError(`${name}="${value}" is not valid: ${wanted}.`);
};

const readPort = (value: string | undefined): number => {
  if (value === undefined || value === "") return 5610;
  const port = Number(value);
  return /^\d+$/.test(value) && port <= 65535 ? port : refuse("PORT", value, "give a whole number from 0 to 65535");
};

const readHost = (value: string | undefined): string => {
  if (value === undefined || value === "") return "127.0.0.1";
  return /^[\w.:-]+$/.test(value) ? value : refuse("HOST", value, "give an address or a host name, such as 0.0.0.0");
};

const placeId = /^[a-z][a-z0-9-]*$/;

/** Which places there are is not known here; main.ts looks. */
const readDemo = (value: string | undefined): DemoChoice => {
  if (value === undefined || ["", "1", "yes"].includes(value)) return { place: undefined };
  if (value === "0" || value === "no") return false;
  return placeId.test(value) ? { place: value } : refuse("DEMO", value, "give 1, 0 or the id of a place");
};

const readPlaces = (value: string | undefined): Env["places"] => {
  if (value === undefined || value === "") return undefined;
  if (value === "all") return "all";
  const ids = value.split(",").map((id) => id.trim());
  return ids.every((id) => placeId.test(id))
    ? [...new Set(ids)]
    : refuse("PLACES", value, "give ids of places separated by commas, or all");
};

const readUrl = (name: string, value: string | undefined, protocols: readonly string[]): string | undefined => {
  if (value === undefined || value === "") return undefined;
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (parsed && protocols.includes(parsed.protocol)) return value;
  // The value may hold a password, so it is not repeated.
  throw new EnvError(
    `${name} is not valid: give a URL that begins with ${protocols.map((p) => `${p}//`).join(" or ")}.`,
  );
};

/** Without one it is an operator's service number, which no person can receive a code on. */
const readPhone = (value: string | undefined): string => {
  if (value === undefined || value === "") return "13800138000";
  return /^1[3-9]\d{9}$/.test(value) ? value : refuse("ADMIN_PHONE", value, "give a mobile number of 11 digits");
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

const readSms = (vars: NodeJS.ProcessEnv): SmsSettings => {
  const provider = vars.SMS_PROVIDER || "log";
  if (provider === "log") return { provider };
  if (provider !== "http") return refuse("SMS_PROVIDER", provider, "give log or http");
  const url = readUrl("SMS_URL", vars.SMS_URL, ["http:", "https:"]);
  if (!url || !vars.SMS_TOKEN) throw new EnvError("SMS_PROVIDER=http needs SMS_URL and SMS_TOKEN.");
  return { provider, url, token: vars.SMS_TOKEN };
};

export const readEnv = (vars: NodeJS.ProcessEnv = process.env, root = process.cwd()): Env => {
  const logLevel = vars.LOG_LEVEL || "info";
  if (!logLevels.includes(logLevel)) refuse("LOG_LEVEL", logLevel, `give one of ${logLevels.join(", ")}`);
  return {
    port: readPort(vars.PORT),
    host: readHost(vars.HOST),
    dataDir: resolve(root, vars.DATA_DIR || "data"),
    databaseUrl: readUrl("DATABASE_URL", vars.DATABASE_URL, ["postgres:", "postgresql:"]),
    demo: readDemo(vars.DEMO),
    places: readPlaces(vars.PLACES),
    logLevel,
    publicUrl: readUrl("PUBLIC_URL", vars.PUBLIC_URL, ["http:", "https:"]),
    sms: readSms(vars),
    adminPhone: readPhone(vars.ADMIN_PHONE),
  };
};
