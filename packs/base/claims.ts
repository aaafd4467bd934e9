/**
 * What can be claimed and what a claim goes through. Two workflows for each kind: the life of the thing, and the life of one
 * claim on it.
 *
 *     workflows: {
 *       "need-open": claimable({ label: "微心愿", vetted: true }),
 *       "need-claim": claim({ label: "认领微心愿", days: 10, evidence: 1, rated: true }),
 *     },
 *     claimables: {
 *       wish: claimableKind({ label: "微心愿", list: "need", workflow: "need-open", claim: "need-claim", claimants: ["anyone"] }),
 *     },
 *
 * `claimableKind` names the states and steps that these two builders have, so that a place only says what is its own.
 */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { calendarLimit, workingLimit } from "./limits.ts";
import { day, type FieldInput, lead, photos, reason, reporter, words } from "./steps.ts";

type Who = TransitionInput["by"];
type KindInput = NonNullable<PackInput["claimables"]>[string];

const edit = { right: "claim.edit" } as const;
const dayOfHours = 24;

const ended = (label: string, tone: "done" | "stopped", on: StateInput["on"] = {}): StateInput => ({
  label,
  progress: "over",
  tone,
  final: true,
  on,
});

export interface ClaimableOptions {
  readonly label: string;
  readonly description?: string;
  /** A desk looks at it before it is opened. Otherwise it is open as soon as it is put up. */
  readonly vetted?: boolean;
  /** It begins as a draft that its owner sends in when it is ready (only with `vetted`). */
  readonly drafted?: boolean;
  /** Who may put it up; absent: everyone. */
  readonly starts?: Who;
  /** Working days for the desk to look at it. */
  readonly vetDays?: number;
  /** Days after which its owner is asked to look after one that is still open, or still being carried out. */
  readonly openDays?: number;
  /** Asked when it is put up, beside what every kind has. */
  readonly asks?: FieldInput[];
}

export const claimable = ({
  label,
  description = "",
  vetted = false,
  drafted = false,
  starts,
  vetDays = 2,
  openDays = 60,
  asks = [],
}: ClaimableOptions): WorkflowInput => {
  const withdraw: TransitionInput = {
    label: "撤回",
    target: "withdrawn",
    by: [reporter, edit],
    tone: "danger",
    confirm: "撤回后不能再认领，已经认领的会结束并收到通知。",
    form: [reason("撤回的原因", ["需求已经解决", "情况有变化", "信息有误，重新发布"])],
    effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
    tells: [{ to: [reporter], text: "“{title}”已撤回：{form.reason}" }],
  };
  const reopen: TransitionInput = {
    label: "重新开放",
    target: "open",
    by: vetted ? [edit] : [reporter, edit],
    form: [{ kind: "date", name: "until", label: "最后认领日（不填为不限）" }],
    effects: [
      { name: "clear", fact: "endedBecause" },
      { name: "count", fact: "reopened" },
    ],
    tells: [{ to: [reporter], text: "“{title}”已重新开放认领。" }],
  };
  const send: TransitionInput = {
    label: "提交审核",
    target: "vetting",
    by: [reporter],
    tone: "primary",
    tells: [{ to: [edit], text: "“{title}”已提交，请审核。" }],
  };
  const drop: TransitionInput = {
    label: "不发布了",
    target: "withdrawn",
    by: [reporter],
    confirm: "不再发布，确定吗？",
  };
  const vetting: Record<string, StateInput> = {
    vetting: {
      label: "待审核",
      progress: "put-up",
      tone: "waiting",
      waitsFor: [edit],
      limit: workingLimit(vetDays * day, { waits: [edit], what: "审核" }),
      on: {
        approve: {
          label: "审核通过",
          target: "open",
          by: [edit],
          tone: "primary",
          key: "y",
          bulk: true,
          effects: [{ name: "stamp", fact: "openedAt" }],
          tells: [{ to: [reporter], text: "“{title}”已通过审核，现在可以认领。" }],
        },
        sendBack: {
          label: "退回修改",
          target: "returned",
          by: [edit],
          form: [reason("需要改什么", ["请写清时间和地点", "请写清需要什么", "请去掉个人信息"])],
          tells: [{ to: [reporter], text: "“{title}”请修改后再提交：{form.reason}" }],
        },
        refuse: {
          label: "不予发布",
          target: "refused",
          by: [edit],
          tone: "danger",
          form: [reason("不予发布的原因", ["不在认领范围内，可以走诉求办理", "与已发布的重复", "内容不合适"])],
          effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
          tells: [{ to: [reporter], text: "“{title}”没有发布：{form.reason}" }],
        },
        withdraw: drop,
      },
    },
    returned: {
      label: "待修改",
      progress: "put-up",
      tone: "waiting",
      waitsFor: [reporter],
      limit: calendarLimit(14 * dayOfHours, { waits: [reporter], what: "修改后再提交", triggers: "withdraw" }),
      on: { send, withdraw: drop },
    },
    refused: ended("不予发布", "stopped"),
  };
  const draft: Record<string, StateInput> = {
    draft: {
      label: "草稿",
      progress: "put-up",
      tone: "waiting",
      waitsFor: [reporter],
      limit: calendarLimit(30 * dayOfHours, { waits: [reporter], what: "提交", triggers: "withdraw" }),
      on: { send, withdraw: drop },
    },
  };
  return {
    label,
    description,
    ...(starts ? { starts } : {}),
    intake: {
      form: asks,
      effects: asks.map(({ name }) => ({ name: "keep", field: name, fact: name }) as const),
    },
    progress: [
      { id: "put-up", label: "提出" },
      { id: "open", label: "开放认领" },
      { id: "under-way", label: "进行中" },
      { id: "over", label: "结束" },
    ],
    initial: vetted ? (drafted ? "draft" : "vetting") : "open",
    shows: [
      ...asks.map(({ name, label: words }) => ({ fact: name, label: words })),
      { fact: "endedBecause", label: "结束原因" },
    ],
    states: {
      ...(vetted && drafted ? draft : {}),
      ...(vetted ? vetting : {}),
      open: {
        label: "开放认领",
        progress: "open",
        tone: "waiting",
        waitsFor: [reporter],
        limit: calendarLimit(openDays * dayOfHours, { waits: [reporter], above: [edit], what: "认领完成" }),
        on: {
          close: {
            label: "不再接受认领",
            target: "closed",
            by: [reporter, edit],
            guards: [{ name: "atLeast", fact: "taken", min: 1 }],
            confirm: "已经认领的继续进行，不再接受新的认领。",
          },
          fulfil: {
            label: "全部完成",
            target: "fulfilled",
            by: [edit],
            guards: [{ name: "atLeast", fact: "carriedThrough", min: 1 }],
            tells: [{ to: [reporter], text: "“{title}”认领的都已完成。" }],
          },
          expire: {
            label: "截止认领",
            by: [edit],
            branches: [{ guards: [{ name: "atLeast", fact: "taken", min: 1 }], target: "closed" }],
            target: "expired",
            tells: [{ to: [reporter], text: "“{title}”已截止认领。" }],
          },
          withdraw,
        },
      },
      closed: {
        label: "已截止认领",
        progress: "under-way",
        tone: "working",
        waitsFor: [reporter],
        limit: calendarLimit(openDays * dayOfHours, { waits: [reporter], above: [edit], what: "完成" }),
        on: {
          fulfil: {
            label: "全部完成",
            target: "fulfilled",
            by: [reporter, edit],
            guards: [{ name: "atLeast", fact: "carriedThrough", min: 1 }],
            tone: "primary",
            tells: [{ to: [reporter], text: "“{title}”认领的都已完成。" }],
          },
          reopen,
          withdraw,
        },
      },
      fulfilled: ended("已完成", "done", { reopen }),
      expired: ended("到期无人认领", "stopped", { reopen }),
      withdrawn: ended("已撤回", "stopped", { reopen }),
    },
  };
};

export interface ClaimOptions {
  readonly label: string;
  readonly description?: string;
  /** Whoever put it up agrees to the claim first. */
  readonly agreed?: boolean;
  /** Days for carrying it out; a post or a facility is taken on for a year. */
  readonly days?: number;
  /** How many photographs are asked for when it has been done. */
  readonly evidence?: number;
  /** What else is asked when it has been done, such as how many were served; kept as facts of the same names. */
  readonly asks?: FieldInput[];
  /** Who does it: the claimant (a need), or whoever put it up (what a unit offers and a community claims). */
  readonly doneBy?: "claimant" | "owner";
  /** Who says that it was done: the other side, as a rule the one who needed it; or the desk. */
  readonly confirmedBy?: "other" | "desk";
  /** Both sides may rate each other afterwards. */
  readonly rated?: boolean;
}

/** Both see what the other said of them. */
const rating = (by: Who, to: Who, fact: string, label: string): TransitionInput => ({
  label,
  by,
  guards: [
    { name: "lacks", fact },
    { name: "within", fact: "confirmedAt", days: 30 },
  ],
  form: [{ kind: "stars", name: "stars", label: "评价", required: true }, words("说点什么")],
  effects: [{ name: "keep", field: "stars", fact }],
  tells: [{ to, text: "{actor}评价了“{title}”：{form.stars} {form.words}" }],
});

export const claim = ({
  label,
  description = "",
  agreed = false,
  days = 14,
  evidence = 0,
  asks = [],
  doneBy = "claimant",
  confirmedBy = "other",
  rated = true,
}: ClaimOptions): WorkflowInput => {
  const does = doneBy === "claimant" ? lead : reporter;
  const other = doneBy === "claimant" ? reporter : lead;
  const confirms: Who = confirmedBy === "desk" ? [edit] : [other];
  const confirmers: Who = confirmedBy === "desk" ? [edit] : [other, edit];
  const cancel = (text: string) => [
    { name: "keep", field: "reason", fact: "endedBecause" } as const,
    { name: "stamp", fact: text } as const,
  ];
  const withdraw: TransitionInput = {
    label: "退出认领",
    target: "withdrawn",
    by: [lead],
    tone: "danger",
    confirm: "退出后名额让给别人，确定退出吗？",
    form: [reason("退出的原因", ["时间冲突", "身体原因", "情况与说明不符"])],
    effects: cancel("withdrawnAt"),
    tells: [{ to: [reporter], text: "{actor}退出了对“{title}”的认领：{form.reason}" }],
  };
  const callOff: TransitionInput = {
    label: "撤销认领",
    target: "calledOff",
    by: [edit],
    seenBy: "everyone",
    confirm: "这个认领将结束，确定吗？",
    tells: [{ to: [lead], text: "您认领的“{title}”已被撤回，这次认领到此结束。谢谢您。" }],
  };
  const noShow: TransitionInput = {
    label: "没有来",
    target: "noShow",
    by: [reporter, edit],
    tone: "danger",
    confirm: "这个认领将结束，名额重新开放。",
    form: [reason("什么情况")],
    effects: cancel("noShowAt"),
    tells: [{ to: [lead], text: "您认领的“{title}”被记为没有来：{form.reason}。如有出入请联系社区。" }],
  };
  const note: TransitionInput = {
    label: "记录进展",
    by: [lead, reporter],
    form: [words("办到哪一步了", true), photos("照片")],
    tells: [{ to: [reporter, lead], text: "“{title}”有新进展：{form.words}" }],
  };
  const beginning = agreed ? "applied" : "underWay";
  const applied: Record<string, StateInput> = {
    applied: {
      label: "待同意",
      progress: "claimed",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(3 * day, { waits: [reporter], above: [edit], what: "同意认领" }),
      on: {
        agree: {
          label: "同意认领",
          target: "underWay",
          by: [reporter, edit],
          tone: "primary",
          key: "y",
          bulk: true,
          tells: [{ to: [lead], text: "您对“{title}”的认领已同意，请在 {due} 前完成。" }],
        },
        decline: {
          label: "不同意",
          target: "declined",
          by: [reporter, edit],
          tone: "danger",
          form: [reason("不同意的原因", ["时间不合适", "已经另有安排"])],
          effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
          tells: [{ to: [lead], text: "您对“{title}”的认领没有同意：{form.reason}" }],
        },
        withdraw,
        callOff,
      },
    },
  };
  return {
    label,
    description,
    progress: [
      { id: "claimed", label: "已认领" },
      { id: "under-way", label: "进行中" },
      { id: "delivered", label: "待确认" },
      { id: "over", label: "结束" },
    ],
    initial: beginning,
    shows: [
      { fact: "outcome", label: "完成情况" },
      ...asks.map(({ name, label: words }) => ({ fact: name, label: words })),
      ...(rated
        ? [
            { fact: "stars", label: "对认领人的评价" },
            { fact: "starsBack", label: "认领人的评价" },
          ]
        : []),
      { fact: "endedBecause", label: "结束原因" },
    ],
    states: {
      proposed: {
        label: "待接受",
        progress: "claimed",
        tone: "waiting",
        waitsFor: [lead],
        limit: workingLimit(2 * day, { waits: [lead], what: "接受", triggers: "lapse" }),
        on: {
          accept: {
            label: "接受",
            target: "underWay",
            by: [lead],
            tone: "primary",
            effects: [{ name: "stamp", fact: "acceptedAt" }],
            tells: [{ to: [reporter], text: "{actor}接受了“{title}”。" }],
          },
          decline: {
            label: "不接受",
            target: "declined",
            by: [lead],
            form: [reason("不接受的原因", ["时间冲突", "不擅长", "身体原因"])],
            effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
            tells: [{ to: [reporter, edit], text: "{actor}没有接受“{title}”：{form.reason}" }],
          },
          lapse: {
            label: "到期未答复",
            target: "lapsed",
            by: [edit],
            tells: [{ to: [lead, reporter], text: "“{title}”到期没有答复，名额已让给别人。" }],
          },
          callOff,
        },
      },
      ...(agreed ? applied : {}),
      underWay: {
        label: "进行中",
        progress: "under-way",
        tone: "working",
        waitsFor: [does],
        limit: calendarLimit(days * dayOfHours, { waits: [does], above: [edit], what: "完成" }),
        on: {
          deliver: {
            label: "已完成，请确认",
            target: "delivered",
            by: [does],
            tone: "primary",
            key: "c",
            form: [
              words("做了什么，结果如何", true),
              ...asks,
              photos(evidence > 0 ? `照片（至少 ${evidence} 张）` : "照片", evidence),
            ],
            effects: [
              { name: "stamp", fact: "deliveredAt" },
              { name: "judge", fact: "inTime" },
              { name: "keep", field: "words", fact: "outcome" },
              ...asks.map(({ name }) => ({ name: "keep", field: name, fact: name }) as const),
            ],
            tells: [{ to: confirms, text: "“{title}”已完成，请确认：{form.words}" }],
          },
          note,
          reconfirm: {
            label: "请对方再次确认",
            target: "proposed",
            by: [edit],
            tells: [{ to: [lead], text: "请确认还能承担“{title}”，{due} 前没有答复名额会让给别人。" }],
          },
          withdraw,
          noShow,
          callOff,
        },
      },
      delivered: {
        label: "待确认",
        progress: "delivered",
        tone: "waiting",
        waitsFor: confirms,
        limit: workingLimit(5 * day, { waits: confirms, above: [edit], what: "确认" }),
        on: {
          confirm: {
            label: "确认完成",
            target: "confirmed",
            by: confirmers,
            tone: "primary",
            key: "k",
            bulk: true,
            effects: [{ name: "stamp", fact: "confirmedAt" }],
            tells: [{ to: [does], text: "“{title}”已确认完成，谢谢您。" }],
          },
          sendBack: {
            label: "还没完成",
            target: "underWay",
            by: confirmers,
            form: [reason("还差什么")],
            effects: [{ name: "count", fact: "redone" }],
            tells: [{ to: [does], text: "“{title}”还没有完成：{form.reason}" }],
          },
          noShow,
          callOff,
        },
      },
      confirmed: ended(
        "已完成",
        "done",
        rated
          ? {
              rate: rating([reporter], [lead], "stars", "评价认领人"),
              rateBack: rating([lead], [reporter], "starsBack", "评价对方"),
            }
          : {},
      ),
      declined: ended("未接受", "stopped"),
      lapsed: ended("到期未答复", "stopped"),
      withdrawn: ended("已退出", "stopped"),
      noShow: ended("没有来", "stopped"),
      calledOff: ended("已被撤回", "stopped"),
    },
  };
};

/** A kind whose thing and claim go the workflows of `claimable` and `claim`. */
export const claimableKind = (kind: Omit<KindInput, "open">): KindInput => ({
  open: ["open"],
  expires: "expire",
  fulfilled: "fulfil",
  calledOff: "callOff",
  proposed: "proposed",
  ...kind,
});
