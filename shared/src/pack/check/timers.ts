/** Timers: each is started by a step that asks for how long, and what it triggers is there wherever the case stands. */
import { choices, own } from "./problem.ts";
import { eachEffect, type WorkflowCheck, workflowPath } from "./walk.ts";

const checkStarts = (check: WorkflowCheck): Set<string> => {
  const { workflow, report } = check;
  const started = new Set<string>();
  for (const { path, effect, form } of eachEffect(check)) {
    if (effect.name !== "startTimer" && effect.name !== "stopTimer") continue;
    if (!own(workflow.timers, effect.timer)) {
      const mend = `改成已有的计时：${choices(Object.keys(workflow.timers))}`;
      report(`${path}.timer`, "timer-unknown", `没有“${effect.timer}”这个计时`, mend);
    }
    if (effect.name === "stopTimer") continue;
    started.add(effect.timer);
    const field = form.find(({ name }) => name === effect.field);
    if (field && !(field.kind === "number" && field.required && field.min > 0))
      report(`${path}.field`, "timer-days", `“${field.label}”不能当天数`, "换成必填、不小于 1 的数字");
  }
  return started;
};

export const checkTimers = (check: WorkflowCheck): void => {
  const { id, workflow, report } = check;
  const started = checkStarts(check);
  for (const [name, { label, triggers }] of Object.entries(workflow.timers)) {
    const path = `${workflowPath(id)}.timers.${name}`;
    if (!started.has(name)) report(path, "timer-idle", `没有操作启动计时“${label}”`, "加一个 startTimer，或者删掉它");
    const step = triggers === undefined ? undefined : own(workflow.on, triggers);
    if (triggers !== undefined && !step)
      report(
        `${path}.triggers`,
        "timer-trigger",
        `流程的 on 里没有“${triggers}”，到期时不知道做什么`,
        `改成：${choices(Object.keys(workflow.on))}`,
      );
    else if (step?.form.some(({ required }) => required))
      report(`${path}.triggers`, "timer-trigger", `“${step.label}”要填表，到期时没有人填`, "去掉必填，或换一个操作");
  }
};
