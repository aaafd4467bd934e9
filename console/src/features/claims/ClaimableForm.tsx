import { type ClaimableView, type ClaimList, claimsApi } from "@ginkgo/shared/api/claims.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Form, Modal } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useChange } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { answersOf } from "../../ui/form/FormFields.tsx";
import { showProblems } from "../../ui/form/problems.ts";
import { ClaimableFields } from "./ClaimableFields.tsx";
import { blankValues, bodyOf, type FormValues, fieldNames, valuesOf } from "./form.ts";
import { useKinds } from "./useKinds.ts";

interface ClaimableFormProps {
  /** The list the page shows, so that its first kind is chosen. */
  readonly list?: ClaimList;
  /** One that is to be copied. */
  readonly from?: ClaimableView;
  /** One that is to be changed. */
  readonly changes?: ClaimableView;
  readonly onDone: (claimableId: string) => void;
  readonly onClose: () => void;
}

/** Putting something up, copying it or changing it: the fields its kind has, and no others. */
export const ClaimableForm = ({ list, from, changes, onDone, onClose }: ClaimableFormProps) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<FormValues>();
  const [problems, setProblems] = useState<string[]>([]);
  const kinds = useKinds().filter(({ mayStart, id }) => mayStart || id === changes?.kind);
  const home = useMe().data?.roles[0]?.node.id;
  const first = kinds.find((kind) => kind.list === list) ?? kinds[0];
  const initial = useMemo(() => {
    const one = changes ?? from;
    return one ? valuesOf(one) : blankValues(first, home);
  }, [changes, from, first, home]);
  const kindId = Form.useWatch("kind", { form, preserve: true }) ?? initial.kind;
  const kind = kinds.find(({ id }) => id === kindId);

  const finish = ({ id }: ClaimableView) => {
    void queries.invalidateQueries();
    void message.success(changes ? "已保存" : "已发布");
    onDone(id);
  };
  const putUp = useChange(claimsApi.putUp, finish);
  const change = useChange(claimsApi.changeClaimable, finish);
  const error = putUp.error ?? change.error;
  useEffect(() => {
    setProblems(error ? showProblems(form, error, fieldNames) : []);
  }, [error, form]);

  const submit = (values: FormValues) => {
    if (!kind) return;
    if (changes) {
      const all = bodyOf(kind, values);
      const fields = changes.mayEdit === "places" ? { places: all.places, until: all.until } : all;
      change.mutate({ claimableId: changes.id, version: changes.version, ...fields });
      return;
    }
    putUp.mutate({
      kind: kind.id,
      ...bodyOf(kind, values),
      ...(values.bodyId ? { bodyId: values.bodyId } : {}),
      data: answersOf(kind.intake, values.data ?? {}),
    });
  };

  return (
    <Modal
      open
      width={720}
      title={changes ? `修改“${changes.title}”` : from ? "复制一份" : "发布"}
      okText={changes ? "保存" : "发布"}
      cancelText="取消"
      confirmLoading={putUp.isPending || change.isPending}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {problems.length > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={problems[0]}
          description={problems.slice(1).join("；") || undefined}
        />
      ) : null}
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit} scrollToFirstError>
        <ClaimableFields
          kinds={kinds}
          kind={kind}
          part={changes?.mayEdit === "places" ? "places" : "all"}
          fixed={changes !== undefined}
        />
      </Form>
    </Modal>
  );
};
