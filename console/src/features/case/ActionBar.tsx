import type { CaseAction, CaseView } from "@ginkgo/shared/api/cases.ts";
import { Alert, Button } from "antd";
import { ActionModal } from "../../ui/form/ActionModal.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useStep } from "./useStep.ts";

const buttonType = (action: CaseAction) => (action.tone === "primary" ? "primary" : "default");

/** The buttons this person has on this case, as the server gave them. */
export const ActionBar = ({ view }: { view: CaseView }) => {
  const step = useStep(view);
  useKeys(
    Object.fromEntries(view.actions.flatMap((action) => (action.key ? [[action.key, () => step.open(action)]] : []))),
    step.step === null,
  );

  const notice = step.gone ? (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title="这条诉求刚刚有了变化，现在不能再做这一步。已填写的内容可以先复制下来。"
    />
  ) : step.changed ? (
    <Alert className="gap-below" type="info" showIcon title="填写期间这条诉求有更新，请看过最新情况再提交。" />
  ) : null;

  return (
    <div className="actions no-print">
      {view.actions.map((action) => (
        <Button
          key={action.action}
          type={buttonType(action)}
          danger={action.tone === "danger"}
          onClick={() => step.open(action)}
        >
          {action.label}
          {action.key ? <kbd className="key">{action.key}</kbd> : null}
        </Button>
      ))}
      {view.actions.length === 0 ? <span className="muted">您现在没有需要做的操作</span> : null}
      {step.step ? (
        <ActionModal
          key={step.step.action.action}
          action={step.step.action}
          caseId={view.id}
          pending={step.pending}
          error={step.error}
          notice={notice}
          blocked={step.gone}
          onSubmit={step.submit}
          onClose={step.close}
        />
      ) : null}
    </div>
  );
};
