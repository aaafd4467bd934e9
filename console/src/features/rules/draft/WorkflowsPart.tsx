import { Alert, Select } from "antd";
import { Link, useSearchParams } from "react-router";
import { useDraft } from "./DraftContext.tsx";
import { optionsFrom, TextEdit } from "./Fields.tsx";
import { FormEdit } from "./FormEdit.tsx";
import { type Entry, MasterDetail } from "./MasterDetail.tsx";
import { bagOf, isBag, listOf, type Path, pathText, textOf } from "./paths.ts";
import { commonItem, generalItem, intakeItem } from "./problems.ts";
import { type RawState, statePath, statesIn } from "./rawStates.ts";
import { StateEdit } from "./StateEdit.tsx";
import { StepsEdit } from "./StepsEdit.tsx";

const General = ({ path }: { path: Path }) => {
  const { get } = useDraft();
  const progress: Path = [...path, "progress"];
  return (
    <>
      <div className="detail-head">
        <h2>名称和说明</h2>
      </div>
      <TextEdit path={[...path, "label"]} label="流程名称" maxLength={40} />
      <TextEdit path={[...path, "description"]} label="说明" multiline maxLength={500} />
      <h3>群众看到的进度</h3>
      {listOf(get(progress)).map((point, i) => (
        <TextEdit
          key={textOf(bagOf(point).id) || i}
          path={[...progress, i, "label"]}
          label={`第 ${i + 1} 步`}
          maxLength={20}
        />
      ))}
      <Timers path={[...path, "timers"]} />
    </>
  );
};

const Timers = ({ path }: { path: Path }) => {
  const { get } = useDraft();
  const names = Object.keys(bagOf(get(path)));
  if (names.length === 0) return null;
  return (
    <>
      <h3>另外的计时</h3>
      {names.map((name) => {
        const timer: Path = [...path, name];
        const { warn, late } = bagOf(get(timer));
        return (
          <fieldset key={name} className="draft-item" data-path={pathText(timer)}>
            <TextEdit path={[...timer, "label"]} label="名称" maxLength={30} />
            {isBag(warn) ? (
              <TextEdit path={[...timer, "warn", "text"]} label="快到期时的提醒" multiline maxLength={300} />
            ) : null}
            {isBag(late) ? (
              <TextEdit path={[...timer, "late", "text"]} label="超时后的提醒" multiline maxLength={300} />
            ) : null}
          </fieldset>
        );
      })}
    </>
  );
};

const entryOf = (workflow: string, { path, label, depth, hasInner }: RawState): Entry => {
  const at = pathText(statePath(workflow, path));
  return { key: path, label, depth, path: at, except: hasInner ? [`${at}.states`] : [] };
};

const entriesOf = (workflow: string, content: unknown): Entry[] => {
  const at = `workflows.${workflow}`;
  const common = Object.keys(bagOf(bagOf(content).on)).length > 0;
  return [
    { key: generalItem, label: "名称和说明", path: at, except: [`${at}.states`, `${at}.intake`, `${at}.on`] },
    { key: intakeItem, label: "提交时要填的", path: `${at}.intake` },
    ...statesIn(content).map((state) => entryOf(workflow, state)),
    ...(common ? [{ key: commonItem, label: "随时可以的操作", path: `${at}.on` }] : []),
  ];
};

export const WorkflowsPart = () => {
  const { get } = useDraft();
  const [search, setSearch] = useSearchParams();
  const workflows = optionsFrom(get(["workflows"]));
  const asked = search.get("workflow") ?? textOf(get(["mainWorkflow"]));
  const workflow = workflows.some(({ value }) => value === asked) ? asked : (workflows[0]?.value ?? "");
  const path: Path = ["workflows", workflow];
  const detail = (key: string) => {
    if (key === generalItem) return <General path={path} />;
    if (key === commonItem) return <StepsEdit path={[...path, "on"]} workflow={workflow} title="随时可以的操作" />;
    if (key === intakeItem)
      return (
        <>
          <div className="detail-head">
            <h2>提交时要填的</h2>
          </div>
          <p className="muted small">内容、地点和照片总会问，这里是另外要问的。</p>
          <FormEdit path={[...path, "intake", "form"]} />
        </>
      );
    return <StateEdit workflow={workflow} state={key} />;
  };
  return (
    <>
      <Alert
        className="gap-below"
        type="info"
        title="这里改名称、时限、填写内容和告知的话。要增减状态、改变去向、前提或效果，请导出文件，改好后再导入。"
        action={<Link to="/rules/versions">去导出、导入</Link>}
      />
      {workflows.length > 1 ? (
        <Select
          aria-label="哪个流程"
          className="gap-below compare-select"
          value={workflow}
          options={workflows}
          onChange={(next) => setSearch({ part: "workflows", workflow: next }, { replace: true })}
        />
      ) : null}
      <MasterDetail key={workflow} label="状态" entries={entriesOf(workflow, get(path))}>
        {detail}
      </MasterDetail>
    </>
  );
};
