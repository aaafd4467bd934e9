import type { SubmitForm } from "../../ui/offline/db.ts";

const choices: readonly { value: SubmitForm["visibility"]; label: string; help: string }[] = [
  { value: "private", label: "只给办理的人看", help: "您和经手的工作人员能看到" },
  { value: "public", label: "公开给邻里", help: "本社区居民也能看到这件事，但看不到您的姓名和电话" },
  { value: "confidential", label: "保密", help: "只有少数指定的人能看到是谁反映的，适合投诉和举报" },
];

interface VisibilitySectionProps {
  readonly form: SubmitForm;
  readonly onChange: (change: Partial<SubmitForm>) => void;
}

export const VisibilitySection = ({ form, onChange }: VisibilitySectionProps) => (
  <section className="card">
    <h2 className="part-title">谁能看到？</h2>
    <div className="options">
      {choices.map((choice) => (
        <label key={choice.value} className="option">
          <input
            type="radio"
            name="visibility"
            checked={form.visibility === choice.value}
            onChange={() => onChange({ visibility: choice.value })}
          />
          <span>
            {choice.label}
            <small>{choice.help}</small>
          </span>
        </label>
      ))}
    </div>
  </section>
);
