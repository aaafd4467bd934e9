import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Descriptions, Form, Input, Space } from "antd";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { PasswordCard } from "./PasswordCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";

const NameForm = ({ name }: { name: string }) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const update = useChange(identityApi.updateMe, (me) => {
    queries.setQueryData(keyOf(identityApi.me, {}), me);
    void message.success("姓名已修改");
  });
  return (
    <Form
      layout="inline"
      initialValues={{ name }}
      onFinish={(values: { name: string }) =>
        update.mutate(values, { onError: (error) => void message.error(detailOf(error)) })
      }
    >
      <Form.Item
        name="name"
        rules={[{ required: true, whitespace: true, message: "请填写姓名" }]}
        style={{ marginInlineEnd: 8 }}
      >
        <Input maxLength={30} aria-label="姓名" style={{ width: 160 }} />
      </Form.Item>
      <Button htmlType="submit" loading={update.isPending}>
        保存
      </Button>
    </Form>
  );
};

export const AccountPage = () => {
  const me = useMe();
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.querySelector(hash)?.scrollIntoView({ block: "start" });
  }, [hash]);

  return (
    <>
      <PageHead title="我的账号" />
      <Loaded query={me}>
        {(data) => (
          <Space orientation="vertical" size={16} className="narrow">
            <Card title="基本信息">
              <Descriptions
                column={1}
                items={[
                  { key: "name", label: "姓名", children: <NameForm name={data.name} /> },
                  { key: "phone", label: "手机号", children: data.phone },
                  {
                    key: "roles",
                    label: "角色",
                    children: (
                      <ul className="plain-list">
                        {data.roles.map((role) => (
                          <li key={role.id}>
                            {role.node.name} · {role.label}
                            {role.title ? `（${role.title}）` : ""}{" "}
                            <span className="muted small">自 {fullTime(role.since)}</span>
                          </li>
                        ))}
                        {data.roles.length === 0 ? <li className="muted">没有角色</li> : null}
                      </ul>
                    ),
                  },
                ]}
              />
            </Card>
            <PasswordCard hasPassword={data.hasPassword} />
            <SessionsCard />
          </Space>
        )}
      </Loaded>
    </>
  );
};
