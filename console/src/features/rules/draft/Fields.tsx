/** Fields bound to a place of the draft; what the check says of that place stands below them. */
import { Checkbox, Input, InputNumber, Select } from "antd";
import { type ReactNode, useId } from "react";
import { useDraft, useProblemsUnder } from "./DraftContext.tsx";
import { bagOf, isBag, listOf, type Path, pathText, textOf } from "./paths.ts";
import { problemWords } from "./problems.ts";

export const ProblemLines = ({ path }: { path: Path }) => (
  <>
    {useProblemsUnder(path).map((problem) => (
      <div key={`${problem.path} ${problem.rule} ${problem.message}`} className="field-problem">
        {problemWords(problem)}
      </div>
    ))}
  </>
);

interface FrameProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: ReactNode;
  readonly children: (id: string) => ReactNode;
}

export const FieldFrame = ({ path, label, help, children }: FrameProps) => {
  const id = useId();
  return (
    <div className="draft-field" data-path={pathText(path)}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help ? <div className="muted small">{help}</div> : null}
      <ProblemLines path={path} />
    </div>
  );
};

interface BoundProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: ReactNode;
}

interface TextEditProps extends BoundProps {
  readonly multiline?: boolean;
  readonly maxLength?: number;
  /** Emptied, the member is taken away. */
  readonly optional?: boolean;
}

export const TextEdit = ({ path, label, help, multiline, maxLength = 200, optional }: TextEditProps) => {
  const { get, set } = useDraft();
  const onChange = (event: { target: { value: string } }) =>
    set(path, optional && event.target.value === "" ? undefined : event.target.value);
  const shared = { value: textOf(get(path)), maxLength, onChange };
  return (
    <FieldFrame path={path} label={label} help={help}>
      {(id) =>
        multiline ? (
          <Input.TextArea id={id} {...shared} autoSize={{ minRows: 2, maxRows: 8 }} />
        ) : (
          <Input id={id} {...shared} />
        )
      }
    </FieldFrame>
  );
};

export const NumberEdit = ({ path, label, help, unit }: BoundProps & { unit?: string }) => {
  const { get, set } = useDraft();
  const value = get(path);
  return (
    <FieldFrame path={path} label={label} help={help}>
      {(id) => (
        <InputNumber
          id={id}
          value={typeof value === "number" ? value : null}
          suffix={unit}
          style={{ width: 140 }}
          onChange={(next) => set(path, next)}
        />
      )}
    </FieldFrame>
  );
};

export const CheckEdit = ({ path, label, help }: BoundProps) => {
  const { get, set } = useDraft();
  return (
    <div className="draft-field" data-path={pathText(path)}>
      <Checkbox checked={get(path) === true} onChange={(event) => set(path, event.target.checked)}>
        {label}
      </Checkbox>
      {help ? <div className="muted small">{help}</div> : null}
      <ProblemLines path={path} />
    </div>
  );
};

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceEditProps extends BoundProps {
  readonly options: readonly Option[];
  /** What holds while nothing is chosen. */
  readonly otherwise?: string;
}

export const ChoiceEdit = ({ path, label, help, options, otherwise }: ChoiceEditProps) => {
  const { get, set } = useDraft();
  return (
    <FieldFrame path={path} label={label} help={help}>
      {(id) => (
        <Select
          id={id}
          value={textOf(get(path)) || undefined}
          placeholder={otherwise}
          options={[...options]}
          onChange={(next) => set(path, next)}
          style={{ width: "100%" }}
        />
      )}
    </FieldFrame>
  );
};

export const SeveralEdit = ({ path, label, help, options }: BoundProps & { options: readonly Option[] }) => {
  const { get, set } = useDraft();
  return (
    <FieldFrame path={path} label={label} help={help}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={listOf(get(path)).map(String)}
          options={[...options]}
          optionFilterProp="label"
          onChange={(next) => set(path, next)}
          style={{ width: "100%" }}
        />
      )}
    </FieldFrame>
  );
};

export const optionsFrom = (record: unknown): Option[] =>
  Object.entries(bagOf(record)).map(([value, one]) => ({ value, label: (isBag(one) && textOf(one.label)) || value }));
