/** What open pages know of their reader. Signed in, there is no session of a place to ask for: links simply go on. */
import type { Place } from "@ginkgo/shared/api/identity.ts";
import { createContext, useContext } from "react";

export interface Reader {
  readonly place: Pick<Place, "tenant" | "name" | "brand">;
  /** Absent for whoever is signed in. */
  readonly signIn?: (() => void) | undefined;
}

const Context = createContext<Reader | undefined>(undefined);
export const ReaderProvider = Context.Provider;

export const useReader = (): Reader => {
  const reader = useContext(Context);
  if (!reader) throw new Error("useReader outside of ReaderProvider");
  return reader;
};
