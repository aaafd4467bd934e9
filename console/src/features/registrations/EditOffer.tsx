import { type FreeTime, type RegistrationDetail, registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Form } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { OfferFields } from "./OfferFields.tsx";

interface Values {
  readonly unit?: string;
  readonly skills?: string[];
  readonly free?: FreeTime[];
  readonly reachMeters?: number | null;
  readonly mostAtOnce?: number | null;
}

export const EditOffer = ({ one, onClose }: { one: RegistrationDetail; onClose: () => void }) => {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const kind = usePack()?.participation.registrations.find(({ id }) => id === one.kind);
  const save = useChange(registrationsApi.edit, () => {
    void queries.invalidateQueries();
    void message.success("已保存");
    onClose();
  });
  const person = one.who === "person";
  const submit = ({ unit, skills, free, reachMeters, mostAtOnce }: Values) =>
    save.mutate({
      registrationId: one.id,
      version: one.version,
      ...(person ? { unit: unit ?? null } : {}),
      skills: skills ?? [],
      free: free ?? [],
      reachMeters: reachMeters ?? null,
      mostAtOnce: mostAtOnce ?? null,
      birthYear: one.birthYear,
    });
  return (
    <FormModal<Values>
      title="修改报到信息"
      okText="保存"
      pending={save.isPending}
      error={save.error}
      names={["unit", "skills", "free", "reachMeters", "mostAtOnce"]}
      initial={{
        ...(one.unit ? { unit: one.unit.id } : {}),
        skills: one.skills.map(({ id }) => id),
        free: one.free,
        reachMeters: one.reachMeters,
        mostAtOnce: one.mostAtOnce,
      }}
      onSubmit={submit}
      onClose={onClose}
    >
      {person ? (
        <Form.Item
          name="unit"
          label="所在单位"
          extra={one.unitSees ? "换了单位，原来给单位的查看同意就作废，要本人重新同意。" : undefined}
        >
          <NodeSelect tiers={kind?.units.join(",")} placeholder="输入单位名称，可不填" />
        </Form.Item>
      ) : null}
      <OfferFields person={person} />
    </FormModal>
  );
};
