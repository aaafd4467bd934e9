/** 双报到: the register of units and members, one's own registrations, and one's unit's people who agreed to be seen. */
import { DownloadOutlined, ExportOutlined, PlusOutlined, UploadOutlined } from "@ant-design/icons";
import { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Drawer, Skeleton } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { usePages } from "../../ui/api/hooks.ts";
import { usePack, useRight } from "../../ui/api/session.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { BulkBar } from "./BulkBar.tsx";
import { Filters } from "./Filters.tsx";
import { ImportModal } from "./ImportModal.tsx";
import { RegisterModal } from "./RegisterModal.tsx";
import { RegisterNav } from "./RegisterNav.tsx";
import { RegisterTable } from "./RegisterTable.tsx";
import { RegistrationPanel } from "./RegistrationPanel.tsx";
import { exportLink, useRegister } from "./useRegister.ts";
import "./registrations.css";

const empty = {
  desk: "没有符合条件的报到",
  mine: "您还没有报到",
  unit: "还没有同意让单位查看记录的人员",
} as const;

export const RegistrationsPage = () => {
  const register = useRegister();
  const { box, filter, open, set } = register;
  const [doing, setDoing] = useState<"register" | "import">();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const phone = usePhoneWidth();
  const pack = usePack();
  const queries = useQueryClient();
  const keeps = useRight("registration.edit");
  const kinds = pack?.participation.registrations ?? [];
  const { query, items } = usePages(registrationsApi.list, { ...filter, limit: 50 });
  if (pack && kinds.length === 0) return <EmptyState text="这里还没有报到" />;
  const keeping = keeps && box === "desk";
  const chosen = items.filter(({ id }) => selected.has(id));

  return (
    <>
      <PageHead
        title="双报到"
        note="单位党组织和在职党员到社区报到"
        extra={
          <>
            {box === "desk" ? (
              <Button icon={<DownloadOutlined />} href={exportLink(filter)} download>
                导出
              </Button>
            ) : null}
            {keeping ? (
              <Button icon={<UploadOutlined />} onClick={() => setDoing("import")}>
                导入
              </Button>
            ) : null}
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing("register")}>
              {keeping ? "登记" : "报到"}
            </Button>
          </>
        }
      />
      <RegisterNav />
      <Card className="flush">
        <div className="desk-top register-top">
          <Filters register={register} />
        </div>
        <BulkBar chosen={chosen} onDone={() => setSelected(new Set())} />
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 8 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? <EmptyState text={empty[box]} /> : null}
        {items.length > 0 ? (
          <RegisterTable
            items={items}
            loading={query.isPlaceholderData}
            phone={phone}
            selected={selected}
            onSelect={keeping ? setSelected : undefined}
            onOpen={(id) => set({ open: id }, true)}
          />
        ) : null}
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      <Drawer
        open={open !== null}
        onClose={() => set({ open: null })}
        size={phone ? "100%" : 640}
        title="报到详情"
        destroyOnHidden
        extra={
          open ? (
            <Link to={`/registrations/${open}`}>
              <ExportOutlined /> 整页打开
            </Link>
          ) : null
        }
      >
        {open ? <RegistrationPanel registrationId={open} /> : null}
      </Drawer>
      {doing === "import" ? <ImportModal kinds={kinds} onClose={() => setDoing(undefined)} /> : null}
      {doing === "register" ? (
        <RegisterModal
          kinds={kinds}
          onDone={(one) => {
            setDoing(undefined);
            void queries.invalidateQueries();
            set({ open: one.id }, true);
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </>
  );
};
