/** Whoever can make a call of the public API: over HTTP when measured, inside the process when its SQL is recorded. */
import type { CallInput, EndpointSpec, Output } from "@ginkgo/shared/api/contract.ts";

export type Call = <E extends EndpointSpec>(
  endpoint: E,
  input: CallInput<E>,
  options?: { readonly token?: string | undefined },
) => Promise<Output<E>>;
