import type { CallInput, EndpointSpec, Output } from "@ginkgo/shared/api/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";
import { pointsKey } from "./queries.ts";

/** A change of points: sent again after a lost answer it is done once, and all that shows points is read anew. */
export const usePointsChange = <E extends EndpointSpec>(endpoint: E, onSuccess?: (output: Output<E>) => void) => {
  const client = useQueryClient();
  const keyFor = useStableKey();
  return useMutation<Output<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(endpoint, input, { idempotencyKey: keyFor(input) }),
    onSuccess,
    onSettled: () => client.invalidateQueries({ queryKey: pointsKey }),
  });
};
