import { Suspense } from "react";
import { useOnline } from "../ui/net/online.ts";
import { useSession } from "../ui/session.tsx";
import { Loading } from "../ui/states.tsx";
import { useLive } from "./live.ts";
import { useOutboxRunner } from "./outbox-runner.ts";
import { Pages } from "./pages.tsx";
import { useScrollMemory } from "./scroll.ts";
import { TabBar } from "./TabBar.tsx";
import { UpdateNotice } from "./UpdateNotice.tsx";
import "./shell.css";

export const Shell = () => {
  const { me } = useSession();
  const online = useOnline();
  useLive();
  useOutboxRunner(me.id);
  useScrollMemory();
  return (
    <>
      <UpdateNotice />
      {!online && (
        <p className="offline" role="status">
          现在没有网络。您可以照常填写，联网后会自动发送。
        </p>
      )}
      <Suspense fallback={<Loading />}>
        <Pages />
      </Suspense>
      <TabBar />
    </>
  );
};
