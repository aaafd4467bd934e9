import { DownOutline, UpOutline } from "antd-mobile-icons";
import { useState } from "react";
import type { SubmitForm } from "../../ui/offline/db.ts";
import { useSession } from "../../ui/session.tsx";
import { KindField } from "./KindField.tsx";

interface MoreSectionProps {
  readonly form: SubmitForm;
  /** Not where the kind has been asked for above. */
  readonly withKind: boolean;
  readonly onChange: (change: Partial<SubmitForm>) => void;
  readonly problems: { readonly contact?: string; readonly onBehalfOf?: string };
}

/** What most people never need stays folded away, unless something was filled in. */
export const MoreSection = ({ form, withKind, onChange, problems }: MoreSectionProps) => {
  const { me } = useSession();
  const [open, setOpen] = useState(Boolean((withKind && form.kind) || form.contact || form.onBehalfOf));
  return (
    <section className="card">
      <button type="button" className="option" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span style={{ flex: 1 }}>
          其他（可不填）
          <small>{withKind && "属于求助还是投诉、"}换个联系电话、替别人反映</small>
        </span>
        {open ? <UpOutline /> : <DownOutline />}
      </button>
      {open && (
        <>
          {withKind && <KindField form={form} onChange={onChange} />}
          <Person
            title="联系时打别的电话"
            help={`不勾选就打您登录的手机 ${me.phone}`}
            id="contact"
            value={form.contact}
            problem={problems.contact}
            onChange={(contact) => onChange({ contact })}
          />
          <Person
            title="我是替别人反映的"
            help="比如替不会用手机的父母、邻居"
            id="behalf"
            phoneOptional
            value={form.onBehalfOf}
            problem={problems.onBehalfOf}
            onChange={(onBehalfOf) => onChange({ onBehalfOf })}
          />
        </>
      )}
    </section>
  );
};

interface PersonValue {
  readonly name: string;
  readonly phone: string;
}

interface PersonProps {
  readonly title: string;
  readonly help: string;
  readonly id: string;
  readonly phoneOptional?: boolean;
  readonly value: PersonValue | undefined;
  readonly problem: string | undefined;
  readonly onChange: (value: PersonValue | undefined) => void;
}

const Person = ({ title, help, id, phoneOptional, value, problem, onChange }: PersonProps) => (
  <div className="field">
    <label className="option">
      <input
        type="checkbox"
        checked={value !== undefined}
        onChange={(event) => onChange(event.target.checked ? { name: "", phone: "" } : undefined)}
      />
      <span>
        {title}
        <small>{help}</small>
      </span>
    </label>
    {value && (
      <>
        <label className="field-label" style={{ marginTop: "0.6rem" }} htmlFor={`${id}-name`}>
          姓名
        </label>
        <input
          id={`${id}-name`}
          className="box"
          maxLength={30}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
        <label className="field-label" style={{ marginTop: "0.6rem" }} htmlFor={`${id}-phone`}>
          手机号{phoneOptional && <span className="optional">（可不填）</span>}
        </label>
        <input
          id={`${id}-phone`}
          className="box"
          type="tel"
          inputMode="numeric"
          maxLength={11}
          value={value.phone}
          onChange={(event) => onChange({ ...value, phone: event.target.value.replace(/\D/g, "") })}
        />
      </>
    )}
    {problem && <p className="field-problem">{problem}</p>}
  </div>
);
