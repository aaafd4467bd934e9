import { Input, Tag } from "antd";

interface TextFieldProps {
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly id?: string;
  readonly maxLength: number;
  readonly multiline: boolean;
  readonly suggestions?: readonly string[];
}

/** Text with the pack's ready sentences below: one press puts a sentence at the end of what is there. */
export const TextField = ({ value = "", onChange, id, maxLength, multiline, suggestions = [] }: TextFieldProps) => (
  <>
    {multiline ? (
      <Input.TextArea
        id={id}
        value={value}
        maxLength={maxLength}
        showCount
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => onChange?.(event.target.value)}
      />
    ) : (
      <Input id={id} value={value} maxLength={maxLength} onChange={(event) => onChange?.(event.target.value)} />
    )}
    {suggestions.length > 0 ? (
      <div className="suggestions">
        {suggestions.map((suggestion) => (
          <Tag
            key={suggestion}
            className="suggestion"
            role="button"
            tabIndex={0}
            onClick={() =>
              onChange?.((multiline ? `${value}${value ? "\n" : ""}${suggestion}` : suggestion).slice(0, maxLength))
            }
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === " ") event.currentTarget.click();
            }}
          >
            {suggestion}
          </Tag>
        ))}
      </div>
    ) : null}
  </>
);
