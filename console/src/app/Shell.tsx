import { Drawer, Layout, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { codeOf } from "../ui/api/client.ts";
import { useMe, usePack } from "../ui/api/session.ts";
import { useDisplay } from "../ui/display.ts";
import { OfflineBanner } from "../ui/OfflineBanner.tsx";
import { ErrorState } from "../ui/States.tsx";
import { usePhoneWidth } from "../ui/usePhoneWidth.ts";
import { KeyHelp } from "./KeyHelp.tsx";
import { useLive } from "./live.ts";
import { MainMenu } from "./MainMenu.tsx";
import { TopBar } from "./TopBar.tsx";

/** Lets in who is signed in; sends the others to the sign-in page and remembers where they wanted to go. */
export const Shell = () => {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.data) return <Frame />;
  if (codeOf(me.error) === "unauthenticated") {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (me.error) return <ErrorState error={me.error} onRetry={() => me.refetch()} />;
  return <Skeleton className="state" active paragraph={{ rows: 8 }} />;
};

const Frame = () => {
  const pack = usePack();
  const phone = usePhoneWidth();
  const navigation = useNavigation();
  const { setAccent } = useDisplay();
  const [menuOpen, setMenuOpen] = useState(false);
  const line = useLive();

  useEffect(() => {
    if (!pack) return;
    setAccent(pack.accent);
    document.title = `${pack.brand} · ${pack.name}`;
  }, [pack, setAccent]);

  return (
    <Layout className="shell">
      <a className="skip no-print" href="#main">
        跳到正文
      </a>
      <TopBar line={line} onMenu={phone ? () => setMenuOpen(true) : undefined} />
      <OfflineBanner />
      <Layout hasSider={!phone}>
        {phone ? (
          <Drawer
            open={menuOpen}
            onClose={() => setMenuOpen(false)}
            placement="left"
            size={248}
            title={pack?.brand}
            styles={{ body: { padding: 8 } }}
          >
            <MainMenu onNavigate={() => setMenuOpen(false)} />
          </Drawer>
        ) : (
          <Layout.Sider
            width={208}
            className="sider no-print"
            breakpoint="lg"
            collapsedWidth={64}
            collapsible
            theme="light"
          >
            <MainMenu />
          </Layout.Sider>
        )}
        <Layout.Content
          id="main"
          className={navigation.state === "loading" ? "main main-loading" : "main"}
          tabIndex={-1}
        >
          <Outlet />
        </Layout.Content>
      </Layout>
      <ScrollRestoration />
      <KeyHelp />
    </Layout>
  );
};
