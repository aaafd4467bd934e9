import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Select } from "antd";
import { keyOf } from "../api/hooks.ts";
import { usePack } from "../api/session.ts";

interface CategorySelectProps {
  readonly value?: string;
  readonly onChange?: (category: string | undefined) => void;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly id?: string;
  readonly style?: React.CSSProperties;
  /** Only those this person may begin; what staff begin stands apart, below. */
  readonly starting?: boolean;
  /** Only those that go the same way as this case: a case keeps its workflow. */
  readonly besideCase?: string | undefined;
  readonly "aria-label"?: string;
}

type Category = PackView["categories"][number];

const optionOf = ({ id, label, group, description, icon, urgent }: Category) => ({
  value: id,
  label,
  words: `${label}${description}${group}`,
  description,
  icon,
  urgent,
});

/** In the order of the pack, groups by their name. */
const groupsOf = (categories: readonly Category[], before = "") =>
  [...new Set(categories.map(({ group }) => group))].map((group) => ({
    label: `${before}${group}`,
    title: group,
    options: categories.filter((category) => category.group === group).map(optionOf),
  }));

const toStart = (pack: PackView | undefined) => {
  const open = new Set(pack?.workflows.filter((workflow) => workflow.open).map(({ id }) => id));
  const mine = (pack?.categories ?? []).filter(({ mayStart }) => mayStart);
  return [
    ...groupsOf(mine.filter(({ workflow }) => open.has(workflow))),
    ...groupsOf(
      mine.filter(({ workflow }) => !open.has(workflow)),
      "发起 · ",
    ),
  ];
};

/** The pack's categories in their groups, found by name or description. */
export const CategorySelect = ({
  placeholder = "请选择类别",
  allowClear = true,
  onChange,
  starting = false,
  besideCase,
  ...rest
}: CategorySelectProps) => {
  const pack = usePack();
  const shown = useQueryClient().getQueryData<CaseView>(keyOf(casesApi.view, { caseId: besideCase ?? "" }));
  const fitting = (pack?.categories ?? []).filter(({ workflow }) => !shown || workflow === shown.workflow);
  return (
    <Select
      {...rest}
      onChange={(category: string | undefined) => onChange?.(category)}
      allowClear={allowClear}
      placeholder={placeholder}
      showSearch={{
        filterOption: (text, option) => `${option && "words" in option ? option.words : ""}`.includes(text),
      }}
      popupMatchSelectWidth={300}
      listHeight={360}
      optionLabelProp="label"
      options={starting ? toStart(pack) : groupsOf(fitting)}
      optionRender={({ data }) => (
        <div className="option">
          <div>
            {"icon" in data && data.icon ? <span aria-hidden="true">{String(data.icon)} </span> : null}
            {data.label}
            {"urgent" in data && data.urgent ? <span className="danger">（紧急）</span> : null}
          </div>
          {"description" in data ? <div className="muted small ellipsis">{String(data.description)}</div> : null}
        </div>
      )}
    />
  );
};
