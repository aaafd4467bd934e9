/** Before personal data is shown: why. The server writes it down. */
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Sheet } from "./Sheet.tsx";
import { Refusal } from "./states.tsx";
import "./form/form.css";

interface ReasonSheetProps {
  readonly title: string;
  readonly note: string;
  readonly reasons: readonly string[];
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

export const ReasonSheet = ({ title, note, reasons, pending, error, onReason, onClose }: ReasonSheetProps) => {
  const [reason, setReason] = useState("");
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button
          block
          color="primary"
          disabled={reason.trim().length < 2}
          loading={pending}
          onClick={() => onReason(reason.trim())}
        >
          查看
        </Button>
      }
    >
      <p className="field-help" style={{ paddingTop: "0.75rem" }}>
        {note}
      </p>
      <div className="chips">
        {reasons.map((words) => (
          <button
            key={words}
            type="button"
            className="chip"
            aria-pressed={reason === words}
            onClick={() => setReason(words)}
          >
            {words}
          </button>
        ))}
      </div>
      <label className="field">
        <span className="field-label">或者写下原因</span>
        <input className="box" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Refusal error={error} />
    </Sheet>
  );
};
