import { Button } from "antd";
import { useDraft } from "./DraftContext.tsx";
import { DurationEdit } from "./DurationEdit.tsx";
import { ProblemLines, TextEdit } from "./Fields.tsx";
import { bagOf, isBag, listOf, type Path, textOf } from "./paths.ts";
import { statePath } from "./rawStates.ts";
import { StepsEdit } from "./StepsEdit.tsx";

const LimitEdit = ({ path, final }: { path: Path; final: boolean }) => {
  const { get, set, mayEdit } = useDraft();
  const limit = get(path);
  if (!isBag(limit))
    return (
      <div className="draft-field">
        <span className="muted">{final ? "结束状态没有时限。" : "这个状态自己没有时限。"}</span>
        {!final && mayEdit ? (
          <div className="gap-above">
            <Button onClick={() => set(path, { within: { workingHours: 8 } })}>设一个时限</Button>
          </div>
        ) : null}
        <ProblemLines path={path} />
      </div>
    );
  const before: Path = [...path, "warnBefore"];
  return (
    <>
      <DurationEdit path={[...path, "within"]} label="时限" />
      {isBag(limit.warnBefore) ? (
        <DurationEdit
          path={before}
          label="提前多久提醒"
          onRemove={isBag(limit.warn) || !mayEdit ? undefined : () => set(before, undefined)}
        />
      ) : null}
      {isBag(limit.warn) ? (
        <TextEdit path={[...path, "warn", "text"]} label="快到期时的提醒" multiline maxLength={300} />
      ) : null}
      {isBag(limit.late) ? (
        <TextEdit path={[...path, "late", "text"]} label="超时后的提醒" multiline maxLength={300} />
      ) : null}
    </>
  );
};

/** Categories that have a limit of their own here; it counts for them in place of this one. */
const OwnLimits = ({ workflow, state }: { workflow: string; state: string }) => {
  const { get } = useDraft();
  const main = textOf(get(["mainWorkflow"]));
  const own = listOf(get(["categories"]))
    .map(bagOf)
    .filter((one) => (textOf(one.workflow) || main) === workflow && Object.hasOwn(bagOf(one.limits), state));
  if (own.length === 0) return null;
  return (
    <p className="muted small">
      这些类别另有自己的时限，在“类别”里改：{own.map((one) => textOf(one.label)).join("、")}
    </p>
  );
};

export const StateEdit = ({ workflow, state }: { workflow: string; state: string }) => {
  const { get } = useDraft();
  const path = statePath(workflow, state);
  const content = bagOf(get(path));
  return (
    <>
      <div className="detail-head">
        <h2>{textOf(content.label) || state}</h2>
      </div>
      <TextEdit path={[...path, "label"]} label="状态名称" maxLength={30} />
      <LimitEdit path={[...path, "limit"]} final={content.final === true} />
      <OwnLimits workflow={workflow} state={state} />
      <StepsEdit path={[...path, "on"]} workflow={workflow} title="这里的操作" />
    </>
  );
};
