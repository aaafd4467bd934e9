import type { Notify } from "../../notify/index.ts";
import type { Claiming } from "../claiming.ts";
import type { ClaimsDeps } from "../deps.ts";

export interface RoundsDeps extends ClaimsDeps {
  readonly notify: Notify;
  readonly claiming: Claiming;
}
