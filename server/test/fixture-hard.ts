/** The joint place with what is easily got wrong: parts of parts, a parent that may end first, a right that sees only what it awaits. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { By, StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { jointPeople, jointPlace } from "./fixture-joint.ts";

const desk: By = { right: "case.dispatch" };
const handler: By = { party: "handler" };
const offered: By = { party: "offered" };
const invited: By = { party: "invited" };
const vote: By = { right: "case.vote" };
const progress = [
  { id: "open", label: "进行中" },
  { id: "end", label: "已结束" },
];
const limit = { within: { hours: 24 } };
const step = (label: string, by: By[], more: Partial<TransitionInput> = {}): TransitionInput => ({
  label,
  by,
  ...more,
});
const open = (label: string, waitsFor: By[], more: Partial<StateInput> = {}): StateInput => ({
  label,
  progress: "open",
  tone: "working",
  waitsFor,
  limit,
  ...more,
});
const end = (label: string, on: StateInput["on"] = {}): StateInput => ({
  label,
  progress: "end",
  tone: "done",
  final: true,
  on,
});
const bodies = (many: boolean) => ({
  kind: "assignees" as const,
  name: "to",
  label: "交给谁",
  required: true,
  many,
  tiers: ["department", "unit", "team"],
});
const words = { kind: "text" as const, name: "words", label: "说明", required: true };
const divide = (workflow: string, by: By[]) =>
  step("分办", by, {
    form: [bodies(true), words],
    effects: [{ name: "openSubCases", field: "to", workflow, category: workflow, words: "words" }],
  });

const jointWork: WorkflowInput = {
  label: "联办",
  progress,
  initial: "open",
  states: {
    open: open("联办中", [desk], {
      whenSubCasesEnd: "allDone",
      on: {
        divide: divide("joint-part", [desk]),
        allDone: step("各部分已办完", [desk], { target: "looking" }),
        close: step("先行结束", [desk], { target: "ended" }),
        withdraw: step("撤回", [{ party: "reporter" }], { target: "ended" }),
        merge: step("并案", [desk], {
          target: "ended",
          form: [{ kind: "case", name: "into", label: "并入", required: true }],
          effects: [{ name: "merge", field: "into" }],
        }),
      },
    }),
    looking: open("待验收", [desk], { on: { accept: step("验收", [desk], { target: "ended" }) } }),
    ended: end("已结束", { reopen: step("重新打开", [desk], { target: "open" }) }),
  },
};

const jointPart: WorkflowInput = {
  label: "联办事项",
  starts: [],
  progress,
  initial: "called",
  states: {
    called: open("待接", [offered], {
      on: { report: step("接下", [offered], { target: "working", effects: [{ name: "take" }] }) },
    }),
    working: open("办理中", [handler], {
      whenSubCasesEnd: "finished",
      on: {
        divide: divide("report-in", [handler]),
        done: step("办完", [handler], { target: "ended" }),
        finished: step("下面都办完了", [handler], { target: "ended" }),
      },
    }),
    ended: end("已办完", { again: step("退回重办", [desk], { target: "working" }) }),
  },
};

/** Those who vote read no other cases. Whoever called the vote sees to it afterwards. */
const ballot: WorkflowInput = {
  label: "表决",
  progress,
  initial: "voting",
  states: {
    voting: open("表决中", [vote], {
      on: {
        pass: step("通过", [vote], {
          target: "carrying",
          effects: [{ name: "keepActor", fact: "chair" }],
          bulk: true,
        }),
      },
    }),
    carrying: open("落实中", [{ fact: "chair" }], {
      on: { carried: step("已落实", [{ fact: "chair" }, desk], { target: "ended" }) },
    }),
    ended: end("已表决"),
  },
};

/** Several come to one case, and may be invited again while it goes on. */
const meeting: WorkflowInput = {
  label: "会商",
  progress,
  initial: "calling",
  parts: { law: "律师", police: "民警" },
  states: {
    calling: open("待召集", [desk], {
      on: {
        call: step("召集", [desk], {
          target: "talking",
          form: [bodies(false)],
          effects: [{ name: "offer", mode: "assign", field: "to" }],
        }),
      },
    }),
    talking: open("会商中", [offered, invited, handler], {
      on: {
        askLaw: step("请律师", [desk], {
          form: [bodies(true)],
          effects: [{ name: "invite", field: "to", as: "law" }],
        }),
        askPolice: step("请民警", [desk], {
          form: [bodies(true)],
          effects: [{ name: "invite", field: "to", as: "police" }],
        }),
        join: step("到场", [offered, invited], { effects: [{ name: "take" }] }),
        record: step("内部笔录", [handler], {
          form: [words, { kind: "photos", name: "photos", label: "照片" }],
          seenBy: "handlers",
        }),
        part: step("我已完成", [handler], { effects: [{ name: "finishPart" }] }),
        close: step("结束会商", [{ party: "lead" }], {
          target: "ended",
          guards: [{ name: "partsDone" }],
          form: [words, { kind: "yes-no", name: "agreed", label: "当事人同意公开", required: true }],
          effects: [
            { name: "keep", field: "words", fact: "outcome" },
            { name: "keep", field: "agreed", fact: "agreed" },
            { name: "publish" },
          ],
        }),
      },
    }),
    ended: end("已结束"),
  },
  publication: {
    fields: ["category", "community", "outcome", "words", "photos", "reporter"],
    outcome: "outcome",
    consent: "agreed",
  },
};

export const hardPeople = {
  ...jointPeople,
  delegate: "19900000131",
  /** Takes cases for the law office and for the water company alike. */
  both: "19900000132",
  member: "19900000133",
} as const;

const category = (id: string) => ({ id, label: id, group: "联合", description: id, workflow: id });

export const hardPack = (): PackInput => {
  const { pack } = jointPlace();
  return {
    ...pack,
    roles: {
      ...pack.roles,
      admin: {
        label: "管理员",
        on: [],
        rights: [],
        ...pack.roles.admin,
        grants: [...(pack.roles.admin?.grants ?? []), "delegate"],
      },
      delegate: { label: "代表", on: ["community"], rights: ["case.vote"] },
    },
    categories: [...pack.categories, ...["joint-work", "joint-part", "ballot", "meeting"].map(category)],
    workflows: { ...pack.workflows, "joint-work": jointWork, "joint-part": jointPart, ballot, meeting },
  };
};

export const hardPlace = (pack: PackInput = hardPack()): ShippedPlace => {
  const place = jointPlace();
  return {
    ...place,
    pack,
    tree: () => {
      const tree = place.tree();
      const someone = (name: string, phone: string, posts: { role: string; node: string }[]) => ({
        key: phone,
        name,
        phone,
        posts,
      });
      return {
        ...tree,
        people: [
          ...tree.people,
          someone("代表", hardPeople.delegate, [{ role: "delegate", node: "east" }]),
          someone("两头", hardPeople.both, [
            { role: "team-lead", node: "law" },
            { role: "team-lead", node: "water" },
          ]),
          someone("队员", hardPeople.member, [{ role: "team-member", node: "volunteers" }]),
        ],
      };
    },
  };
};
