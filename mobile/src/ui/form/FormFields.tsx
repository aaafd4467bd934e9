/** Draws any form of the pack, field by field. A new kind of field is one more line in the table. */
import type { Field, FieldKind } from "@ginkgo/shared/pack/form.ts";
import type { ReactNode } from "react";
import { PhotoPicker } from "../photos/PhotoPicker.tsx";
import { AssigneesField } from "./AssigneesField.tsx";
import { CaseField } from "./CaseField.tsx";
import { CategoryField } from "./CategoryField.tsx";
import type { FieldProps } from "./field-props.ts";
import { ItemField } from "./ItemField.tsx";
import { NodeField } from "./NodeField.tsx";
import { ChoiceField, DateField, NumberField, StarsField, TextField, YesNoField } from "./simple-fields.tsx";
import { attachmentsIn, type Values } from "./values.ts";
import "./form.css";

type Drawn = { readonly [K in FieldKind]: (props: FieldProps<K>) => ReactNode };

const drawn: Drawn = {
  text: (props) => <TextField {...props} />,
  choice: (props) => <ChoiceField {...props} />,
  "yes-no": (props) => <YesNoField {...props} />,
  stars: (props) => <StarsField {...props} />,
  number: (props) => <NumberField {...props} />,
  photos: ({ field, value, onChange }) => (
    <PhotoPicker
      value={attachmentsIn(value)}
      onChange={(change) => onChange((old: unknown) => change(attachmentsIn(old)))}
      max={field.max}
    />
  ),
  assignees: (props) => <AssigneesField {...props} />,
  case: (props) => <CaseField {...props} />,
  node: (props) => <NodeField {...props} />,
  category: (props) => <CategoryField {...props} />,
  item: (props) => <ItemField {...props} />,
  date: (props) => <DateField {...props} />,
};

interface FormFieldsProps {
  readonly form: readonly Field[];
  readonly values: Values;
  readonly problems: Readonly<Record<string, string>>;
  readonly caseId?: string;
  /** Given the values as they are then: photos finish uploading long after the screen was drawn. */
  readonly onChange: (change: (values: Values) => Values) => void;
}

export const FormFields = ({ form, values, problems, caseId, onChange }: FormFieldsProps) =>
  form.map((field) => {
    const id = `field-${field.name}`;
    const draw = drawn[field.kind] as (props: FieldProps) => ReactNode;
    const change = (next: unknown) =>
      onChange((old) => ({ ...old, [field.name]: typeof next === "function" ? next(old[field.name]) : next }));
    return (
      <fieldset key={field.name} className="field" aria-labelledby={`${id}-label`}>
        <label id={`${id}-label`} htmlFor={id} className="field-label">
          {field.label}
          {!field.required && <span className="optional">（可不填）</span>}
        </label>
        {field.help && <p className="field-help">{field.help}</p>}
        {draw({ field, value: values[field.name], onChange: change, id, caseId })}
        {problems[field.name] && (
          <p className="field-problem" role="alert">
            {problems[field.name]}
          </p>
        )}
      </fieldset>
    );
  });
