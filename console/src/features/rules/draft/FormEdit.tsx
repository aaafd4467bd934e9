/** The fields a step asks for: added, changed, put in another order, taken away. */
import { PlusOutlined } from "@ant-design/icons";
import type { FieldKind } from "@ginkgo/shared/pack/form.ts";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { fieldKinds } from "../words/fields.ts";
import { useDraft } from "./DraftContext.tsx";
import { CheckEdit, ChoiceEdit, FieldFrame, NumberEdit, optionsFrom, SeveralEdit, TextEdit } from "./Fields.tsx";
import { ItemTools } from "./ItemTools.tsx";
import { bagOf, freeName, listOf, type Path, pathText, textOf } from "./paths.ts";

/** What a new field of the kind begins with. */
const begins: Readonly<Record<FieldKind, (lists: readonly string[]) => object>> = {
  text: () => ({ maxLength: 500, multiline: true }),
  choice: () => ({
    options: [
      { value: "one", label: "选项一" },
      { value: "two", label: "选项二" },
    ],
  }),
  "yes-no": () => ({ yes: "是", no: "否" }),
  stars: () => ({}),
  number: () => ({ min: 0, max: 100 }),
  photos: () => ({ min: 0, max: 9 }),
  assignees: () => ({ tiers: [], many: false }),
  case: () => ({}),
  node: () => ({ tiers: [] }),
  category: () => ({}),
  item: (lists) => ({ list: lists[0] ?? "" }),
  date: () => ({}),
};

const Options = ({ path }: { path: Path }) => {
  const { get, set, mayEdit } = useDraft();
  const options = listOf(get(path)).map(bagOf);
  const add = () => {
    const value = freeName(
      "option",
      options.map((one) => textOf(one.value)),
    );
    set(path, [...options, { value, label: "" }]);
  };
  return (
    <FieldFrame path={path} label="选项">
      {(id) => (
        <div id={id}>
          {options.map((option, i) => (
            <div key={textOf(option.value)} className="draft-duration gap-line">
              <Input
                aria-label={`第 ${i + 1} 个选项`}
                value={textOf(option.label)}
                maxLength={60}
                onChange={(event) => set([...path, i, "label"], event.target.value)}
              />
              <ItemTools path={path} index={i} what={`第 ${i + 1} 个选项`} />
            </div>
          ))}
          {mayEdit ? (
            <Button size="small" icon={<PlusOutlined />} onClick={add}>
              增加选项
            </Button>
          ) : null}
        </div>
      )}
    </FieldFrame>
  );
};

const Suggestions = ({ path }: { path: Path }) => {
  const { get, set } = useDraft();
  return (
    <FieldFrame path={path} label="常用语" help="一行一句，点一下就填上">
      {(id) => (
        <Input.TextArea
          id={id}
          value={listOf(get(path)).join("\n")}
          autoSize={{ minRows: 1, maxRows: 6 }}
          onChange={({ target: { value } }) => set(path, value === "" ? undefined : value.split("\n"))}
        />
      )}
    </FieldFrame>
  );
};

const KindFields = ({ path, kind }: { path: Path; kind: string }) => {
  const { get } = useDraft();
  const tiers = optionsFrom(get(["tiers"]));
  switch (kind) {
    case "text":
      return (
        <>
          <NumberEdit path={[...path, "maxLength"]} label="最多多少字" />
          <CheckEdit path={[...path, "multiline"]} label="可以写多行" />
          <Suggestions path={[...path, "suggestions"]} />
        </>
      );
    case "choice":
      return <Options path={[...path, "options"]} />;
    case "yes-no":
      return (
        <div className="draft-row">
          <TextEdit path={[...path, "yes"]} label="“是”怎么说" maxLength={20} />
          <TextEdit path={[...path, "no"]} label="“否”怎么说" maxLength={20} />
        </div>
      );
    case "number":
      return (
        <div className="draft-row">
          <NumberEdit path={[...path, "min"]} label="最小" />
          <NumberEdit path={[...path, "max"]} label="最大" />
          <TextEdit path={[...path, "unit"]} label="单位" maxLength={20} optional />
        </div>
      );
    case "photos":
      return (
        <div className="draft-row">
          <NumberEdit path={[...path, "min"]} label="最少几张" />
          <NumberEdit path={[...path, "max"]} label="最多几张" />
        </div>
      );
    case "assignees":
      return (
        <>
          <SeveralEdit path={[...path, "tiers"]} label="可以选哪些层级" options={tiers} />
          <CheckEdit path={[...path, "many"]} label="可以选多个" />
        </>
      );
    case "node":
      return <SeveralEdit path={[...path, "tiers"]} label="可以选哪些层级" options={tiers} />;
    case "item":
      return <ChoiceEdit path={[...path, "list"]} label="用哪份清单" options={optionsFrom(get(["lists"]))} />;
    default:
      return null;
  }
};

const FieldEdit = ({ path, index }: { path: Path; index: number }) => {
  const { get } = useDraft();
  const at: Path = [...path, index];
  const field = bagOf(get(at));
  const kind = textOf(field.kind);
  return (
    <fieldset className="draft-item" data-path={pathText(at)}>
      <div className="detail-head">
        <legend>
          {index + 1}. {fieldKinds[kind as FieldKind] ?? kind}
        </legend>
        <ItemTools path={path} index={index} what={`填写项“${textOf(field.label)}”`} />
      </div>
      <TextEdit path={[...at, "label"]} label="问什么" maxLength={60} />
      <TextEdit path={[...at, "help"]} label="填写提示" maxLength={200} optional />
      <CheckEdit path={[...at, "required"]} label="必填" />
      <KindFields path={at} kind={kind} />
    </fieldset>
  );
};

export const FormEdit = ({ path }: { path: Path }) => {
  const { get, set, mayEdit } = useDraft();
  const [kind, choose] = useState<FieldKind>("text");
  const fields = listOf(get(path)).map(bagOf);
  const add = () => {
    const name = freeName(
      "field",
      fields.map((one) => textOf(one.name)),
    );
    const lists = Object.keys(bagOf(get(["lists"])));
    set(path, [...fields, { kind, name, label: "新的填写项", required: false, ...begins[kind](lists) }]);
  };
  return (
    <div className="draft-form">
      {fields.map((field, i) => (
        <FieldEdit key={textOf(field.name) || i} path={path} index={i} />
      ))}
      {mayEdit ? (
        <div className="draft-duration">
          <Select<FieldKind>
            aria-label="新填写项的类型"
            value={kind}
            onChange={choose}
            style={{ minWidth: 140 }}
            options={Object.entries(fieldKinds).map(([value, label]) => ({ value: value as FieldKind, label }))}
          />
          <Button icon={<PlusOutlined />} onClick={add}>
            增加填写项
          </Button>
        </div>
      ) : null}
    </div>
  );
};
