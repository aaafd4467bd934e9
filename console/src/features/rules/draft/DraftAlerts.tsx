/** What stands between the draft and its publication. */
import type { PackDraft } from "@ginkgo/shared/api/pack.ts";
import { Alert, Button } from "antd";
import { Link } from "react-router";
import { shortTime } from "../../../ui/time.ts";
import { useDraft } from "./DraftContext.tsx";
import { placeOf, placeWords, problemWords } from "./problems.ts";

const shown = 8;

/** Every problem, each a link to the place where it is mended. */
export const ProblemList = () => {
  const { problems, content } = useDraft();
  if (problems.length === 0) return null;
  const line = (problem: (typeof problems)[number]) => {
    const place = placeOf(problem.path);
    const where = placeWords(problem.path, content);
    return (
      <li key={`${problem.path} ${problem.rule} ${problem.message}`}>
        {place ? <Link to={`?${place}`}>{where}</Link> : <strong>{where}</strong>}：{problemWords(problem)}
        {place ? null : <span className="muted">（要导出文件修改）</span>}
      </li>
    );
  };
  return (
    <Alert
      className="gap-below"
      type="error"
      showIcon
      title={`${problems.length} 处问题，改好后才能发布`}
      description={
        <>
          <ul className="rule-lines">{problems.slice(0, shown).map(line)}</ul>
          {problems.length > shown ? (
            <details>
              <summary>还有 {problems.length - shown} 处</summary>
              <ul className="rule-lines">{problems.slice(shown).map(line)}</ul>
            </details>
          ) : null}
        </>
      }
    />
  );
};

const staleWords = (other: PackDraft | null): string =>
  other
    ? `${other.editedBy.name} 在 ${shortTime(other.editedAt)} 改了草稿，您后来的改动没有保存。`
    : "草稿已被发布或删除，您后来的改动没有保存。";

/** Someone else was here: nothing is lost or overwritten before one has chosen. */
export const StaleAlert = ({ onReload }: { onReload: () => void }) => {
  const { saving, overwrite } = useDraft();
  if (saving.is !== "stale") return null;
  const { other } = saving;
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={staleWords(other)}
      action={
        <span className="stale-actions">
          <Button size="small" type="primary" onClick={onReload}>
            {other ? "载入对方的草稿" : "重新载入"}
          </Button>
          <Button size="small" danger onClick={() => void overwrite(other)}>
            {other ? "用我的覆盖" : "把我的存为新草稿"}
          </Button>
        </span>
      }
    />
  );
};

/** Another version was published since the draft was begun. */
export const OutdatedAlert = ({ current }: { current: number }) => {
  const { known, flush, mayEdit } = useDraft();
  if (!known?.outdated) return null;
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`草稿从第 ${known.basedOn} 版改来，现在运行的已是第 ${current} 版。请先看两版的不同，把需要的补进草稿，免得发布时盖掉。`}
      action={
        <span className="stale-actions">
          <Link to={`/rules/versions/compare?from=${known.basedOn}&to=${current}`}>看两版的不同</Link>
          {mayEdit ? (
            <Button size="small" onClick={() => void flush(current)}>
              已比对，以现行版本为准继续
            </Button>
          ) : null}
        </span>
      }
    />
  );
};
