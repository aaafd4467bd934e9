/**
 * Activities that people sign up for: volunteer work, courses, talks, events. One workflow builder for their life and one for
 * the kinds, which knows the states and steps of that life, so that a place only says what is its own.
 *
 *     workflows: { activity: activity({ label: "志愿活动" }), class: activity({ label: "课程讲座", resultDays: 3 }) },
 *     participation: { checkIn: "voluntary" },
 *     activities: {
 *       service: activityKind({ label: "志愿服务", form: "service", workflow: "activity", checkIn: "voluntary", hours: "record",
 *         certificate: true, skills: true, limits: true }),
 *       course: activityKind({ label: "课程", form: "course", workflow: "class", joinLate: true }),
 *     },
 */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { calendarLimit, workingLimit } from "./limits.ts";
import { day, type FieldInput, photos, reason, reporter, words } from "./steps.ts";

type Who = TransitionInput["by"];
type KindInput = NonNullable<PackInput["activities"]>[string];

const edit = { right: "activity.edit" } as const;
/** Whoever speaks for a team or a unit organises in its name. */
const speaks = { right: "case.lead" } as const;
const organisers: Who = [reporter, edit];
const hoursOfDay = 24;

const ended = (label: string, tone: "done" | "stopped", on: StateInput["on"] = {}): StateInput => ({
  label,
  progress: "over",
  tone,
  final: true,
  on,
});

export interface ActivityOptions {
  readonly label: string;
  readonly description?: string;
  /** Who may organise one; absent: desks, and those who speak for a team or unit. */
  readonly starts?: Who;
  /** Working days for the desk to look at what a team or unit sends in. */
  readonly vetDays?: number;
  /** Days after which the organiser is asked about one that still recruits. */
  readonly openDays?: number;
  /** Working days for reporting results. */
  readonly resultDays?: number;
  /** Days from the report until it ends by itself: as long as the hours lie open. */
  readonly closeDays?: number;
  /** Asked when it is organised, and when results are reported, beside what every activity has. */
  readonly asks?: FieldInput[];
  readonly resultAsks?: FieldInput[];
}

export const activity = ({
  label,
  description = "",
  starts = [edit, speaks],
  vetDays = 2,
  openDays = 60,
  resultDays = 5,
  closeDays = 7,
  asks = [],
  resultAsks = [],
}: ActivityOptions): WorkflowInput => {
  const drop: TransitionInput = { label: "不办了", target: "dropped", by: [reporter], confirm: "不再发布，确定吗？" };
  const publish: TransitionInput = {
    label: "发布招募",
    target: "recruiting",
    by: [edit],
    tone: "primary",
    effects: [{ name: "stamp", fact: "openedAt" }],
  };
  const cancel: TransitionInput = {
    label: "取消活动",
    target: "cancelled",
    by: organisers,
    tone: "danger",
    confirm: "取消后所有报名的人都会收到通知，不能恢复。",
    form: [reason("取消的原因", ["天气原因", "报名人数太少", "场地有变化", "与其他工作冲突"])],
    effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
  };
  const begin: TransitionInput = { label: "开始活动", target: "underWay", by: organisers, seenBy: "staff" };
  const finish: TransitionInput = {
    label: "结束活动",
    target: "finished",
    by: organisers,
    tone: "primary",
    confirm: "结束后不能再签到签退，时长按已有的记录核定。",
    effects: [{ name: "stamp", fact: "finishedAt" }],
    tells: [{ to: [reporter], text: "“{title}”已结束，请在 {due} 前上报成果。" }],
  };
  const report: TransitionInput = {
    label: "上报成果",
    target: "reported",
    by: organisers,
    tone: "primary",
    form: [
      words("做了什么、效果怎样", true),
      ...resultAsks,
      photos("现场照片"),
      {
        kind: "yes-no",
        name: "photosPublic",
        label: "照片能不能公开",
        help: "公开前要征得照片中每个人的同意；不公开时只有参加的人和工作人员看得到。",
        required: true,
        yes: "都同意公开",
        no: "不公开",
      },
    ],
    effects: [
      { name: "stamp", fact: "reportedAt" },
      { name: "keep", field: "photosPublic", fact: "photosPublic" },
      ...resultAsks.map(({ name }) => ({ name: "keep" as const, field: name, fact: name })),
    ],
    tells: [{ to: [edit], text: "“{title}”上报了成果：{form.words}" }],
  };
  const recruiting = (name: string, more: StateInput["on"]): StateInput => ({
    label: name,
    progress: "recruiting",
    tone: "working",
    waitsFor: [reporter],
    limit: calendarLimit(openDays * hoursOfDay, { waits: [reporter], above: [edit], what: "结束活动或者取消" }),
    on: { ...more, begin, finish: { ...finish, tone: "default" }, cancel },
  });
  return {
    label,
    description,
    starts,
    progress: [
      { id: "prepared", label: "筹备" },
      { id: "recruiting", label: "招募" },
      { id: "running", label: "进行" },
      { id: "results", label: "成果" },
      { id: "over", label: "结束" },
    ],
    intake: { form: asks, effects: asks.map(({ name }) => ({ name: "keep" as const, field: name, fact: name })) },
    shows: [
      ...asks.map((field) => ({ fact: field.name, label: field.label })),
      { fact: "endedBecause", label: "原因" },
    ],
    initial: "draft",
    states: {
      draft: {
        label: "筹备中",
        progress: "prepared",
        tone: "waiting",
        waitsFor: [reporter],
        limit: calendarLimit(30 * hoursOfDay, { waits: [reporter], what: "发布", triggers: "drop" }),
        on: {
          publish,
          send: {
            label: "提交审核",
            target: "vetting",
            by: [reporter],
            tone: "primary",
            tells: [{ to: [edit], text: "“{title}”已提交，请审核。" }],
          },
          drop,
        },
      },
      vetting: {
        label: "待审核",
        progress: "prepared",
        tone: "waiting",
        waitsFor: [edit],
        limit: workingLimit(vetDays * day, { waits: [edit], what: "审核" }),
        on: {
          approve: {
            ...publish,
            label: "审核通过，发布招募",
            key: "y",
            tells: [{ to: [reporter], text: "“{title}”已通过审核，开始招募。" }],
          },
          sendBack: {
            label: "退回修改",
            target: "draft",
            by: [edit],
            form: [reason("需要改什么", ["请写清时间和地点", "请写清保险", "名额太多，请分场次"])],
            tells: [{ to: [reporter], text: "“{title}”请修改后再提交：{form.reason}" }],
          },
          refuse: {
            label: "不予发布",
            target: "refused",
            by: [edit],
            tone: "danger",
            form: [reason("不予发布的原因", ["与已有活动重复", "安全没有保障", "不属于志愿服务"])],
            effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
            tells: [{ to: [reporter], text: "“{title}”没有发布：{form.reason}" }],
          },
          drop,
        },
      },
      recruiting: recruiting("招募中", {
        close: { label: "报名截止", target: "closed", by: organisers },
      }),
      closed: recruiting("报名截止", {
        reopen: { label: "继续招募", target: "recruiting", by: organisers },
      }),
      underWay: {
        label: "进行中",
        progress: "running",
        tone: "working",
        waitsFor: [reporter],
        limit: calendarLimit(openDays * hoursOfDay, { waits: [reporter], above: [edit], what: "结束活动" }),
        on: { finish, cancel },
      },
      finished: {
        label: "待报成果",
        progress: "results",
        tone: "waiting",
        waitsFor: [reporter],
        limit: workingLimit(resultDays * day, { waits: [reporter], above: [edit], what: "上报成果" }),
        on: { report },
      },
      reported: {
        label: "成果已报",
        progress: "results",
        tone: "working",
        waitsFor: [edit],
        limit: calendarLimit(closeDays * hoursOfDay, { waits: [edit], what: "办结", triggers: "settle" }),
        on: {
          settle: { label: "办结", target: "ended", by: [edit], tone: "primary" },
          report: { ...report, label: "补充成果", target: undefined, tone: "default" },
        },
      },
      ended: ended("已结束", "done"),
      cancelled: ended("已取消", "stopped"),
      refused: ended("不予发布", "stopped"),
      dropped: ended("没有发布", "stopped"),
    },
  };
};

/** What a kind leaves to be said once its states and steps are those of `activity`. */
export type ActivityKindOptions = Omit<
  KindInput,
  "open" | "running" | "finished" | "begins" | "finishes" | "results"
> & {
  /** One may still sign up once it has begun: a course of many evenings. */
  readonly joinLate?: boolean;
};

export const activityKind = ({ joinLate = false, ...kind }: ActivityKindOptions): KindInput => ({
  ...kind,
  open: joinLate ? ["recruiting", "underWay"] : ["recruiting"],
  running: ["recruiting", "closed", "underWay"],
  finished: ["finished", "reported", "ended"],
  begins: "begin",
  finishes: "finish",
  results: "report",
});

const recorded = { checkIn: "voluntary", position: true, hours: "record", certificate: true } as const;

export interface UsualActivities {
  readonly workflow?: string;
  /** Whether people may check in of their own will: hours come of nothing else. Needs `participation.checkIn`. */
  readonly checkIn?: boolean;
}

/** The kinds most places have; a place changes the words, leaves some out, adds its own. */
export const usualActivities = ({
  workflow = "activity",
  checkIn = true,
}: UsualActivities = {}): NonNullable<PackInput["activities"]> => ({
  service: activityKind({
    label: "志愿服务",
    description: "为社区、邻里做一件具体的事，自愿签到，按签到签退记录时长。",
    form: "service",
    workflow,
    ...(checkIn ? recorded : {}),
    skills: true,
    limits: true,
    joinLate: true,
  }),
  outdoor: activityKind({
    label: "户外与应急服务",
    description: "巡河、登高、防汛、交通疏导等有风险的服务，报名前要看过保险说明。",
    form: "service",
    workflow,
    ...(checkIn ? recorded : {}),
    risky: true,
    skills: true,
    limits: true,
    joinLate: true,
  }),
  course: activityKind({
    label: "课程培训",
    description: "一期几次课，报一次名可以选场次。",
    form: "course",
    workflow,
    skills: true,
    limits: true,
    joinLate: true,
  }),
  talk: activityKind({ label: "宣讲讲座", description: "一次讲一件事，来听就行。", form: "talk", workflow }),
  event: activityKind({
    label: "文体活动",
    description: "邻里一起办的节日、比赛、演出。",
    form: "event",
    workflow,
    limits: true,
  }),
});
