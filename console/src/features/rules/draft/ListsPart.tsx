import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { EmptyState } from "../../../ui/States.tsx";
import { useDraft } from "./DraftContext.tsx";
import { ProblemLines, TextEdit } from "./Fields.tsx";
import { ItemTools } from "./ItemTools.tsx";
import { MasterDetail } from "./MasterDetail.tsx";
import { bagOf, freeName, listOf, type Path, pathText, textOf } from "./paths.ts";

const Item = ({ path, index }: { path: Path; index: number }) => {
  const { get } = useDraft();
  const at: Path = [...path, index];
  return (
    <fieldset className="draft-item" data-path={pathText(at)}>
      <div className="detail-head">
        <legend>{index + 1}.</legend>
        <ItemTools path={path} index={index} what={`“${textOf(bagOf(get(at)).label)}”`} />
      </div>
      <TextEdit path={[...at, "label"]} label="名称" maxLength={60} />
      <TextEdit
        path={[...at, "detail"]}
        label="说明"
        help="依据、办理时间、要带什么"
        multiline
        maxLength={500}
        optional
      />
      <div className="draft-row">
        <TextEdit path={[...at, "address"]} label="地址" maxLength={120} optional />
        <TextEdit path={[...at, "phone"]} label="电话" maxLength={40} optional />
      </div>
    </fieldset>
  );
};

const List = ({ id }: { id: string }) => {
  const { get, set, mayEdit } = useDraft();
  const path: Path = ["lists", id];
  const items: Path = [...path, "items"];
  const all = listOf(get(items)).map(bagOf);
  const add = () =>
    set(items, [
      ...all,
      {
        id: freeName(
          "item-",
          all.map((one) => textOf(one.id)),
        ),
        label: "新条目",
      },
    ]);
  return (
    <>
      <div className="detail-head">
        <h2>{textOf(bagOf(get(path)).label) || id}</h2>
      </div>
      <TextEdit path={[...path, "label"]} label="清单名称" maxLength={40} />
      {all.length === 0 ? <ProblemLines path={items} /> : null}
      {all.map((item, i) => (
        <Item key={textOf(item.id) || i} path={items} index={i} />
      ))}
      {mayEdit ? (
        <Button icon={<PlusOutlined />} onClick={add}>
          增加条目
        </Button>
      ) : null}
    </>
  );
};

export const ListsPart = () => {
  const { get } = useDraft();
  const lists = Object.entries(bagOf(get(["lists"])));
  if (lists.length === 0) return <EmptyState text="这个地方没有清单" />;
  return (
    <MasterDetail
      label="清单"
      entries={lists.map(([key, list]) => ({
        key,
        label: textOf(bagOf(list).label),
        note: `${listOf(bagOf(list).items).length} 条`,
        path: `lists.${key}`,
      }))}
    >
      {(id) => <List id={id} />}
    </MasterDetail>
  );
};
