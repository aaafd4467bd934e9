/** Who is signed in and the place's pack, for every screen behind the sign-in page. */
import type { Me } from "@ginkgo/shared/api/identity.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { createContext, useContext } from "react";

export interface Session {
  readonly me: Me;
  readonly pack: PackView;
  /** After a change of one's own name, home or password. */
  readonly setMe: (me: Me) => void;
  readonly signOut: () => Promise<void>;
}

const Context = createContext<Session | undefined>(undefined);
export const SessionProvider = Context.Provider;

export const useSession = (): Session => {
  const session = useContext(Context);
  if (!session) throw new Error("useSession outside of SessionProvider");
  return session;
};

/** Whether the 接单 pages are of use to this person. Only a hint for the menu; the server decides. */
export const isWorker = (me: Me): boolean => me.rights.includes("case.take") || me.rights.includes("case.lead");

/** Names of the tiers that play a part for the engine, in the order of the pack. */
export const tiersAs = (pack: PackView, ...parts: string[]): string[] =>
  pack.tiers.filter((tier) => tier.tree === "area" && parts.includes(tier.as)).map((tier) => tier.id);
