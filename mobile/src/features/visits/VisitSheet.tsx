/** What the pack asks on a visit; whoever was not met stays due. */
import { type CareView, careApi } from "@ginkgo/shared/api/care.ts";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { toast } from "../../ui/feedback.ts";
import { FormFields } from "../../ui/form/FormFields.tsx";
import { answersOf, problemsIn, type Values } from "../../ui/form/values.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { Refusal } from "../../ui/states.tsx";
import { careKey } from "./queries.ts";

interface VisitSheetProps {
  readonly plan: CareView;
  readonly what: "visit" | "note";
  readonly onClose: () => void;
}

const NoteSheet = ({ plan, onClose }: Omit<VisitSheetProps, "what">) => {
  const [words, setWords] = useState("");
  const [caseNo, setCaseNo] = useState("");
  const note = useSend(careApi.note, careKey, () => {
    void toast("已记下", "success");
    onClose();
  });
  return (
    <Sheet
      open
      title="记一笔"
      onClose={onClose}
      footer={
        <Button
          block
          color="primary"
          disabled={words.trim() === ""}
          loading={note.isPending}
          onClick={() =>
            note.mutate({
              planId: plan.id,
              words: words.trim(),
              ...(caseNo.trim() ? { caseNo: caseNo.trim() } : {}),
            })
          }
        >
          记下
        </Button>
      }
    >
      <label className="field">
        <span className="field-label">帮了什么、还需要什么</span>
        <textarea
          className="box"
          rows={3}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">
          有关的诉求编号<span className="optional">（可不填）</span>
        </span>
        <input className="box" maxLength={40} value={caseNo} onChange={(event) => setCaseNo(event.target.value)} />
      </label>
      <Refusal error={note.error} />
    </Sheet>
  );
};

export const VisitSheet = ({ plan, what, onClose }: VisitSheetProps) => {
  const [met, setMet] = useState(true);
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const visit = useSend(careApi.visit, careKey, () => {
    void toast(met ? "走访已记下" : "已记下，请改天再去", "success");
    onClose();
  });
  if (what === "note") return <NoteSheet plan={plan} onClose={onClose} />;
  const asked = met ? plan.form : plan.form.map((field) => ({ ...field, required: false }));
  const send = () => {
    const found = problemsIn(asked, values);
    setProblems(found);
    if (Object.keys(found).length === 0) visit.mutate({ planId: plan.id, met, data: answersOf(asked, values) });
  };
  return (
    <Sheet
      open
      full
      title="走访记录"
      onClose={onClose}
      footer={
        <Button block size="large" color="primary" loading={visit.isPending} loadingText="正在保存…" onClick={send}>
          {visit.isError ? "再试一次" : "保存"}
        </Button>
      }
    >
      <fieldset className="field">
        <legend className="field-label">见到本人了吗</legend>
        <div className="chips">
          <button type="button" className="chip" aria-pressed={met} onClick={() => setMet(true)}>
            见到了
          </button>
          <button type="button" className="chip" aria-pressed={!met} onClick={() => setMet(false)}>
            没有见到
          </button>
        </div>
      </fieldset>
      <FormFields form={asked} values={values} problems={problems} onChange={setValues} />
      <Refusal error={visit.error} />
    </Sheet>
  );
};
