import {
  DownloadOutlined,
  MoreOutlined,
  PlusOutlined,
  PrinterOutlined,
  QrcodeOutlined,
  UploadOutlined,
} from "@ant-design/icons";
import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { Button, Card, Drawer, Dropdown } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { usePack, useRight } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { ClaimableForm } from "./ClaimableForm.tsx";
import { ClaimablePanel } from "./ClaimablePanel.tsx";
import { Claimables } from "./Claimables.tsx";
import { ClaimPanel } from "./ClaimPanel.tsx";
import { Claims } from "./Claims.tsx";
import { type Tab, tabs, useClaimsFilter } from "./filter.ts";
import { ImportModal } from "./ImportModal.tsx";
import { useKinds } from "./useKinds.ts";
import { listLabels } from "./words.ts";
import "./claims.css";

const tabLabel = (tab: Tab): string => (tab === "claims" ? "认领记录" : `${listLabels[tab]}清单`);

const exportLink = (values: Readonly<Record<string, string | undefined>>, list: string | undefined): string => {
  const query = new URLSearchParams({ app: "console" });
  for (const [name, value] of Object.entries({ ...values, list })) if (value) query.set(name, value);
  return `/api/v1/claimables/export.xlsx?${query}`;
};

export const ClaimsPage = () => {
  const filter = useClaimsFilter();
  const { tab, list, values, open, claim, set } = filter;
  const [doing, setDoing] = useState<"put-up" | "import">();
  const pack = usePack();
  const phone = usePhoneWidth();
  const mayKeep = useRight("claim.edit");
  const kinds = useKinds();
  const counts = useFetch(claimsApi.claimableCounts, {}).data;
  const go = useNavigate();
  const mayPutUp = kinds.some(({ mayStart }) => mayStart);
  if (pack && kinds.length === 0) return <EmptyState text="这里还没有可以认领的内容" />;

  const openThing = (id: string) => set({ open: id, claim: null });
  const openClaim = (id: string) => set({ claim: id, open: null });
  const count = (one: Tab) => (one === "claims" ? undefined : counts?.open[one]);
  const more = [
    {
      key: "export",
      icon: <DownloadOutlined />,
      label: (
        <a href={exportLink(values, list)} download>
          导出 Excel
        </a>
      ),
    },
    ...(mayKeep ? [{ key: "import", icon: <UploadOutlined />, label: "导入 Excel" }] : []),
    { key: "print", icon: <PrinterOutlined />, label: "打印清单" },
    { key: "qr", icon: <QrcodeOutlined />, label: "打印二维码" },
  ];
  const onMore = (key: string) => {
    if (key === "import") setDoing("import");
    if (key === "print") void go(`/claims/print?${filter.text}`);
    if (key === "qr") void go(`/claims/qr?${filter.text}`);
  };
  return (
    <>
      <PageHead
        title="认领"
        note="需求、资源、项目三张清单，以及谁认领了什么"
        extra={
          <>
            {tab === "claims" ? null : (
              <Dropdown menu={{ items: more, onClick: ({ key }) => onMore(key) }} trigger={["click"]}>
                <Button icon={<MoreOutlined />}>更多</Button>
              </Dropdown>
            )}
            {mayPutUp ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing("put-up")}>
                发布
              </Button>
            ) : null}
          </>
        }
      />
      <Card className="flush">
        <div className="desk-top">
          <nav className="claim-tabs" aria-label="清单">
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === tab}
                onClick={() => set({ tab: one, kind: null, state: null, box: null })}
              >
                {tabLabel(one)} {count(one) === undefined ? null : <span className="muted">{count(one)}</span>}
              </button>
            ))}
          </nav>
          {list ? (
            <Claimables key={list} filter={filter} list={list} onOpen={openThing} part="filters" />
          ) : (
            <Claims filter={filter} onOpen={openClaim} part="filters" />
          )}
        </div>
        {list ? (
          <Claimables key={list} filter={filter} list={list} onOpen={openThing} part="list" />
        ) : (
          <Claims filter={filter} onOpen={openClaim} part="list" />
        )}
      </Card>
      <Drawer
        open={open !== null || claim !== null}
        onClose={() => set({ open: null, claim: null })}
        title={claim === null ? "详情" : "认领详情"}
        size={phone ? "100%" : 640}
        destroyOnHidden
      >
        {open ? <ClaimablePanel key={open} claimableId={open} onOpen={openThing} onClaim={openClaim} /> : null}
        {claim ? <ClaimPanel key={claim} claimId={claim} onOpen={openThing} /> : null}
      </Drawer>
      {doing === "put-up" ? (
        <ClaimableForm
          list={list}
          onDone={(id) => {
            setDoing(undefined);
            openThing(id);
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      {doing === "import" ? <ImportModal onClose={() => setDoing(undefined)} /> : null}
    </>
  );
};
