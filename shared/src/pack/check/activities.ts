/** Kinds of activities: their states and steps are there, and what they ask of people is what the place and the law allow. */
import type { ActivityKind } from "../activities.ts";
import type { Pack } from "../schema.ts";
import { allSteps, statesOf } from "../states.ts";
import { choices, own, type Report } from "./problem.ts";

interface Checked {
  readonly pack: Pack;
  readonly path: string;
  readonly kind: ActivityKind;
  readonly report: Report;
}

const checkStates = ({ pack, path, kind, report }: Checked): void => {
  const workflow = own(pack.workflows, kind.workflow);
  if (!workflow) return;
  const known = [...statesOf(workflow).keys()];
  for (const list of ["open", "running", "finished"] as const)
    kind[list].forEach((state, i) => {
      if (!known.includes(state))
        report(
          `${path}.${list}[${i}]`,
          "activity-state",
          `流程“${kind.workflow}”没有“${state}”这个状态`,
          `改成：${choices(known)}`,
        );
    });
  kind.finished.forEach((state, i) => {
    if (kind.open.includes(state) || kind.running.includes(state))
      report(
        `${path}.finished[${i}]`,
        "activity-finished",
        `“${state}”既是进行中又是结束后的状态，到场情况无法核定`,
        "结束后的状态不要同时写在 open、running 里",
      );
  });
  const steps = allSteps(workflow);
  if (kind.results !== undefined && !steps.some(({ name }) => name === kind.results))
    report(
      `${path}.results`,
      "activity-step",
      `流程“${kind.workflow}”没有“${kind.results}”这个操作`,
      "改成上报成果的操作，或者去掉它",
    );
  for (const field of ["begins", "finishes"] as const) {
    const step = kind[field];
    if (step === undefined) continue;
    const found = steps.filter(({ name }) => name === step);
    if (found.length === 0)
      report(
        `${path}.${field}`,
        "activity-step",
        `流程“${kind.workflow}”没有“${step}”这个操作`,
        "改成已有的操作，或者去掉它",
      );
    else if (found.some(({ step: { form } }) => form.some(({ required }) => required)))
      report(
        `${path}.${field}`,
        "activity-step-asks",
        `“${step}”要填表，不能自动发生`,
        "去掉必填的字段，或者不让它自动发生",
      );
  }
};

const checkRecord = ({ pack, path, kind, report }: Checked): void => {
  if (kind.checkIn === "voluntary" && pack.participation.checkIn !== "voluntary")
    report(
      `${path}.checkIn`,
      "activity-check-in",
      `“${kind.label}”要签到，但这里没有开启自愿签到`,
      '把 participation.checkIn 写成 "voluntary"，或者 checkIn 写 "none"',
    );
  if (kind.position && kind.checkIn === "none")
    report(`${path}.position`, "activity-position", `“${kind.label}”不签到，也就没有位置可填`, "去掉 position");
  if (kind.hours === "record" && kind.checkIn === "none")
    report(
      `${path}.hours`,
      "activity-hours",
      `“${kind.label}”的时长由签到签退的记录得出，但它不签到`,
      'checkIn 写 "voluntary"，或者 hours 写 "none"',
    );
  if (kind.certificate && kind.hours === "none")
    report(`${path}.certificate`, "activity-certificate", `“${kind.label}”没有时长可证明`, "去掉 certificate");
};

export const checkActivities = (pack: Pack, report: Report): void => {
  for (const [id, kind] of Object.entries(pack.activities)) {
    const checked: Checked = { pack, path: `activities.${id}`, kind, report };
    checkStates(checked);
    checkRecord(checked);
    if (kind.signUp === "registered" && Object.keys(pack.registrations).length === 0)
      report(
        `activities.${id}.signUp`,
        "activity-registered",
        `“${kind.label}”只让报到的人报名，但这里没有报到`,
        '写上 registrations，或者 signUp 写 "anyone"',
      );
  }
};

/** Whether a metric adds up what checking in says of people: no assessment may be made of that. */
export const countsCheckIns = ({ activities }: Pack, { count }: Pack["metrics"][string]): boolean =>
  count.what === "matters" &&
  count.type === "activity" &&
  (count.sum === "minutes" || count.sum === "present") &&
  (count.kinds.length === 0 ? Object.keys(activities) : count.kinds).some(
    (kind) => own(activities, kind)?.checkIn === "voluntary",
  );
