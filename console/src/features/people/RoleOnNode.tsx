import { orgApi } from "@ginkgo/shared/api/org.ts";
import { Form, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { useFetch } from "../../ui/api/hooks.ts";
import { useMe, usePack } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";

/** A node, and the roles that the pack lets someone hold on a node of its tier. To be used inside a form. */
export const RoleOnNode = () => {
  const form = Form.useFormInstance<{ node?: string; role?: string }>();
  const nodeId = Form.useWatch("node", form);
  const pack = usePack();
  const [tree, setTree] = useState<"area" | "party">("area");
  const hasParty = pack?.tiers.some((tier) => tier.tree === "party") ?? false;
  const node = useFetch(orgApi.node, { nodeId: nodeId ?? "" }, { enabled: Boolean(nodeId), staleTime: 60_000 }).data;
  const grantable = useMe().data?.mayGrant ?? [];
  const roles = (pack?.roles ?? []).filter(
    (role) => node && role.on.includes(node.tier) && grantable.includes(role.id),
  );
  return (
    <>
      {hasParty ? (
        <Form.Item label="在哪棵树上">
          <Segmented<"area" | "party">
            value={tree}
            onChange={(next) => {
              setTree(next);
              form.setFieldsValue({ node: undefined, role: undefined });
            }}
            options={[
              { value: "area", label: "地域和队伍" },
              { value: "party", label: "党组织" },
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="node" label="组织" rules={[{ required: true, message: "请选择组织" }]}>
        <NodeSelect key={tree} tree={tree} onChange={() => form.setFieldValue("role", undefined)} />
      </Form.Item>
      <Form.Item
        name="role"
        label="角色"
        rules={[{ required: true, message: "请选择角色" }]}
        extra={node && roles.length === 0 ? `“${node.tierLabel}”上没有可授予的角色` : undefined}
      >
        <Select
          disabled={!node}
          placeholder={node ? "请选择角色" : "先选择组织"}
          options={roles.map((role) => ({ value: role.id, label: role.label }))}
        />
      </Form.Item>
      <Form.Item name="title" label="职务" extra="可不填；填写后显示职务而不是角色名。">
        <Input maxLength={30} />
      </Form.Item>
    </>
  );
};
