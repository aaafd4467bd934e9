import { type PackVersionView, packApi } from "@ginkgo/shared/api/pack.ts";
import { App, Form, Input } from "antd";
import { useChange } from "../../../ui/api/hooks.ts";
import { FormModal } from "../../../ui/form/FormModal.tsx";
import { useRulesChanged } from "../useRules.ts";

/** Nothing is undone: the earlier content becomes the newest version. */
export const RollBack = ({ version, onClose }: { version: PackVersionView; onClose: () => void }) => {
  const { message } = App.useApp();
  const changed = useRulesChanged();
  const rollBack = useChange(packApi.rollBackPack, (now) => {
    changed();
    void message.success(`已恢复，现行第 ${now.version} 版`);
    onClose();
  });
  return (
    <FormModal<{ note: string }>
      title={`恢复到第 ${version.version} 版`}
      okText="确定恢复"
      danger
      pending={rollBack.isPending}
      error={rollBack.error}
      names={["note"]}
      onSubmit={({ note }) => rollBack.mutate({ version: version.version, note })}
      onClose={onClose}
    >
      <p>
        会用第 {version.version}{" "}
        版的内容发布一个新版本，立即对新的诉求生效；没办完的诉求仍按原来的规则办。中间的版本都会保留。
      </p>
      <Form.Item name="note" label="原因" rules={[{ required: true, whitespace: true, message: "请写明为什么要恢复" }]}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormModal>
  );
};
