/**
 * Residents order, the community dispatches, a team accepts, residents rate (点单、派单、接单、评单). Written once here; a
 * place takes it as it is or changes parts of it.
 */
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Transition, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import type { z } from "zod";

type FieldInput = z.input<typeof Field>;
type TransitionInput = z.input<typeof Transition>;

const reporter = { party: "reporter" } as const;
const handler = { party: "handler" } as const;
const offered = { party: "offered" } as const;
const vet = { right: "case.vet" } as const;
const dispatch = { right: "case.dispatch" } as const;
const place = { right: "case.place" } as const;
const supervise = { right: "case.supervise" } as const;
const followUp = { right: "case.followUp" } as const;

/** One working day of the office calendar. */
const day = 7.5;

const reason = (label: string, suggestions?: string[]): FieldInput => ({
  kind: "text",
  name: "reason",
  label,
  required: true,
  multiline: true,
  maxLength: 500,
  suggestions,
});
const words = (label: string, required = false): FieldInput => ({
  kind: "text",
  name: "words",
  label,
  required,
  multiline: true,
  maxLength: 1000,
});
const photos = (label: string, min = 0): FieldInput => ({
  kind: "photos",
  name: "photos",
  label,
  required: min > 0,
  min,
  max: 9,
});

const bodyTiers = ["team", "grid", "property", "unit", "department", "village"];

const note: TransitionInput = {
  label: "内部备注",
  by: [vet, dispatch, handler, supervise],
  form: [words("备注（居民看不到）", true)],
  seenBy: "staff",
};

const withdraw: TransitionInput = {
  label: "撤回诉求",
  target: "withdrawn",
  by: [reporter],
  confirm: "撤回后不再办理，确定撤回吗？",
  tone: "danger",
  effects: [{ name: "stamp", fact: "closedAt" }],
};

const refuse: TransitionInput = {
  label: "不予受理",
  target: "refused",
  by: [vet],
  tone: "danger",
  key: "x",
  form: [
    {
      kind: "choice",
      name: "why",
      label: "原因",
      required: true,
      options: [
        { value: "emergency", label: "应拨打 110、119、120 等紧急电话" },
        { value: "legal", label: "应通过诉讼、仲裁、信访等法定途径" },
        { value: "repeated", label: "重复反映且没有新情况" },
        { value: "privacy", label: "涉及国家秘密、商业秘密或个人隐私" },
        { value: "remit", label: "不属于社区职责范围" },
        { value: "unlawful", label: "违反法律法规或公序良俗" },
      ],
    },
    reason("向居民说明理由，并告知可以去哪里办", ["建议拨打 12345 热线咨询。", "请携带材料到县政务服务中心办理。"]),
  ],
  effects: [{ name: "stamp", fact: "closedAt" }],
  tells: [{ to: [reporter], text: "您的诉求“{title}”未予受理：{form.reason}" }],
};

const ask = (target: string, by: TransitionInput["by"]): TransitionInput => ({
  label: "请居民补充",
  target,
  by,
  form: [words("需要居民补充什么", true)],
  effects: [{ name: "pauseClock" }],
  tells: [{ to: [reporter], text: "关于“{title}”，请您补充：{form.words}" }],
});

const answer = (target: string, tell: TransitionInput["by"]): TransitionInput => ({
  label: "补充说明",
  target,
  by: [reporter],
  tone: "primary",
  form: [words("补充内容", true), photos("补充照片")],
  effects: [{ name: "resumeClock" }],
  tells: [{ to: tell, text: "居民已补充“{title}”：{form.words}" }],
});

const noAnswer = (target: string, by: TransitionInput["by"]): TransitionInput => ({
  label: "不再等待，继续办理",
  target,
  by,
  effects: [{ name: "resumeClock" }],
});

const handOver: TransitionInput = { label: "派单", target: "assigned", by: [dispatch], tone: "primary" };
const offerTold: TransitionInput["tells"] = [
  { to: [offered], text: "有新的派单：{title}（{place}），请在 {due} 前接单。" },
  { to: [reporter], text: "您的诉求“{title}”已派出，等待接单。" },
];

const dispatchSteps: Record<string, TransitionInput> = {
  dispatch: {
    ...handOver,
    key: "d",
    bulk: true,
    form: [
      { kind: "assignees", name: "to", label: "派给", required: true, tiers: bodyTiers },
      { kind: "text", name: "hint", label: "交代", maxLength: 300, multiline: true },
    ],
    effects: [{ name: "offer", mode: "assign", field: "to" }],
    tells: offerTold,
  },
  offerToSome: {
    ...handOver,
    label: "抢单",
    tone: "default",
    key: "g",
    form: [{ kind: "assignees", name: "to", label: "可以抢单的队伍", required: true, many: true, tiers: bodyTiers }],
    effects: [{ name: "offer", mode: "grab", field: "to" }],
    tells: offerTold,
  },
  openToAll: {
    ...handOver,
    label: "全员可接",
    tone: "default",
    key: "o",
    confirm: "本社区所有队伍和网格员都会收到，确定发布吗？",
    effects: [{ name: "offer", mode: "open" }],
    tells: offerTold,
  },
};

const rate: TransitionInput = {
  label: "评价",
  by: [reporter],
  tone: "primary",
  form: [
    { kind: "yes-no", name: "solved", label: "问题解决了吗", required: true, yes: "已解决", no: "没有解决" },
    { kind: "stars", name: "stars", label: "满意程度", required: true },
    words("想说的话"),
    photos("照片"),
  ],
  effects: [
    { name: "keep", field: "stars", fact: "stars" },
    { name: "keep", field: "solved", fact: "solved" },
  ],
};

const call: TransitionInput = {
  label: "电话回访",
  by: [followUp],
  key: "f",
  form: [
    {
      kind: "choice",
      name: "reached",
      label: "接通情况",
      required: true,
      options: [
        { value: "yes", label: "已接通" },
        { value: "no", label: "未接通" },
        { value: "refused", label: "不愿接受回访" },
      ],
    },
    { kind: "yes-no", name: "solved", label: "居民认为解决了吗", required: false, yes: "已解决", no: "没有解决" },
    words("回访记录", true),
  ],
  effects: [{ name: "count", fact: "followUps" }],
  seenBy: "staff",
};

export const orderWorkflow: WorkflowInput = {
  label: "点单 · 派单 · 接单 · 评单",
  progress: [
    { id: "submitted", label: "已提交" },
    { id: "accepted", label: "已受理" },
    { id: "dispatched", label: "已派单" },
    { id: "handling", label: "办理中" },
    { id: "done", label: "已办结" },
    { id: "rated", label: "已评价" },
  ],
  initial: "vetting",
  initialUnplaced: "placing",
  states: {
    placing: {
      label: "待分到社区",
      progress: "submitted",
      tone: "waiting",
      waitsFor: [place],
      limit: {
        within: { workingHours: 4 },
        warnBefore: { workingHours: 1 },
        warn: { to: [place], text: "“{title}”还没有分到社区，请在 {due} 前处理。" },
        late: { to: [place], text: "“{title}”未按时分到社区，请立即处理。" },
      },
      on: {
        place: {
          label: "分到社区",
          target: "vetting",
          by: [place],
          tone: "primary",
          key: "d",
          bulk: true,
          form: [
            { kind: "node", name: "to", label: "属于哪个社区（村）", required: true, tiers: ["community", "village"] },
          ],
          effects: [{ name: "relocate", field: "to" }],
          tells: [
            { to: [vet], text: "新诉求：{title}（{place}），请审核。" },
            { to: [reporter], text: "您的诉求“{title}”已转到{place}。" },
          ],
        },
        refuse: { ...refuse, by: [place] },
        withdraw,
      },
    },
    vetting: {
      label: "待审核",
      progress: "submitted",
      tone: "waiting",
      waitsFor: [vet],
      limit: {
        within: { workingHours: 2 },
        warnBefore: { workingHours: 0.5 },
        warn: { to: [vet], text: "“{title}”等待审核，请在 {due} 前处理。" },
        late: { to: [vet, supervise], text: "“{title}”超过时限还没有审核。" },
      },
      on: {
        accept: {
          label: "受理",
          target: "dispatching",
          by: [vet],
          tone: "primary",
          key: "a",
          bulk: true,
          form: [{ kind: "category", name: "category", label: "类别（需要更正时选择）" }],
          effects: [{ name: "recategorise", field: "category" }],
          tells: [{ to: [reporter], text: "您的诉求“{title}”已受理，正在安排人员。" }],
        },
        refuse,
        merge: {
          label: "并入已有诉求",
          target: "merged",
          by: [vet],
          key: "m",
          form: [
            { kind: "case", name: "into", label: "并入哪一件", required: true },
            { kind: "text", name: "reason", label: "说明", maxLength: 300 },
          ],
          effects: [
            { name: "merge", field: "into" },
            { name: "stamp", fact: "closedAt" },
          ],
          tells: [{ to: [reporter], text: "您的诉求“{title}”与邻居反映的是同一件事，已合并办理，每一步都会通知您。" }],
        },
        ask: ask("askedByDesk", [vet]),
        passOn: {
          label: "不属本社区",
          target: "placing",
          by: [vet],
          form: [reason("为什么不属于本社区，应当由谁负责")],
          tells: [{ to: [place], text: "{actor}认为“{title}”不属本社区：{form.reason}" }],
        },
        note,
        withdraw,
      },
    },
    askedByDesk: {
      label: "待居民补充",
      progress: "submitted",
      tone: "waiting",
      waitsFor: [reporter],
      limit: {
        within: { workingHours: 3 * day },
        warnBefore: { workingHours: day },
        warn: { to: [reporter], text: "社区在等您补充“{title}”的情况，请在 {due} 前补充。" },
        triggers: "noAnswer",
      },
      on: { answer: answer("vetting", [vet]), noAnswer: noAnswer("vetting", [vet]), note, withdraw },
    },
    dispatching: {
      label: "待派单",
      progress: "accepted",
      tone: "waiting",
      waitsFor: [dispatch],
      limit: {
        within: { workingHours: 4 },
        warnBefore: { workingHours: 1 },
        warn: { to: [dispatch], text: "“{title}”等待派单，请在 {due} 前派出。" },
        late: { to: [dispatch, supervise], text: "“{title}”超过时限还没有派单。" },
      },
      on: { ...dispatchSteps, refuse: { ...refuse, by: [dispatch] }, note, withdraw },
    },
    assigned: {
      label: "待接单",
      progress: "dispatched",
      tone: "waiting",
      waitsFor: [offered],
      limit: {
        within: { workingHours: 4 },
        warnBefore: { workingHours: 1 },
        warn: { to: [offered], text: "“{title}”还没有接单，请在 {due} 前接单或退单。" },
        late: { to: [offered, dispatch], text: "“{title}”超过时限没有人接单，请社区转派。" },
      },
      on: {
        take: {
          label: "接单",
          target: "handling",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }],
          tells: [
            { to: [reporter], text: "{actor}已接单，正在办理“{title}”，{due} 前办结。" },
            { to: [dispatch], text: "{actor}已接单：{title}" },
          ],
        },
        return: {
          label: "退单",
          target: "dispatching",
          by: [offered],
          tone: "danger",
          guards: [{ name: "mode", anyOf: ["assign"] }],
          form: [reason("为什么不能办，应当由谁办", ["不在我队服务范围", "需要专业资质", "人手已满，请改派其他队伍"])],
          effects: [{ name: "release" }, { name: "count", fact: "returns" }],
          tells: [{ to: [dispatch], text: "{actor}退回“{title}”：{form.reason}" }],
        },
        recall: {
          label: "撤回派单",
          target: "dispatching",
          by: [dispatch],
          form: [{ kind: "text", name: "reason", label: "原因", maxLength: 300 }],
          effects: [{ name: "release" }],
          tells: [{ to: [offered], text: "“{title}”的派单已撤回。" }],
        },
        note,
        withdraw,
      },
    },
    handling: {
      label: "办理中",
      progress: "handling",
      tone: "working",
      waitsFor: [handler],
      limit: {
        within: { workingHours: 5 * day },
        warnBefore: { workingHours: day },
        warn: { to: [handler], text: "“{title}”即将到期，请在 {due} 前办结；来不及可以申请延期。" },
        late: { to: [handler, dispatch, supervise], text: "“{title}”已超过办理时限，请督促办理。" },
      },
      on: {
        complete: {
          label: "办结",
          target: "rating",
          by: [handler],
          tone: "primary",
          key: "c",
          form: [words("怎么办的，结果如何", true), photos("办理照片（至少 1 张）", 1)],
          effects: [
            { name: "stamp", fact: "completedAt" },
            { name: "clear", fact: "extensionDays" },
          ],
          tells: [{ to: [reporter], text: "“{title}”已办结：{form.words} 请您评价。" }],
        },
        report: {
          label: "记录进展",
          by: [handler],
          form: [words("办到哪一步了", true), photos("照片")],
          tells: [{ to: [reporter], text: "“{title}”有新进展：{form.words}" }],
        },
        join: {
          label: "一起办",
          by: [offered],
          guards: [{ name: "mode", anyOf: ["open"] }],
          effects: [{ name: "take" }],
          tells: [{ to: [handler], text: "{actor}来一起办“{title}”。" }],
        },
        ask: ask("askedByHandler", [handler]),
        requestExtension: {
          label: "申请延期",
          by: [handler],
          guards: [{ name: "lacks", fact: "extensionDays" }],
          form: [
            { kind: "number", name: "days", label: "需要延长", unit: "个工作日", required: true, min: 1, max: 15 },
            reason("为什么需要延期"),
          ],
          effects: [{ name: "keep", field: "days", fact: "extensionDays" }],
          tells: [{ to: [dispatch], text: "{actor}申请将“{title}”延期 {form.days} 个工作日：{form.reason}" }],
        },
        approveExtension: {
          label: "同意延期",
          by: [dispatch, supervise],
          tone: "primary",
          guards: [{ name: "has", fact: "extensionDays" }],
          effects: [
            { name: "extendClock", fact: "extensionDays" },
            { name: "clear", fact: "extensionDays" },
            { name: "count", fact: "extensions" },
          ],
          tells: [{ to: [handler, reporter], text: "“{title}”已同意延期，新的期限是 {due}。" }],
        },
        refuseExtension: {
          label: "不同意延期",
          by: [dispatch, supervise],
          guards: [{ name: "has", fact: "extensionDays" }],
          form: [reason("理由")],
          effects: [{ name: "clear", fact: "extensionDays" }],
          tells: [{ to: [handler], text: "“{title}”的延期申请未获同意：{form.reason}" }],
        },
        return: {
          label: "退单",
          target: "dispatching",
          by: [handler],
          tone: "danger",
          form: [reason("为什么不能继续办，应当由谁办")],
          effects: [{ name: "release" }, { name: "count", fact: "returns" }],
          tells: [{ to: [dispatch], text: "{actor}退回“{title}”：{form.reason}" }],
        },
        reassign: {
          label: "转派",
          target: "assigned",
          by: [dispatch],
          key: "r",
          form: [
            { kind: "assignees", name: "to", label: "转派给", required: true, tiers: bodyTiers },
            reason("转派原因"),
          ],
          effects: [{ name: "offer", mode: "assign", field: "to" }],
          tells: [{ to: [handler, offered], text: "“{title}”已转派：{form.reason}" }],
        },
        note,
      },
    },
    askedByHandler: {
      label: "待居民补充",
      progress: "handling",
      tone: "waiting",
      waitsFor: [reporter],
      limit: {
        within: { workingHours: 3 * day },
        warnBefore: { workingHours: day },
        warn: { to: [reporter], text: "办理人在等您补充“{title}”的情况，请在 {due} 前补充。" },
        triggers: "noAnswer",
      },
      on: { answer: answer("handling", [handler]), noAnswer: noAnswer("handling", [handler, dispatch]), note },
    },
    rating: {
      label: "待评价",
      progress: "done",
      tone: "done",
      waitsFor: [reporter],
      limit: {
        within: { workingHours: 5 * day },
        warnBefore: { workingHours: day },
        warn: { to: [reporter], text: "“{title}”已办结，请您评价办得怎么样。" },
        triggers: "close",
      },
      on: {
        rate: {
          ...rate,
          target: "closed",
          branches: [
            // Twice not solved by the same hands: the desk looks again.
            {
              guards: [
                { name: "answered", field: "solved", value: false },
                { name: "below", fact: "unsolved", max: 1 },
              ],
              target: "handling",
              effects: [
                { name: "count", fact: "unsolved" },
                { name: "clear", fact: "closedAt" },
              ],
            },
            {
              guards: [{ name: "answered", field: "solved", value: false }],
              target: "dispatching",
              effects: [{ name: "count", fact: "unsolved" }, { name: "clear", fact: "closedAt" }, { name: "release" }],
            },
          ],
          effects: [...(rate.effects ?? []), { name: "stamp", fact: "closedAt" }],
          tells: [{ to: [handler, dispatch], text: "居民评价了“{title}”：{form.stars} 星。{form.words}" }],
        },
        followUp: call,
        close: {
          label: "办结归档",
          target: "closed",
          by: [{ right: "case.close" }],
          bulk: true,
          effects: [{ name: "stamp", fact: "closedAt" }],
          tells: [{ to: [reporter], text: "“{title}”已归档；如果问题没有解决，15 天内可以重新打开。" }],
        },
        note,
      },
    },
    closed: {
      label: "已办结",
      progress: "rated",
      tone: "done",
      final: true,
      on: {
        reopen: {
          label: "问题又出现了",
          target: "dispatching",
          by: [reporter],
          guards: [{ name: "within", fact: "closedAt", days: 15 }],
          form: [words("现在是什么情况", true), photos("照片")],
          effects: [{ name: "count", fact: "reopened" }, { name: "release" }, { name: "clear", fact: "closedAt" }],
          tells: [{ to: [dispatch], text: "居民重新打开“{title}”：{form.words}" }],
        },
        rateLater: {
          ...rate,
          label: "补充评价",
          guards: [
            { name: "lacks", fact: "stars" },
            { name: "within", fact: "closedAt", days: 15 },
          ],
        },
        followUp: call,
      },
    },
    refused: {
      label: "未受理",
      progress: "submitted",
      tone: "stopped",
      final: true,
      on: {
        object: {
          label: "我有异议",
          target: "placing",
          by: [reporter],
          guards: [
            { name: "within", fact: "closedAt", days: 7 },
            { name: "lacks", fact: "objectedAt" },
          ],
          form: [words("为什么认为应当受理", true)],
          effects: [
            { name: "stamp", fact: "objectedAt" },
            { name: "clear", fact: "closedAt" },
          ],
          tells: [{ to: [place], text: "居民对“{title}”未受理有异议：{form.words}" }],
        },
      },
    },
    merged: { label: "已合并办理", progress: "accepted", tone: "stopped", final: true },
    withdrawn: { label: "已撤回", progress: "submitted", tone: "stopped", final: true },
  },
};
