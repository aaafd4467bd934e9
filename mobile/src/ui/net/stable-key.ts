import { newKey } from "@ginkgo/shared/api/client.ts";
import { useRef } from "react";

/** The same answers sent again carry the same idempotency key, so a lost reply never does the step twice. */
export const useStableKey = () => {
  const last = useRef({ body: "", key: "" });
  return (body: unknown): string => {
    const text = JSON.stringify(body);
    if (last.current.body !== text) last.current = { body: text, key: newKey() };
    return last.current.key;
  };
};
