import { useSyncExternalStore } from "react";

const query = window.matchMedia("(max-width: 767px)");

const subscribe = (listener: () => void) => {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};

/** Tables become cards and drawers take the whole screen below this width. */
export const usePhoneWidth = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
