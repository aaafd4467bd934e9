/** Testland with the ways of working that need several hands: a whistle with parts, a mediation, tasks off a list, outcomes. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { By, StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { testland } from "./fixture-pack.ts";
import { testlandPeople, testlandPlace } from "./fixture-place.ts";

const desk: By = { right: "case.dispatch" };
const handler: By = { party: "handler" };
const lead: By = { party: "lead" };
const invited: By = { party: "invited" };
const offered: By = { party: "offered" };
const progress = [
  { id: "open", label: "进行中" },
  { id: "end", label: "已结束" },
];
const day = { within: { hours: 24 } };
const text = (name: string, label: string) => ({ kind: "text" as const, name, label, required: true });
const to = (name: string, label: string, many = false) => ({
  kind: "assignees" as const,
  name,
  label,
  required: true,
  many,
  tiers: ["department", "unit", "team"],
});
const ended = (label: string): StateInput => ({ label, progress: "end", tone: "done", final: true });
const step = (label: string, by: By[], more: Partial<TransitionInput> = {}): TransitionInput => ({
  label,
  by,
  ...more,
});

const whistle: WorkflowInput = {
  label: "吹哨",
  starts: [{ right: "case.whistle" }],
  intake: {
    form: [to("to", "请谁报到", true), text("task", "要做什么")],
    effects: [{ name: "openSubCases", field: "to", workflow: "report-in", category: "report-in", words: "task" }],
  },
  progress,
  initial: "working",
  states: {
    working: {
      label: "各方报到中",
      progress: "open",
      tone: "working",
      waitsFor: [{ right: "case.whistle" }],
      limit: day,
      whenSubCasesEnd: "goOn",
      on: {
        more: step("再请一家", [{ right: "case.whistle" }], {
          form: [to("to", "请谁报到", true), text("task", "要做什么")],
          effects: [{ name: "openSubCases", field: "to", workflow: "report-in", category: "report-in", words: "task" }],
        }),
        close: step("提前结束", [{ right: "case.whistle" }], { target: "ended", guards: [{ name: "subCasesEnded" }] }),
        goOn: step("各方已办完", [{ right: "case.whistle" }], { target: "looking" }),
      },
    },
    looking: {
      label: "待验收",
      progress: "open",
      tone: "waiting",
      waitsFor: [{ right: "case.whistle" }],
      limit: day,
      on: { accept: step("验收", [{ right: "case.whistle" }], { target: "ended" }) },
    },
    ended: ended("已结束"),
  },
};

const reportIn: WorkflowInput = {
  label: "报到",
  starts: [],
  progress,
  initial: "called",
  states: {
    called: {
      label: "待报到",
      progress: "open",
      tone: "waiting",
      waitsFor: [offered],
      limit: day,
      on: { report: step("报到", [offered], { target: "working", effects: [{ name: "take" }] }) },
    },
    working: {
      label: "办理中",
      progress: "open",
      tone: "working",
      waitsFor: [handler],
      limit: day,
      on: { done: step("办完", [handler], { target: "ended", form: [text("words", "结果")] }) },
    },
    ended: { ...ended("已办完"), on: { again: step("退回重办", [{ right: "case.whistle" }], { target: "working" }) } },
  },
};

const mediation: WorkflowInput = {
  label: "联合调解",
  progress,
  initial: "calling",
  parts: { law: "律师", police: "民警" },
  states: {
    calling: {
      label: "待召集",
      progress: "open",
      tone: "waiting",
      waitsFor: [desk],
      limit: day,
      on: {
        convene: step("召集", [desk], {
          target: "talking",
          form: [to("lead", "主持"), to("law", "律师"), to("police", "民警")],
          effects: [
            { name: "offer", mode: "assign", field: "lead" },
            { name: "invite", field: "law", as: "law" },
            { name: "invite", field: "police", as: "police" },
          ],
        }),
      },
    },
    talking: {
      label: "调解中",
      progress: "open",
      tone: "working",
      waitsFor: [offered, invited, handler],
      limit: { within: { hours: 96 } },
      parallel: false,
      on: {
        join: step("到场", [offered, invited], { effects: [{ name: "take" }] }),
        record: step("调解笔录", [handler], { form: [text("words", "笔录")], seenBy: "handlers" }),
        deskNote: step("受理备注", [desk], { form: [text("words", "备注")], seenBy: "desk" }),
        toReporter: step("答复反映人", [desk], { form: [text("words", "答复")], seenBy: "reporter" }),
        opinion: step("出具意见", [{ party: "assist" }], {
          form: [text("words", "意见")],
          effects: [{ name: "finishPart" }],
          seenBy: "handlers",
        }),
        hint: step("补充线索", [desk], {
          form: [
            { kind: "text", name: "who", label: "谁知道" },
            { kind: "text", name: "where", label: "在哪里" },
          ],
          needsOneOf: ["who", "where"],
          seenBy: "staff",
        }),
        agree: step("达成协议", [lead], {
          target: "ended",
          guards: [{ name: "partsDone" }],
          form: [
            text("words", "协议"),
            { kind: "yes-no", name: "mayPublish", label: "当事人同意公开", required: true },
          ],
          effects: [
            { name: "keep", field: "words", fact: "outcome" },
            { name: "keep", field: "mayPublish", fact: "mayPublish" },
            { name: "publish" },
          ],
        }),
      },
    },
    ended: ended("已达成协议"),
  },
  shows: [{ fact: "outcome", label: "协议" }],
  publication: {
    fields: ["category", "community", "outcome", "words", "reporter"],
    outcome: "outcome",
    consent: "mayPublish",
  },
};

const task: WorkflowInput = {
  label: "下派事项",
  starts: [desk],
  intake: {
    form: [
      { kind: "item", name: "item", label: "下派事项", list: "push-down", required: true },
      { kind: "date", name: "until", label: "完成日期" },
    ],
    effects: [
      { name: "keep", field: "item", fact: "item" },
      { name: "keep", field: "until", fact: "until" },
    ],
  },
  progress,
  initial: "given",
  states: {
    given: {
      label: "待完成",
      progress: "open",
      tone: "waiting",
      waitsFor: [desk],
      limit: day,
      on: { done: step("完成", [desk], { target: "ended" }) },
    },
    ended: ended("已完成"),
  },
};

const check: WorkflowInput = {
  label: "联合检查",
  progress,
  initial: "checking",
  states: {
    checking: {
      label: "检查中",
      progress: "open",
      tone: "working",
      parallel: true,
      limit: { within: { hours: 48 } },
      done: { target: "ended", effects: [{ name: "stamp", fact: "checkedAt" }] },
      states: {
        fire: {
          label: "消防",
          states: {
            looking: {
              label: "消防检查",
              waitsFor: [desk],
              limit: { within: { hours: 4 }, late: { to: [desk], text: "{no} 消防检查超时" }, triggers: "fireSkip" },
              on: {
                fireOk: step("消防通过", [desk], { target: "passed" }),
                fireSkip: step("转书面检查", [desk], { target: "paper" }),
              },
            },
            paper: {
              label: "书面检查",
              waitsFor: [desk],
              limit: day,
              on: { paperOk: step("书面通过", [desk], { target: "passed" }) },
            },
            passed: { label: "消防已查", final: true },
          },
        },
        air: {
          label: "环保",
          states: {
            looking: {
              label: "环保检查",
              waitsFor: [desk],
              on: { airOk: step("环保通过", [desk], { target: "passed" }) },
            },
            passed: { label: "环保已查", final: true },
          },
        },
      },
    },
    ended: ended("检查结束"),
  },
};

export const jointPeople = {
  ...testlandPeople,
  caller: "19900000121",
  roads: "19900000122",
  water: "19900000123",
  law: "19900000124",
  resident2: "19900000125",
  volunteer: "19900000126",
} as const;

const category = (id: string, workflow: string) => ({
  id,
  label: workflow,
  group: "联合",
  description: workflow,
  workflow,
});

/** A tenth county, invented: what it does differs from all others, and the engine knows nothing of it. */
export const jointPlace = (): ShippedPlace => {
  const place = testlandPlace({
    ...testland,
    roles: {
      ...testland.roles,
      admin: {
        label: "管理员",
        on: [],
        rights: [],
        ...testland.roles.admin,
        grants: [...Object.keys(testland.roles), "caller"],
      },
      caller: {
        label: "吹哨人",
        on: ["subdistrict"],
        rights: ["case.read", "case.whistle", "case.submitForOthers"],
      },
    },
    categories: [
      ...testland.categories,
      category("whistle", "whistle"),
      category("report-in", "report-in"),
      category("dispute", "mediation"),
      category("task", "task"),
      category("check", "check"),
    ],
    workflows: { ...testland.workflows, whistle, "report-in": reportIn, mediation, task, check },
    lists: {
      ...testland.lists,
      "push-down": { label: "事项清单", items: [{ id: "census", label: "人口抽样调查", detail: "统计法" }] },
    },
    metrics: {
      agreed: {
        label: "调解成功",
        definition: "达成协议",
        count: { what: "cases", when: [{ name: "has", fact: "outcome" }] },
      },
    },
  });
  return {
    ...place,
    tree: () => {
      const { area, party, people } = place.tree();
      const someone = (name: string, phone: string, role?: string, node?: string) => ({
        key: phone,
        name,
        phone,
        posts: role && node ? [{ role, node }] : [],
      });
      return {
        area: [...area, { key: "law", tier: "unit", name: "律师事务所", parent: "street" }],
        party,
        people: [
          ...people,
          someone("吹哨", jointPeople.caller, "caller", "street"),
          someone("住建", jointPeople.roads, "team-lead", "roads"),
          someone("供水", jointPeople.water, "team-lead", "water"),
          someone("律师", jointPeople.law, "team-lead", "law"),
          someone("志愿", jointPeople.volunteer, "team-lead", "volunteers"),
          someone("居民乙", jointPeople.resident2),
        ],
      };
    },
  };
};
