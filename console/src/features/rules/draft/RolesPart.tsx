import { Checkbox } from "antd";
import { allRights, rightWords } from "../words/rights.ts";
import { useDraft } from "./DraftContext.tsx";
import { optionsFrom, ProblemLines, SeveralEdit, TextEdit } from "./Fields.tsx";
import { RemoveButton } from "./ItemTools.tsx";
import { MasterDetail, useItem } from "./MasterDetail.tsx";
import { bagOf, freeName, listOf, type Path, pathText, textOf } from "./paths.ts";

const Rights = ({ path }: { path: Path }) => {
  const { get, set, pack } = useDraft();
  const held = listOf(get(path)).map(String);
  const all = [...new Set([...allRights(pack), ...held])];
  const toggle = (right: string, on: boolean) => set(path, on ? [...held, right] : held.filter((one) => one !== right));
  return (
    <fieldset className="draft-rights" data-path={pathText(path)}>
      <legend>权限（在任职的地方和它下面有效）</legend>
      <ProblemLines path={path} />
      {all.map((right) => (
        <Checkbox key={right} checked={held.includes(right)} onChange={(event) => toggle(right, event.target.checked)}>
          {rightWords(pack, right)} <span className="muted small">{right}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
};

const Role = ({ id }: { id: string }) => {
  const { get, set, mayEdit } = useDraft();
  const { choose } = useItem();
  const path: Path = ["roles", id];
  const roles = get(["roles"]);
  return (
    <>
      <div className="detail-head">
        <h2>{textOf(bagOf(get(path)).label) || id}</h2>
        {mayEdit ? (
          <RemoveButton
            what="这个角色"
            onRemove={() => {
              set(path, undefined);
              choose(null);
            }}
          />
        ) : null}
      </div>
      <TextEdit path={[...path, "label"]} label="名称" maxLength={30} />
      <SeveralEdit path={[...path, "on"]} label="可以在哪些层级任职" options={optionsFrom(get(["tiers"]))} />
      <SeveralEdit
        path={[...path, "grants"]}
        label="可以任命哪些角色"
        help="在自己任职的地方下面，任命和免去"
        options={optionsFrom(roles)}
      />
      <Rights path={[...path, "rights"]} />
    </>
  );
};

export const RolesPart = () => {
  const { get, set } = useDraft();
  const roles = bagOf(get(["roles"]));
  const add = () => {
    const id = freeName("role-", Object.keys(roles));
    set(["roles", id], { label: "新角色", on: [], rights: [], grants: [] });
    return id;
  };
  return (
    <MasterDetail
      label="角色"
      entries={Object.entries(roles).map(([key, role]) => ({
        key,
        label: textOf(bagOf(role).label),
        path: `roles.${key}`,
      }))}
      add={{ label: "增加角色", onAdd: add }}
    >
      {(id) => <Role id={id} />}
    </MasterDetail>
  );
};
