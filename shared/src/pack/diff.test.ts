import { describe, expect, it } from "vitest";
import { diffPacks, type PackChange } from "./diff.ts";

const step = (label: string, more: object = {}) => ({ label, by: [{ right: "case.vet" }], form: [], ...more });

const pack = {
  name: "测试县",
  accent: "#2f6f4f",
  categories: [
    { id: "road", label: "道路破损", limits: {} },
    { id: "parking", label: "停车出行", limits: { handling: { workingHours: 24 } } },
  ],
  roles: { desk: { label: "受理员", rights: ["case.vet"] }, admin: { label: "管理员", rights: [] } },
  tiers: { team: { label: "服务队", kinds: { pioneer: "先锋队" } } },
  mainWorkflow: "order",
  workflows: {
    order: {
      label: "点单",
      states: {
        vetting: {
          label: "待审核",
          limit: { within: { workingHours: 2 } },
          on: {
            accept: step("受理", { form: [{ name: "note", label: "备注", kind: "text" }] }),
            refuse: step("不予受理"),
            forward: step("转交"),
          },
        },
        handling: { label: "办理中", states: { asking: { label: "询问", limit: { within: { hours: 4 } } } } },
      },
    },
  },
  lists: { elsewhere: { label: "其他渠道", items: [{ id: "hall", label: "政务大厅" }] } },
  metrics: { all: { label: "全部", count: { what: "cases", when: [] } } },
  words: { newCase: "新诉求" },
};
type Draft = typeof pack;

const changes = (edit: (draft: Draft) => void): PackChange[] => {
  const draft = structuredClone(pack);
  edit(draft);
  return diffPacks(pack, draft);
};
const lines = (edit: (draft: Draft) => void): string[] =>
  changes(edit).map(({ path, kind, area, label }) => `${kind} ${area} ${path} ${label}`);

describe("the difference between two packs", () => {
  it("is nothing between equal ones, whatever the order in which members without meaning stand", () => {
    expect(lines(() => {})).toEqual([]);
    const { name, ...rest } = structuredClone(pack);
    expect(diffPacks(pack, { ...rest, name })).toEqual([]);
  });

  it.each<[string, (draft: Draft) => void, string]>([
    [
      "a limit",
      (one) => Object.assign(one.workflows.order.states.vetting.limit, { within: { hours: 1 } }),
      "changed limits workflows.order.states.vetting.limit.within “待审核”的时限",
    ],
    [
      "a nested state's limit",
      (one) => Object.assign(one.workflows.order.states.handling.states.asking, { limit: { within: { hours: 8 } } }),
      "changed limits workflows.order.states.handling.states.asking.limit.within “办理中”“询问”的时限",
    ],
    [
      "a category's own limit",
      (one) => Object.assign(one.categories[1]?.limits ?? {}, { handling: { workingHours: 8 } }),
      "changed limits categories[parking].limits.handling 类别“停车出行”在“办理中”的时限",
    ],
    [
      "a category's first limit",
      (one) => Object.assign(one.categories[0]?.limits ?? {}, { vetting: { hours: 1 } }),
      "added limits categories[road].limits.vetting 类别“道路破损”在“待审核”的时限",
    ],
    ["a removed category", (one) => one.categories.pop(), "removed categories categories[parking] 类别“停车出行”"],
    [
      "a new category in the middle, and no other change of order",
      (one) => one.categories.splice(1, 0, { id: "noise", label: "噪声", limits: {} }),
      "added categories categories[noise] 类别“噪声”",
    ],
    ["the order of categories", (one) => one.categories.reverse(), "changed categories categories 类别的先后顺序"],
    [
      "a role's rights",
      (one) => one.roles.desk.rights.push("case.read"),
      "changed roles roles.desk.rights 角色“受理员”的权限",
    ],
    [
      "a new form field",
      (one) => Object.assign(one.workflows.order.states.vetting.on.refuse, { form: [{ name: "why", label: "理由" }] }),
      "added forms workflows.order.states.vetting.on.refuse.form[why] “待审核”的操作“不予受理”的填写项“理由”",
    ],
    [
      "a field that has become required",
      (one) => Object.assign(one.workflows.order.states.vetting.on.accept.form[0] ?? {}, { required: true }),
      "added forms workflows.order.states.vetting.on.accept.form[note].required “待审核”的操作“受理”的填写项“备注”的是否必填",
    ],
    [
      "who may take a step",
      (one) => Object.assign(one.workflows.order.states.vetting.on.accept, { by: [{ party: "handler" }] }),
      "changed workflow workflows.order.states.vetting.on.accept.by “待审核”的操作“受理”的可操作的人",
    ],
    [
      "the workflow's name",
      (one) => Object.assign(one.workflows.order, { label: "接诉" }),
      "changed workflow workflows.order.label 流程“接诉”的名称",
    ],
    [
      "a list's item",
      (one) => one.lists.elsewhere.items.pop(),
      "removed lists lists.elsewhere.items[hall] 清单“其他渠道”的条目“政务大厅”",
    ],
    [
      "a figure",
      (one) => Object.assign(one.metrics.all, { count: { what: "cases", when: [{ name: "ended", value: true }] } }),
      "changed figures metrics.all.count 统计项“全部”的统计口径",
    ],
    [
      "a kind of team",
      (one) => Object.assign(one.tiers.team.kinds, { water: "供水队" }),
      "added tiers tiers.team.kinds.water 层级“服务队”的类型“供水队”",
    ],
    ["a word", (one) => Object.assign(one.words, { newCase: "新事项" }), "changed words words.newCase 用语“新事项”"],
    ["the place's name", (one) => Object.assign(one, { name: "新县" }), "changed words name 名称"],
    ["the colour", (one) => Object.assign(one, { accent: "#000000" }), "changed other accent 主色"],
  ])("tells of %s", (_what, edit, line) => {
    expect(lines(edit)).toEqual([line]);
  });

  it("says once that steps stand in another order, with both orders", () => {
    const found = changes((one) => {
      const { accept, refuse, forward } = one.workflows.order.states.vetting.on;
      one.workflows.order.states.vetting.on = { forward, refuse, accept };
    });
    expect(found).toEqual([
      {
        path: "workflows.order.states.vetting.on",
        kind: "changed",
        area: "workflow",
        label: "“待审核”的操作的先后顺序",
        before: ["accept", "refuse", "forward"],
        after: ["forward", "refuse", "accept"],
      },
    ]);
  });

  it("carries what was and what is", () => {
    expect(changes((one) => Object.assign(one.categories[0] ?? {}, { label: "路面" }))).toMatchObject([
      { before: "道路破损", after: "路面" },
    ]);
    const [removed] = changes((one) => one.categories.pop());
    expect(removed).toMatchObject({ before: { id: "parking" } });
    expect(removed).not.toHaveProperty("after");
  });

  it("names the workflow where there are several", () => {
    const several = { ...pack, workflows: { ...pack.workflows, talk: { label: "调解", states: {} } } };
    const edited = structuredClone(several);
    edited.workflows.order.states.vetting.limit.within.workingHours = 1;
    expect(diffPacks(several, edited).map(({ label }) => label)).toEqual(["流程“点单”的“待审核”的时限"]);
  });

  it("calls rules for points what they are", () => {
    const rule = { id: "call", label: "志愿号召", on: { type: "claim", step: "confirm" }, points: 2 };
    const giving = { ...pack, points: { label: "积分", rules: [rule], shop: { holdDays: 7 } } };
    const edited = structuredClone(giving) as typeof giving & { points: { rules: object[] } };
    Object.assign(edited.points.rules[0] ?? {}, { points: 3, ceilings: { perDay: 6 } });
    edited.points.shop.holdDays = 14;
    expect(diffPacks(giving, edited).map(({ label }) => label)).toEqual([
      "积分的规则“志愿号召”的积分",
      "积分的规则“志愿号召”的上限",
      "积分的兑换的保留天数",
    ]);
  });

  it("stands drafts of any shape", () => {
    for (const broken of [
      {},
      { categories: 3 },
      { categories: [null, 1] },
      { workflows: { order: null } },
      { roles: [] },
    ])
      expect(diffPacks(pack, { ...pack, ...broken }).length + diffPacks({ ...pack, ...broken }, pack).length).toBe(
        Object.keys(broken).length === 0 ? 0 : 2 * Object.keys(broken).length,
      );
  });
});
