/** People at their devices: signed in for real with a session cookie, once more when it has run out. */
import { type Client, createClient, newKey, ProblemError, uploadFile } from "@ginkgo/shared/api/client.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import { xlsxMime } from "../platform/excel.ts";
import { demoPhoto } from "../setup/demo-photo.ts";

export type SeatApp = "console" | "mobile";

export interface Seat {
  readonly call: Client;
  /** Uploads a picture with that caption; the id of the file. */
  photo(caption: string): Promise<string>;
  /** Sends an Excel file to a path below `/api/v1`; what it was answered. */
  sheet(path: string, file: Buffer): Promise<unknown>;
}

export interface Seats {
  of(phone: string, app?: SeatApp): Seat;
  /** Ends every session that was opened. */
  leave(): Promise<void>;
}

export interface SeatOptions {
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly tenant: string;
  readonly password: string;
  /** Of the pictures, in pixels. */
  readonly photoWidth?: number;
}

/** Keeps the one cookie there is, as a browser does. */
const withCookie = (send: typeof fetch): typeof fetch => {
  let cookie: string | undefined;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookie) headers.set("cookie", cookie);
    const response = await send(input, { ...init, headers });
    for (const set of response.headers.getSetCookie()) cookie = set.split(";")[0];
    return response;
  };
};

const sendSheet = async (url: string, file: Buffer, app: SeatApp, send: typeof fetch): Promise<unknown> => {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(file)], { type: xlsxMime }), "people.xlsx");
  const headers = { "x-ginkgo-app": app, "idempotency-key": newKey() };
  const response = await send(url, { method: "POST", headers, body: form });
  // Large imports answer with lines of progress, the last of which says what came of it.
  const lines = (await response.text()).trim().split("\n");
  const answer = JSON.parse(lines.at(-1) ?? "null") as { problem?: Problem; report?: unknown };
  if (!response.ok) throw new ProblemError(answer as unknown as Problem);
  if (answer.problem) throw new ProblemError(answer.problem);
  return answer.report ?? answer;
};

const isSignedOut = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === "unauthenticated";

export const createSeats = ({ origin, fetch, tenant, password, photoWidth }: SeatOptions): Seats => {
  const seats = new Map<string, Seat>();
  const open: Client[] = [];
  const pictures = new Map<string, Promise<Buffer>>();
  const picture = (caption: string): Promise<Buffer> => {
    const made = pictures.get(caption) ?? demoPhoto(caption, photoWidth);
    pictures.set(caption, made);
    return made;
  };

  const sit = (phone: string, app: SeatApp): Seat => {
    const options = { origin, app, fetch: withCookie(fetch) };
    const call = createClient(options);
    let signing: Promise<unknown> | undefined;
    const signIn = () => {
      signing ??= call(identityApi.signInWithPassword, { tenant, phone, password });
      return signing;
    };
    const signedIn = async <T>(work: () => Promise<T>): Promise<T> => {
      await signIn();
      const session = signing;
      try {
        return await work();
      } catch (error) {
        if (!isSignedOut(error)) throw error;
        // Of several that find the session run out at once, one signs in.
        if (signing === session) signing = undefined;
        await signIn();
        return work();
      }
    };
    open.push(call);
    return {
      call: (endpoint, input, callOptions) => signedIn(() => call(endpoint, input, callOptions)),
      photo: (caption) =>
        signedIn(async () => {
          const file = new Blob([new Uint8Array(await picture(caption))], { type: "image/jpeg" });
          return (await uploadFile(file, "photo.jpg", options)).id;
        }),
      sheet: (path, file) => signedIn(() => sendSheet(`${origin}/api/v1${path}`, file, app, options.fetch)),
    };
  };

  return {
    of: (phone, app = "mobile") => {
      const key = `${phone}/${app}`;
      const seat = seats.get(key) ?? sit(phone, app);
      seats.set(key, seat);
      return seat;
    },
    leave: async () => {
      // Whose session has run out in the meantime has left already.
      await Promise.all(open.map((call) => call(identityApi.signOut, {}).catch(() => undefined)));
    },
  };
};
