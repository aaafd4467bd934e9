import { type NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import { Form, Select } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { NodeFields, type NodeValues, nodeFieldNames } from "./NodeFields.tsx";
import { useNodeChanged } from "./useNodeChanged.ts";

interface Values extends NodeValues {
  tier: string;
  kind?: string;
  seat?: string;
}

interface AddNodeProps {
  readonly parent: NodeDetail;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** Which kind of tier it is, and for a Party organisation the area it is laid over, as the pack says. */
const TierFields = ({ parent }: { parent: NodeDetail }) => {
  const form = Form.useFormInstance<Values>();
  const chosen = Form.useWatch("tier", form);
  const tier = usePack()?.tiers.find((one) => one.id === chosen);
  const kinds = Object.entries(tier?.kinds ?? {});
  return (
    <>
      <Form.Item name="tier" label="层级" rules={[{ required: true, message: "请选择层级" }]}>
        <Select
          options={parent.childTiers.map(({ tier: id, label }) => ({ value: id, label }))}
          onChange={() => form.setFieldValue("kind", undefined)}
        />
      </Form.Item>
      {kinds.length > 0 ? (
        <Form.Item name="kind" label="类型">
          <Select allowClear options={kinds.map(([value, label]) => ({ value, label }))} />
        </Form.Item>
      ) : null}
      {tier?.tree === "party" ? (
        <Form.Item name="seat" label="覆盖区域">
          <NodeSelect tree="area" />
        </Form.Item>
      ) : null}
    </>
  );
};

export const AddNode = ({ parent, onClose, onAdded }: AddNodeProps) => {
  const changed = useNodeChanged("已新增", (node) => {
    onClose();
    onAdded(node.id);
  });
  const add = useChange(orgApi.addNode, changed);
  return (
    <FormModal<Values>
      title={`在“${parent.name}”下新增`}
      okText="新增"
      pending={add.isPending}
      error={add.error}
      initial={{ tier: parent.childTiers[0]?.tier }}
      names={["tier", "kind", "seat", ...nodeFieldNames]}
      onSubmit={({ code, address, note, ...rest }) =>
        add.mutate({
          parent: parent.id,
          ...rest,
          code: code || undefined,
          address: address || undefined,
          note: note || undefined,
        })
      }
      onClose={onClose}
    >
      <TierFields parent={parent} />
      <NodeFields />
    </FormModal>
  );
};
