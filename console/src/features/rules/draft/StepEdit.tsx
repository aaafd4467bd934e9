import type { By } from "@ginkgo/shared/pack/workflow.ts";
import { Badge } from "antd";
import { allWords } from "../words/who.ts";
import { useDraft, useProblemsUnder } from "./DraftContext.tsx";
import { ProblemLines, TextEdit } from "./Fields.tsx";
import { FormEdit } from "./FormEdit.tsx";
import { bagOf, isUnder, listOf, type Path, pathText, textOf } from "./paths.ts";

/** What is edited here has its problems at its field. */
const fields = ["label", "confirm", "form", "tells"];

const Others = ({ path }: { path: Path }) => {
  const problems = useProblemsUnder(path);
  const edited = fields.map((field) => pathText([...path, field]));
  const paths = [...new Set(problems.map((one) => one.path))].filter(
    (one) => !edited.some((above) => isUnder(one, above)),
  );
  return paths.length > 0 ? <ProblemLines path={path} /> : null;
};

const whoHears = (to: unknown, naming: Parameters<typeof allWords>[1]): string =>
  allWords(listOf(to).filter((by) => Object.keys(bagOf(by)).length === 1) as By[], naming);

/** One step: its words, what it asks for, what is told. Open when a problem led here. */
export const StepEdit = ({ path, workflow, open }: { path: Path; workflow: string; open: boolean }) => {
  const { get, pack } = useDraft();
  const step = bagOf(get(path));
  const problems = useProblemsUnder(path);
  const form = listOf(step.form);
  const named = pack.workflows[workflow];
  return (
    <details className="draft-step" data-path={pathText(path)} open={open}>
      <summary>
        <strong>{textOf(step.label) || "（没有名称）"}</strong>
        <span className="muted small"> {form.length > 0 ? `${form.length} 个填写项` : "不用填写"} </span>
        <Badge count={problems.length} size="small" />
      </summary>
      <Others path={path} />
      <TextEdit path={[...path, "label"]} label="按钮名称" maxLength={30} />
      <TextEdit path={[...path, "confirm"]} label="操作前再问一句" help="留空就不问" maxLength={200} optional />
      <h4>要填写的内容</h4>
      <FormEdit path={[...path, "form"]} />
      {listOf(step.tells).map((tell, i) => (
        <TextEdit
          // A telling has nothing else to be known by.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={i}
          path={[...path, "tells", i, "text"]}
          label={`告知${named ? whoHears(bagOf(tell).to, { pack, workflow: named }) : ""}`}
          help={i === 0 ? "可以用 {title} {place} {actor} {due} {no} 和 {form.填写项}" : undefined}
          multiline
          maxLength={300}
        />
      ))}
    </details>
  );
};
