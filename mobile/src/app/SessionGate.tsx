/** Nothing behind this is drawn without a signed-in person and the place's pack. */
import { identityApi, type Me } from "@ginkgo/shared/api/identity.ts";
import { type PackView, packApi } from "@ginkgo/shared/api/pack.ts";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { Route, Routes, useLocation, useNavigate } from "react-router";
import { keep, readKept } from "../ui/kept.ts";
import { call, onSignedOut, problemOf } from "../ui/net/client.ts";
import { SessionProvider } from "../ui/session.tsx";
import { Failed, Loading } from "../ui/states.tsx";
import { setAccent } from "./look.ts";
import { isOpenPath, isVerifyPath } from "./open-paths.ts";

const OpenPages = lazy(() => import("../features/open/OpenPages.tsx"));
const Verify = lazy(() => import("../features/activities/Verify.tsx"));
const SignIn = lazy(() => import("../features/sign-in/SignIn.tsx"));

/** `null` means: known to be signed out. */
const fetchMe = async (): Promise<Me | null> => {
  try {
    return await call(identityApi.me, {});
  } catch (error) {
    if (problemOf(error).code === "unauthenticated") return null;
    throw error;
  }
};

// The kept copies let the app open, and a draft be written, where there is no network.
const kept = <T,>(name: string) => ({ initialData: () => readKept<T>(name), initialDataUpdatedAt: 0 });

/** All that was read for one account; `me` itself is on the screen and gets replaced instead. */
const forgetOthers = (client: QueryClient) =>
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });

export const SessionGate = ({ children }: { children: ReactNode }) => {
  const client = useQueryClient();
  const [expired, setExpired] = useState(false);
  const [wantsIn, setWantsIn] = useState(false);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const me = useQuery({ queryKey: ["me"], queryFn: fetchMe, staleTime: 60_000, ...kept<Me | null>("me") });
  const pack = useQuery({
    queryKey: ["pack"],
    queryFn: () => call(packApi.pack, {}),
    enabled: Boolean(me.data),
    staleTime: 600_000,
    ...kept<PackView>("pack"),
  });

  useEffect(() => {
    onSignedOut(() => {
      if (client.getQueryData(["me"])) setExpired(true);
      client.setQueryData(["me"], null);
    });
  }, [client]);
  useEffect(() => {
    if (me.data !== undefined) keep("me", me.data ?? undefined);
  }, [me.data]);
  useEffect(() => {
    if (!pack.data) return;
    keep("pack", pack.data);
    setAccent(pack.data.accent);
  }, [pack.data]);

  const session = useMemo(() => {
    if (!me.data || !pack.data) return undefined;
    return {
      me: me.data,
      pack: pack.data,
      setMe: (next: Me) => client.setQueryData(["me"], next),
      signOut: async () => {
        await call(identityApi.signOut, {});
        keep("pack", undefined);
        forgetOthers(client);
        client.setQueryData(["me"], null);
      },
    };
  }, [me.data, pack.data, client]);

  const enter = (signedIn: Me) => {
    setExpired(false);
    setWantsIn(false);
    // What another account saw on this phone must not shine through.
    forgetOthers(client);
    keep("pack", undefined);
    client.setQueryData(["me"], signedIn);
  };

  if (me.data === null && isVerifyPath(pathname))
    return (
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/verify/:code?" element={<Verify />} />
        </Routes>
      </Suspense>
    );
  // What a QR code leads to is for everyone; whoever wants to do something there signs in and is back at it.
  if (me.data === null && !wantsIn && !expired && isOpenPath(pathname))
    return (
      <Suspense fallback={<Loading />}>
        <OpenPages onSignIn={() => setWantsIn(true)} onPlace={(place) => setAccent(place.accent)} />
      </Suspense>
    );
  if (me.data === null)
    return (
      <Suspense fallback={<Loading />}>
        <SignIn
          expired={expired}
          onSignedIn={enter}
          onPlace={(place) => setAccent(place.accent)}
          onLook={() => {
            setExpired(false);
            setWantsIn(false);
            void navigate("/open");
          }}
        />
      </Suspense>
    );
  if (session) return <SessionProvider value={session}>{children}</SessionProvider>;
  const failed = me.error ?? pack.error;
  if (failed && !me.isFetching && !pack.isFetching)
    return <Failed error={failed} onRetry={() => void (me.data ? pack.refetch() : me.refetch())} />;
  return <Loading />;
};
