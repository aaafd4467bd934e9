import type { SubmitForm } from "../../ui/offline/db.ts";
import { useSession } from "../../ui/session.tsx";

interface KindFieldProps {
  readonly form: SubmitForm;
  readonly onChange: (change: Partial<SubmitForm>) => void;
}

/** What one wants with it: an answer, help, to complain. Tapping again takes it back. */
export const KindField = ({ form, onChange }: KindFieldProps) => (
  <fieldset className="field">
    <legend className="field-label">这是</legend>
    <div className="chips">
      {useSession().pack.kinds.map((kind) => (
        <button
          key={kind.id}
          type="button"
          className="chip"
          aria-pressed={form.kind === kind.id}
          onClick={() => onChange({ kind: form.kind === kind.id ? undefined : kind.id })}
        >
          {kind.label}
        </button>
      ))}
    </div>
  </fieldset>
);
