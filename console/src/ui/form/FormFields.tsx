/** Draws the fields a step of the pack asks for. The server checks the answers against the same declaration. */
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import { Form, type FormRule, InputNumber, Radio, Rate, Select } from "antd";
import { AssigneePicker } from "./AssigneePicker.tsx";
import { CaseSelect } from "./CaseSelect.tsx";
import { CategorySelect } from "./CategorySelect.tsx";
import { DayInput } from "./DayInput.tsx";
import { ItemSelect } from "./ItemSelect.tsx";
import { NodeSelect } from "./NodeSelect.tsx";
import { PhotoInput } from "./PhotoInput.tsx";
import { TextField } from "./TextField.tsx";

export type FieldValues = Record<string, unknown>;

const control = (field: Field, caseId: string | undefined) => {
  switch (field.kind) {
    case "text":
      return <TextField maxLength={field.maxLength} multiline={field.multiline} suggestions={field.suggestions} />;
    case "choice":
      return field.options.length <= 4 ? (
        <Radio.Group options={field.options} />
      ) : (
        <Select options={field.options} placeholder="请选择" allowClear={!field.required} />
      );
    case "yes-no":
      return (
        <Radio.Group
          options={[
            { value: true, label: field.yes },
            { value: false, label: field.no },
          ]}
        />
      );
    case "stars":
      return <Rate tooltips={["很不满意", "不满意", "一般", "满意", "很满意"]} />;
    case "number":
      return <InputNumber min={field.min} max={field.max} precision={0} suffix={field.unit} style={{ width: 160 }} />;
    case "photos":
      return <PhotoInput max={field.max} />;
    case "assignees":
      return <AssigneePicker tiers={field.tiers} many={field.many} caseId={caseId} />;
    case "case":
      return <CaseSelect except={caseId} />;
    case "node":
      return <NodeSelect tiers={field.tiers.join(",")} />;
    case "category":
      return <CategorySelect besideCase={caseId} />;
    case "item":
      return <ItemSelect list={field.list} />;
    case "date":
      return <DayInput />;
  }
};

const rulesOf = (field: Field): FormRule[] => {
  const verb = ["text", "number"].includes(field.kind) ? "请填写" : "请选择";
  const rules: FormRule[] = field.required ? [{ required: true, message: `${verb}${field.label}` }] : [];
  if (field.kind === "photos" && field.min > 0) {
    rules.push({
      validator: async (_, files: StoredFile[] = []) => {
        if (files.length < field.min && (field.required || files.length > 0))
          throw new Error(`至少要 ${field.min} 张照片`);
      },
    });
  }
  return rules;
};

interface FormFieldsProps {
  readonly fields: readonly Field[];
  readonly caseId?: string;
  /** Where in the form's values the answers stand; at its root when absent. */
  readonly under?: string;
}

export const FormFields = ({ fields, caseId, under }: FormFieldsProps) =>
  fields.map((field) => (
    <Form.Item
      key={field.name}
      name={under ? [under, field.name] : field.name}
      label={field.label}
      extra={field.help}
      rules={rulesOf(field)}
    >
      {control(field, caseId)}
    </Form.Item>
  ));

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** What goes over the wire: photos by id, nothing for fields left empty. */
export const answersOf = (fields: readonly Field[], values: FieldValues): FieldValues =>
  Object.fromEntries(
    fields
      .filter((field) => !isEmpty(values[field.name]))
      .map((field) => {
        const value = values[field.name];
        return [field.name, field.kind === "photos" ? (value as StoredFile[]).map((file) => file.id) : value];
      }),
  );
