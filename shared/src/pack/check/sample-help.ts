/** The invented county's ordinary way: vetted, dispatched, handled with questions in between, rated, made public. */
import type { WorkflowInput } from "../workflow.ts";

const vet = { right: "case.vet" };
const reporter = { party: "reporter" } as const;
const handler = { party: "handler" } as const;
const offered = { party: "offered" } as const;
const firstDesk = { fact: "firstDesk" };

const words = (label: string) => ({ kind: "text", name: "words", label, required: true }) as const;

export const help: WorkflowInput = {
  label: "求助",
  progress: [
    { id: "sent", label: "已提交" },
    { id: "doing", label: "办理中" },
    { id: "done", label: "已办结" },
  ],
  intake: {
    form: [{ kind: "yes-no", name: "mayPublish", label: "办结后可以公开吗", required: false }],
    effects: [{ name: "keep", field: "mayPublish", fact: "mayPublish" }],
  },
  initial: "vetting",
  initialUnplaced: "placing",
  on: {
    note: { label: "备注", by: [vet], form: [words("备注")], seenBy: "staff", key: "n" },
    demand: {
      label: "督办",
      by: [vet],
      form: [{ kind: "number", name: "days", label: "几天内回复", required: true, min: 1, max: 10 }],
      effects: [{ name: "startTimer", timer: "demand", field: "days" }],
    },
    reply: { label: "回复督办", by: [vet], effects: [{ name: "stopTimer", timer: "demand" }] },
  },
  timers: { demand: { label: "回复督办", late: { to: [vet], text: "“{title}”的督办到期。" } } },
  marks: [{ fact: "returns", label: "退过单", tone: "warning" }],
  shows: [{ fact: "outcome", label: "结果" }],
  publication: { fields: ["category", "outcome", "photos"], outcome: "outcome", consent: "mayPublish" },
  states: {
    placing: {
      label: "待分派社区",
      progress: "sent",
      tone: "waiting",
      waitsFor: [vet],
      limit: { within: { workingHours: 4 } },
      on: {
        place: {
          label: "分到社区",
          target: "vetting",
          by: [vet],
          form: [{ kind: "node", name: "to", label: "哪个社区", required: true, tiers: ["community"] }],
          effects: [{ name: "relocate", field: "to" }],
        },
      },
    },
    vetting: {
      label: "待审核",
      progress: "sent",
      tone: "waiting",
      waitsFor: [vet],
      limit: {
        within: { workingHours: 8 },
        warnBefore: { workingHours: 2 },
        warn: { to: [vet], text: "“{title}”请在 {due} 前审核。" },
        late: { to: [vet], text: "“{title}”审核超时。" },
      },
      on: {
        dispatch: {
          label: "派单",
          target: "dispatched",
          by: [vet],
          bulk: true,
          key: "d",
          form: [
            { kind: "assignees", name: "to", label: "派给", required: true, tiers: ["team", "grid"] },
            { kind: "category", name: "category", label: "更正类别" },
          ],
          effects: [
            { name: "recategorise", field: "category" },
            { name: "offer", mode: "assign", field: "to" },
            { name: "keepActor", fact: "firstDesk" },
          ],
          tells: [{ to: [offered], text: "新派单：{title}（{place}）" }],
        },
        refuse: {
          label: "不受理",
          target: "refused",
          by: [vet],
          form: [words("理由"), { kind: "item", name: "goTo", label: "去哪里", required: true, list: "elsewhere" }],
          effects: [{ name: "keep", field: "goTo", fact: "goTo" }],
          tells: [{ to: [reporter], text: "未受理：{form.words}，请到：{form.goTo}" }],
        },
        merge: {
          label: "并案",
          target: "refused",
          by: [vet],
          form: [{ kind: "case", name: "into", label: "并入", required: true }],
          effects: [{ name: "merge", field: "into" }],
        },
      },
    },
    dispatched: {
      label: "待接单",
      progress: "sent",
      tone: "waiting",
      waitsFor: [offered],
      limit: { within: { hours: 24 }, triggers: "takeBack" },
      on: {
        take: {
          label: "接单",
          target: "handling",
          by: [offered],
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
        },
        takeBack: {
          label: "收回",
          target: "vetting",
          by: [vet],
          effects: [{ name: "release" }, { name: "count", fact: "returns" }],
        },
      },
    },
    handling: {
      label: "办理",
      progress: "doing",
      tone: "working",
      limit: { within: { workingHours: 40 }, late: { to: [firstDesk], text: "“{title}”办理超时。" } },
      initial: "working",
      done: {
        target: "rating",
        effects: [{ name: "stamp", fact: "doneAt" }],
        tells: [{ to: [reporter], text: "“{title}”已办结。" }],
      },
      on: {
        extend: {
          label: "延期",
          by: [vet],
          form: [{ kind: "number", name: "days", label: "几天", required: true, min: 1, max: 10 }],
          effects: [
            { name: "keep", field: "days", fact: "days" },
            { name: "extendClock", fact: "days" },
          ],
          tells: [{ to: [handler], text: "延期 {form.days} 天" }],
        },
      },
      states: {
        working: {
          label: "办理中",
          waitsFor: [handler],
          limit: { within: { workingHours: 20 } },
          on: {
            ask: { label: "请居民补充", target: "asking", by: [handler], form: [words("要补充什么")] },
            finish: {
              label: "办结",
              target: "finished",
              by: [handler],
              form: [words("结果"), { kind: "photos", name: "photos", label: "照片" }],
              effects: [{ name: "keep", field: "words", fact: "outcome" }],
            },
          },
        },
        asking: {
          label: "等居民补充",
          tone: "waiting",
          waitsFor: [reporter],
          on: { answer: { label: "补充", target: "working", by: [reporter], form: [words("补充")] } },
        },
        finished: { label: "办完", final: true },
      },
    },
    rating: {
      label: "待评价",
      progress: "done",
      tone: "done",
      waitsFor: [reporter],
      limit: { within: { hours: 120 }, triggers: "close" },
      on: {
        rate: {
          label: "评价",
          target: "closed",
          branches: [
            {
              guards: [
                { name: "answered", field: "solved", value: false },
                { name: "below", fact: "unsolved", max: 2 },
              ],
              target: "handling.working",
              effects: [{ name: "count", fact: "unsolved" }],
            },
          ],
          by: [reporter],
          form: [{ kind: "yes-no", name: "solved", label: "解决了吗", required: true }],
          effects: [{ name: "keep", field: "solved", fact: "solved" }],
        },
        close: { label: "归档", target: "closed", by: [vet] },
      },
    },
    closed: {
      label: "已办结",
      progress: "done",
      tone: "done",
      final: true,
      on: {
        publish: {
          label: "公开结果",
          by: [vet],
          guards: [{ name: "is", fact: "mayPublish", value: true }],
          effects: [{ name: "publish" }],
        },
        reopen: {
          label: "又出现了",
          target: "vetting",
          by: [reporter],
          guards: [{ name: "within", fact: "doneAt", days: 15 }],
        },
      },
    },
    refused: { label: "未受理", progress: "sent", tone: "stopped", final: true },
  },
};
