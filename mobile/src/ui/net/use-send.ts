import type { CallInput, EndpointSpec, Output } from "@ginkgo/shared/api/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "./client.ts";
import { useStableKey } from "./stable-key.ts";

/** A change: sent again after a lost answer it is done once, and everything below `key` is read anew. */
export const useSend = <E extends EndpointSpec>(endpoint: E, key: string, onSuccess?: (output: Output<E>) => void) => {
  const client = useQueryClient();
  const keyFor = useStableKey();
  return useMutation<Output<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(endpoint, input, { idempotencyKey: keyFor(input) }),
    onSuccess,
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  });
};
