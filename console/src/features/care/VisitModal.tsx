import { type CareView, careApi } from "@ginkgo/shared/api/care.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Form, Radio } from "antd";
import { useState } from "react";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { answersOf, type FieldValues, FormFields } from "../../ui/form/FormFields.tsx";
import { FormModal } from "../../ui/form/FormModal.tsx";

/** What the pack asks on a visit; whoever was not met stays due. */
export const VisitModal = ({ plan, onClose }: { plan: CareView; onClose: () => void }) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [met, setMet] = useState(true);
  const visit = useChange(careApi.visit, () => {
    void queries.invalidateQueries({ queryKey: keyOf(careApi.plan) });
    void queries.invalidateQueries({ queryKey: keyOf(careApi.plans) });
    void queries.invalidateQueries({ queryKey: keyOf(careApi.counts) });
    void message.success(met ? "走访已记下" : "已记下，请改天再去");
    onClose();
  });
  const fields = met ? plan.form : plan.form.map((field) => ({ ...field, required: false }));
  return (
    <FormModal<{ met: boolean; data?: FieldValues }>
      title="走访记录"
      okText="保存"
      pending={visit.isPending}
      error={visit.error}
      initial={{ met: true }}
      names={["met", "data"]}
      onSubmit={({ data }) => visit.mutate({ planId: plan.id, met, data: answersOf(fields, data ?? {}) })}
      onClose={onClose}
    >
      <Form.Item name="met" label="见到本人了吗">
        <Radio.Group
          options={[
            { value: true, label: "见到了" },
            { value: false, label: "没有见到" },
          ]}
          onChange={(event) => setMet(event.target.value === true)}
        />
      </Form.Item>
      <FormFields fields={fields} under="data" />
    </FormModal>
  );
};
