import { Select } from "antd";
import { usePack } from "../api/session.ts";

interface ItemSelectProps {
  readonly value?: string;
  readonly onChange?: (item: string | undefined) => void;
  readonly id?: string;
  /** Which of the pack's lists. */
  readonly list: string;
}

/** One item of a list of the pack, found by anything that stands in its line. */
export const ItemSelect = ({ value, onChange, id, list }: ItemSelectProps) => {
  const items = usePack()?.lists.find((one) => one.id === list)?.items ?? [];
  const options = items.map(({ id: item, label, address, phone, detail }) => {
    const more = [address, phone, detail].filter(Boolean).join(" · ");
    return { value: item, label, more, words: `${label}${more}`.toLowerCase() };
  });
  const chosen = options.find((option) => option.value === value);
  return (
    <>
      <Select
        id={id}
        value={value}
        allowClear
        placeholder="请从清单中选择"
        showSearch={{
          filterOption: (text, option) =>
            `${option && "words" in option ? option.words : ""}`.includes(text.toLowerCase()),
        }}
        notFoundContent="清单里没有，不能填写清单以外的"
        optionLabelProp="label"
        options={options}
        optionRender={({ data }) => (
          <div className="option">
            <div className="wrap">{data.label}</div>
            {data.more ? <div className="muted small wrap">{data.more}</div> : null}
          </div>
        )}
        onChange={(item: string | undefined) => onChange?.(item)}
      />
      {chosen?.more ? <div className="muted small item-more">{chosen.more}</div> : null}
    </>
  );
};
