import { useSearchParams } from "react-router";
import { useDraft } from "./DraftContext.tsx";
import { bagOf, isUnder, type Path, pathText } from "./paths.ts";
import { StepEdit } from "./StepEdit.tsx";

interface StepsEditProps {
  readonly path: Path;
  readonly workflow: string;
  readonly title: string;
}

export const StepsEdit = ({ path, workflow, title }: StepsEditProps) => {
  const { get } = useDraft();
  const at = useSearchParams()[0].get("at") ?? "";
  const names = Object.keys(bagOf(get(path)));
  if (names.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {names.map((name) => {
        const step: Path = [...path, name];
        return <StepEdit key={name} path={step} workflow={workflow} open={at !== "" && isUnder(at, pathText(step))} />;
      })}
    </section>
  );
};
