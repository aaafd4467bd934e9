import { FontSizeOutlined } from "@ant-design/icons";
import type { Me, Place } from "@ginkgo/shared/api/identity.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Select, Tabs } from "antd";
import { useEffect, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { keyOf } from "../../ui/api/hooks.ts";
import { usePlaces } from "../../ui/api/session.ts";
import { useDisplay } from "../../ui/display.ts";
import { OfflineBanner } from "../../ui/OfflineBanner.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { recall, remember } from "../../ui/store.ts";
import { CodeForm } from "./CodeForm.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import "./sign-in.css";

/** Only pages of this app: a link from elsewhere must not send people off after signing in. */
const safeTarget = (to: string | null): string =>
  to && /^\/(?![/\\])/.test(to) && !to.startsWith("/sign-in") ? to : "/";

const Forms = ({ places }: { places: Place[] }) => {
  const [tenant, setTenant] = useState(() => recall<string | null>("tenant", null));
  const { setAccent } = useDisplay();
  const queries = useQueryClient();
  const go = useNavigate();
  const [search] = useSearchParams();
  const place = places.find((one) => one.tenant === tenant) ?? places[0];

  useEffect(() => {
    if (place) setAccent(place.accent);
  }, [place, setAccent]);
  if (!place) return <EmptyState text="这台服务器还没有开通任何地方" />;

  const enter = (me: Me) => {
    remember("tenant", place.tenant);
    queries.clear();
    queries.setQueryData(keyOf(identityApi.me, {}), me);
    void go(safeTarget(search.get("to")), { replace: true });
  };

  return (
    <>
      <h1 className="sign-in-brand">{place.brand}</h1>
      <p className="muted sign-in-place">{place.name} · 工作人员登录</p>
      {places.length > 1 ? (
        <Select
          className="sign-in-select"
          size="large"
          aria-label="所在地方"
          showSearch={{ optionFilterProp: "label" }}
          value={place.tenant}
          onChange={setTenant}
          options={places.map((one) => ({ value: one.tenant, label: `${one.name} · ${one.brand}` }))}
        />
      ) : null}
      <Tabs
        centered
        items={[
          { key: "password", label: "密码登录", children: <PasswordForm tenant={place.tenant} onEnter={enter} /> },
          { key: "code", label: "短信验证码登录", children: <CodeForm tenant={place.tenant} onEnter={enter} /> },
        ]}
      />
    </>
  );
};

export const SignInPage = () => {
  const places = usePlaces();
  const { large, setLarge } = useDisplay();
  return (
    <main className="sign-in">
      <OfflineBanner />
      <Card className="sign-in-card">
        <img src="/icon.svg" alt="" width={44} height={44} className="sign-in-icon" />
        <Loaded query={places} rows={4}>
          {(data) => <Forms places={data.places} />}
        </Loaded>
      </Card>
      <Button type="text" icon={<FontSizeOutlined />} aria-pressed={large} onClick={() => setLarge(!large)}>
        {large ? "标准字号" : "大字"}
      </Button>
    </main>
  );
};
