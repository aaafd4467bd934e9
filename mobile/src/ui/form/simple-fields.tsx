import type { FieldProps } from "./field-props.ts";

export const TextField = ({ field, value, onChange, id }: FieldProps<"text">) => {
  const text = typeof value === "string" ? value : "";
  return (
    <>
      {field.suggestions && (
        <div className="chips" style={{ marginBottom: "0.6rem" }}>
          {field.suggestions.map((words) => (
            <button
              key={words}
              type="button"
              className="chip"
              aria-pressed={text === words}
              onClick={() => onChange(words)}
            >
              {words}
            </button>
          ))}
        </div>
      )}
      {field.multiline ? (
        <textarea
          id={id}
          className="box"
          rows={4}
          maxLength={field.maxLength}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          id={id}
          className="box"
          maxLength={field.maxLength}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {text.length > field.maxLength * 0.8 && (
        <span className="counter">
          {text.length} / {field.maxLength}
        </span>
      )}
    </>
  );
};

export const ChoiceField = ({ field, value, onChange, id }: FieldProps<"choice">) => (
  <div className="options">
    {field.options.map((option) => (
      <label key={option.value} className="option">
        <input type="radio" name={id} checked={value === option.value} onChange={() => onChange(option.value)} />
        {option.label}
      </label>
    ))}
  </div>
);

export const YesNoField = ({ field, value, onChange }: FieldProps<"yes-no">) => (
  <div className="chips">
    {[true, false].map((answer) => (
      <button
        key={String(answer)}
        type="button"
        className="chip"
        style={{ flex: 1 }}
        aria-pressed={value === answer}
        onClick={() => onChange(answer)}
      >
        {answer ? field.yes : field.no}
      </button>
    ))}
  </div>
);

const starWords = ["很不满意", "不满意", "一般", "满意", "非常满意"];

export const StarsField = ({ value, onChange }: FieldProps<"stars">) => {
  const stars = typeof value === "number" ? value : 0;
  return (
    <>
      <div className="stars">
        {starWords.map((words, index) => (
          <button
            key={words}
            type="button"
            className={index < stars ? "lit" : undefined}
            aria-label={`${index + 1} 星，${words}`}
            aria-pressed={stars === index + 1}
            onClick={() => onChange(index + 1)}
          >
            {index < stars ? "★" : "☆"}
          </button>
        ))}
      </div>
      <p className="stars-word" aria-live="polite">
        {stars > 0 ? `${stars} 星 · ${starWords[stars - 1]}` : "点星星打分，五星最好"}
      </p>
    </>
  );
};

export const NumberField = ({ field, value, onChange, id }: FieldProps<"number">) => (
  <div style={{ display: "flex", alignItems: "center", gap: "0.6rem" }}>
    <input
      id={id}
      className="box"
      inputMode="numeric"
      placeholder={`${field.min} 到 ${field.max}`}
      value={value === undefined ? "" : String(value)}
      onChange={(event) => onChange(event.target.value.replace(/[^\d-]/g, ""))}
    />
    {field.unit}
  </div>
);

export const DateField = ({ value, onChange, id }: FieldProps<"date">) => (
  <input
    id={id}
    className="box"
    type="date"
    max="9999-12-31"
    value={typeof value === "string" ? value : ""}
    onChange={(event) => onChange(event.target.value)}
  />
);
