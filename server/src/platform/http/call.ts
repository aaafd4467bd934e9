/** What a handler knows about the request besides its input. */
import type { RequestKey } from "../db/database.ts";

export type App = "console" | "mobile" | "api";

export interface Call<Actor> {
  readonly actor: Actor;
  readonly app: App;
  readonly ip: string;
  readonly device: string;
  /** Names this POST so that its repetition is answered and not done again; pass it to `db.once`. */
  readonly request: RequestKey | undefined;
  /** Hands the browser its session, or takes it away. */
  setSession(token: string | undefined, expiresAt?: Date): void;
}
