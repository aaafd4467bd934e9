import { parentOf, stateAt, statesOf, workflowOfCategory } from "@ginkgo/shared/pack/states.ts";
import type { State } from "@ginkgo/shared/pack/workflow.ts";
import { Button } from "antd";
import { arrowsOf, start } from "../diagram/arrows.ts";
import { durationWords } from "../words/duration.ts";
import { allWords, type Naming } from "../words/who.ts";
import { Lines, Row, StepDetails, tellWords } from "./StepDetails.tsx";

interface StateDetailsProps {
  readonly naming: Naming;
  readonly workflowId: string;
  readonly path: string;
  readonly onOpen: (path: string) => void;
}

const ownLimits = ({ pack }: Naming, workflowId: string, path: string): string[] =>
  pack.categories
    .filter(({ id }) => workflowOfCategory(pack, id) === workflowId)
    .flatMap(({ label, limits }) => {
      const limit = limits[path];
      return limit ? [`${label}：${durationWords(limit, pack.calendar)}`] : [];
    });

const LimitRows = ({ state, naming, own }: { state: State; naming: Naming; own: readonly string[] }) => {
  const { limit } = state;
  if (!limit)
    return own.length > 0 ? (
      <Row label="类别时限">
        <Lines items={own} />
      </Row>
    ) : null;
  const { calendar } = naming.pack;
  const next = limit.triggers ? (state.on[limit.triggers]?.label ?? limit.triggers) : undefined;
  return (
    <>
      <Row label="时限">{durationWords(limit.within, calendar)}</Row>
      {own.length > 0 ? (
        <Row label="类别时限">
          <Lines items={own} />
        </Row>
      ) : null}
      {limit.warnBefore ? (
        <Row label="快到期时">
          剩 {durationWords(limit.warnBefore, calendar)}时提醒
          {limit.warn ? <Lines items={[tellWords(limit.warn, naming)]} /> : null}
        </Row>
      ) : null}
      <Row label="超时以后">
        <Lines
          items={[
            ...(limit.late ? [`告知${tellWords(limit.late, naming)}`] : []),
            ...(next ? [`自动执行“${next}”`] : []),
            ...(!limit.late && !next ? ["只记为超时，不另外告知"] : []),
          ]}
        />
      </Row>
    </>
  );
};

const Jump = ({ path, naming, onOpen }: Pick<StateDetailsProps, "path" | "naming" | "onOpen">) => (
  <Button type="link" size="small" className="rule-jump" onClick={() => onOpen(path)}>
    {stateAt(naming.workflow, path).label}
  </Button>
);

/** How the state hangs together with the others. */
const PlaceRows = ({ naming, path, onOpen }: Omit<StateDetailsProps, "workflowId">) => {
  const { workflow } = naming;
  const state = stateAt(workflow, path);
  const parent = parentOf(path);
  const inner = Object.keys(state.states ?? {}).map((name) => `${path}.${name}`);
  const sources = [
    ...new Set(arrowsOf(workflow).flatMap(({ from, to }) => (to === path && from !== start ? [from] : []))),
  ];
  const links = (paths: readonly string[]) =>
    paths.map((one) => <Jump key={one} path={one} naming={naming} onOpen={onOpen} />);
  const done = state.done ? (statesOf(workflow).get(state.done.target)?.state.label ?? state.done.target) : undefined;
  return (
    <>
      {parent ? <Row label="属于">{links([parent])}</Row> : null}
      {inner.length > 0 ? <Row label={state.parallel ? "同时进行" : "里面依次有"}>{links(inner)}</Row> : null}
      {done ? <Row label="里面都结束后">自动到“{done}”</Row> : null}
      {state.whenSubCasesEnd ? (
        <Row label="子件都结束后">自动执行“{state.on[state.whenSubCasesEnd]?.label ?? state.whenSubCasesEnd}”</Row>
      ) : null}
      {sources.length > 0 ? <Row label="从哪里来">{links(sources)}</Row> : null}
    </>
  );
};

export const StateDetails = ({ naming, workflowId, path, onOpen }: StateDetailsProps) => {
  const { workflow } = naming;
  const state = stateAt(workflow, path);
  const point = workflow.progress.find(({ id }) => id === state.progress)?.label;
  const steps = Object.entries(state.on);
  const common = state.final ? [] : Object.entries(workflow.on).filter(([name]) => !Object.hasOwn(state.on, name));
  return (
    <div className="rule-details">
      <dl>
        {state.waitsFor.length > 0 ? <Row label="轮到谁">{allWords(state.waitsFor, naming)}</Row> : null}
        {point ? <Row label="群众看到的进度">{point}</Row> : null}
        {state.final ? <Row label="结束">到这里就结束了</Row> : null}
        <LimitRows state={state} naming={naming} own={ownLimits(naming, workflowId, path)} />
        <PlaceRows naming={naming} path={path} onOpen={onOpen} />
      </dl>
      {steps.length > 0 ? <h3>在这里可以做什么（{steps.length}）</h3> : null}
      {steps.map(([name, step]) => (
        <StepDetails key={name} step={step} from={path} naming={naming} />
      ))}
      {common.length > 0 ? <h3>结束之前随时可以（{common.length}）</h3> : null}
      {common.map(([name, step]) => (
        <StepDetails key={name} step={step} from={undefined} naming={naming} />
      ))}
    </div>
  );
};
