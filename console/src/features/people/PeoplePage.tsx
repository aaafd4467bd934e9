import { SearchOutlined, UserAddOutlined } from "@ant-design/icons";
import { type AccountView, identityApi } from "@ginkgo/shared/api/identity.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Drawer, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { keyOf, usePages } from "../../ui/api/hooks.ts";
import { usePack, useRight } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { AccountPanel } from "./AccountPanel.tsx";
import { NewAccount } from "./NewAccount.tsx";
import { PeopleList } from "./PeopleList.tsx";
import "./people.css";

export const PeoplePage = () => {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(search.get("q") ?? "");
  const [adding, setAdding] = useState(false);
  const pack = usePack();
  const phone = usePhoneWidth();
  const mayEdit = useRight("people.edit");
  const queries = useQueryClient();

  const q = useDebounced(typed.trim()) || undefined;
  const node = search.get("node") ?? undefined;
  const role = search.get("role") ?? undefined;
  const open = search.get("account");
  const { query, items } = usePages(identityApi.accounts, { q, node, role, limit: 50 });

  const set = (name: string, value: string | null | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  const onAdded = (account: AccountView) => {
    setAdding(false);
    void queries.invalidateQueries({ queryKey: keyOf(identityApi.accounts) });
    set("account", account.id);
  };

  return (
    <>
      <PageHead
        title="人员与角色"
        extra={
          mayEdit ? (
            <Button type="primary" icon={<UserAddOutlined />} onClick={() => setAdding(true)}>
              新建账号
            </Button>
          ) : null
        }
      />
      <Card className="flush">
        <div className="desk-top">
          <div className="filters gap-above">
            <Input
              className="filter-search"
              prefix={<SearchOutlined />}
              placeholder="按姓名或手机号查找"
              aria-label="查找人员"
              allowClear
              maxLength={50}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <NodeSelect aria-label="所在组织" placeholder="全部组织" value={node} onChange={(id) => set("node", id)} />
            <Select
              aria-label="角色"
              placeholder="全部角色"
              allowClear
              value={role}
              onChange={(id: string | undefined) => set("role", id)}
              options={pack?.roles.map((one) => ({ value: one.id, label: one.label }))}
            />
          </div>
        </div>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 8 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? <EmptyState text="没有符合条件的人员" /> : null}
        <PeopleList items={items} onOpen={(account) => set("account", account.id)} />
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      <Drawer
        open={open !== null}
        onClose={() => set("account", null)}
        title="人员详情"
        size={phone ? "100%" : 520}
        destroyOnHidden
      >
        {open ? <AccountPanel accountId={open} /> : null}
      </Drawer>
      {adding ? <NewAccount onAdded={onAdded} onClose={() => setAdding(false)} /> : null}
    </>
  );
};
