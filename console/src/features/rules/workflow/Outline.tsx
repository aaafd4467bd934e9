/** The workflow in words: the same as the diagram, for screen readers, phones and paper. */
import { parentOf, statesOf } from "@ginkgo/shared/pack/states.ts";
import type { Transition } from "@ginkgo/shared/pack/workflow.ts";
import { Button } from "antd";
import { StateTag } from "../../../ui/StateTag.tsx";
import { durationWords } from "../words/duration.ts";
import { allWords, type Naming } from "../words/who.ts";
import { goesTo } from "../words.ts";
import { type Mark, StateMark } from "./StateMark.tsx";
import { tellWords } from "./StepDetails.tsx";
import { toneOf, toneWords } from "./tone.tsx";

interface OutlineProps {
  readonly naming: Naming;
  readonly marks?: ReadonlyMap<string, Mark>;
  readonly onOpen: (path: string) => void;
}

const StepLine = ({ step, from, naming }: { step: Transition; from: string | undefined; naming: Naming }) => (
  <li>
    <strong>{step.label}</strong>
    <span className="muted">（{allWords(step.by, naming)}）</span>
    {goesTo(step, from, { ...naming, form: step.form }).join("；")}
  </li>
);

const StateItem = ({ path, ...props }: OutlineProps & { path: string }) => {
  const { naming, marks, onOpen } = props;
  const { workflow, pack } = naming;
  const state = statesOf(workflow).get(path)?.state;
  if (!state) return null;
  const mark = marks?.get(path);
  const tone = toneOf(workflow, path);
  const facts = [
    state.final ? "结束状态" : "",
    state.waitsFor.length > 0 ? `轮到${allWords(state.waitsFor, naming)}` : "",
    state.limit ? `时限 ${durationWords(state.limit.within, pack.calendar)}` : "",
    state.parallel ? "以下各部分同时进行" : "",
  ].filter(Boolean);
  return (
    <li className="outline-state" data-state={path}>
      <div className="outline-head">
        <Button type="link" className="rule-jump outline-name" onClick={() => onOpen(path)}>
          {state.label}
        </Button>
        <StateTag label={toneWords(tone)} tone={tone} />
        {mark ? <StateMark mark={mark} /> : null}
      </div>
      {facts.length > 0 ? <div className="muted small">{facts.join(" · ")}</div> : null}
      {Object.keys(state.on).length > 0 ? (
        <ul className="outline-steps">
          {Object.entries(state.on).map(([name, step]) => (
            <StepLine key={name} step={step} from={path} naming={naming} />
          ))}
        </ul>
      ) : null}
      {state.states ? <States level={path} {...props} /> : null}
    </li>
  );
};

const States = ({ level, ...props }: OutlineProps & { level: string | undefined }) => (
  <ol className="outline plain-list">
    {[...statesOf(props.naming.workflow).keys()]
      .filter((path) => parentOf(path) === level)
      .map((path) => (
        <StateItem key={path} path={path} {...props} />
      ))}
  </ol>
);

/** Limits that no state has. */
const Timers = ({ naming }: { naming: Naming }) => {
  const { workflow, pack } = naming;
  return Object.entries(workflow.timers).map(([name, { label, warnBefore, warn, late, triggers }]) => (
    <section key={name} className="section">
      <h2>另外计时：{label}</h2>
      <ul className="outline-steps">
        {warnBefore ? <li>剩 {durationWords(warnBefore, pack.calendar)}时提醒</li> : null}
        {warn ? <li>提醒{tellWords(warn, naming)}</li> : null}
        {late ? <li>超时告知{tellWords(late, naming)}</li> : null}
        {triggers ? <li>超时自动执行“{workflow.on[triggers]?.label ?? triggers}”</li> : null}
      </ul>
    </section>
  ));
};

export const Outline = (props: OutlineProps) => {
  const { workflow } = props.naming;
  const common = Object.entries(workflow.on);
  return (
    <div className="outline-all">
      <States level={undefined} {...props} />
      {common.length > 0 ? (
        <section className="section">
          <h2>结束之前随时可以</h2>
          <ul className="outline-steps">
            {common.map(([name, step]) => (
              <StepLine key={name} step={step} from={undefined} naming={props.naming} />
            ))}
          </ul>
        </section>
      ) : null}
      <Timers naming={props.naming} />
    </div>
  );
};
