import { PlusOutlined } from "@ant-design/icons";
import { AutoComplete, Button, Select } from "antd";
import { useState } from "react";
import { useDraft } from "./DraftContext.tsx";
import { DurationEdit } from "./DurationEdit.tsx";
import { CheckEdit, ChoiceEdit, FieldFrame, optionsFrom, TextEdit } from "./Fields.tsx";
import { ItemTools } from "./ItemTools.tsx";
import { MasterDetail, useItem } from "./MasterDetail.tsx";
import { bagOf, freeName, listOf, type Path, pathText, textOf } from "./paths.ts";
import { statesIn } from "./rawStates.ts";

const all: Path = ["categories"];

const Group = ({ path }: { path: Path }) => {
  const { get, set } = useDraft();
  const groups = [...new Set(listOf(get(all)).map((one) => textOf(bagOf(one).group)))].filter(Boolean);
  return (
    <FieldFrame path={path} label="分组">
      {(id) => (
        <AutoComplete
          id={id}
          value={textOf(get(path))}
          options={groups.map((value) => ({ value }))}
          onChange={(next: string) => set(path, next)}
          style={{ width: "100%" }}
        />
      )}
    </FieldFrame>
  );
};

/** Limits that stand in place of the workflow's while a case of this category is in that state. */
const OwnLimits = ({ path }: { path: Path }) => {
  const { get, set, mayEdit } = useDraft();
  const [adding, add] = useState<string>();
  const category = bagOf(get(path));
  const workflow = textOf(category.workflow) || textOf(get(["mainWorkflow"]));
  const states = statesIn(get(["workflows", workflow])).filter(({ hasLimit }) => hasLimit);
  const limits = bagOf(category.limits);
  const free = states.filter((one) => !Object.hasOwn(limits, one.path));
  const labelOf = (state: string) => states.find((one) => one.path === state)?.label ?? state;
  const at = (state: string): Path => [...path, "limits", state];
  return (
    <section>
      <h3>本类别自己的时限</h3>
      <p className="muted small">没有列出的状态，用流程里的时限。</p>
      {Object.keys(limits).map((state) => (
        <DurationEdit
          key={state}
          path={at(state)}
          label={`在“${labelOf(state)}”`}
          onRemove={mayEdit ? () => set(at(state), undefined) : undefined}
        />
      ))}
      {free.length > 0 && mayEdit ? (
        <div className="draft-duration">
          <Select
            aria-label="给哪个状态另定时限"
            placeholder="选择状态"
            value={adding}
            options={free.map((one) => ({ value: one.path, label: one.label }))}
            onChange={(next) => add(next)}
            style={{ minWidth: 160 }}
          />
          <Button
            icon={<PlusOutlined />}
            disabled={!adding}
            onClick={() => {
              if (adding) set(at(adding), { workingHours: 4 });
              add(undefined);
            }}
          >
            另定时限
          </Button>
        </div>
      ) : null}
    </section>
  );
};

const Category = ({ index }: { index: number }) => {
  const { get, pack } = useDraft();
  const { choose } = useItem();
  const path: Path = [...all, index];
  const category = bagOf(get(path));
  const main = textOf(get(["mainWorkflow"]));
  return (
    <>
      <div className="detail-head">
        <h2>{textOf(category.label) || "（没有名称）"}</h2>
        <ItemTools
          path={all}
          index={index}
          what="这个类别"
          onMoved={(now) => choose(now === null ? null : String(now))}
        />
      </div>
      <TextEdit path={[...path, "label"]} label="名称" maxLength={30} />
      <Group path={[...path, "group"]} />
      <TextEdit path={[...path, "description"]} label="说明" help="居民选类别时看到的例子" multiline maxLength={300} />
      <CheckEdit path={[...path, "urgent"]} label="紧急" help="提交后立即提醒，并标为紧急" />
      <CheckEdit path={[...path, "confidential"]} label="一律保密" help="不管反映人怎么选，都按保密办理" />
      <ChoiceEdit
        path={[...path, "workflow"]}
        label="走哪个流程"
        options={optionsFrom(get(["workflows"]))}
        otherwise={`主流程“${pack.workflows[main]?.label ?? main}”`}
      />
      <OwnLimits path={path} />
      <p className="muted small">标识：{textOf(category.id)}（数据里用，群众看不到）</p>
    </>
  );
};

export const CategoriesPart = () => {
  const { get, set } = useDraft();
  const categories = listOf(get(all)).map(bagOf);
  const add = () => {
    const id = freeName(
      "own-",
      categories.map((one) => textOf(one.id)),
    );
    const group = textOf(categories.at(-1)?.group);
    set(all, [...categories, { id, label: "新类别", group, description: "", urgent: false, limits: {} }]);
    return String(categories.length);
  };
  return (
    <MasterDetail
      label="类别"
      entries={categories.map((one, i) => ({
        key: String(i),
        label: textOf(one.label),
        note: textOf(one.group),
        path: pathText([...all, i]),
      }))}
      add={{ label: "增加类别", onAdd: add }}
    >
      {(key) => <Category index={Number(key)} />}
    </MasterDetail>
  );
};
