/** Testland: an invented place, as small as a pack can be and still have every tier, role and kind of step. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import type { By, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import type { SeedNode } from "../src/modules/org/index.ts";

const desk: By = { right: "case.dispatch" };
const reporter: By = { party: "reporter" };
const handler: By = { party: "handler" };
const offered: By = { party: "offered" };

const assignees = { kind: "assignees" as const, tiers: ["team", "unit", "department", "grid"], required: true };

const workflow: WorkflowInput = {
  label: "随手拍",
  progress: [
    { id: "submitted", label: "已提交" },
    { id: "working", label: "办理中" },
    { id: "done", label: "已办结" },
  ],
  initial: "submitted",
  initialUnplaced: "unplaced",
  states: {
    unplaced: {
      label: "待定位",
      progress: "submitted",
      tone: "waiting",
      waitsFor: [desk],
      limit: { within: { workingHours: 4 } },
      on: {
        place: {
          target: "submitted",
          label: "确定社区",
          by: [desk],
          form: [
            { name: "place", label: "属于哪里", kind: "node", tiers: ["community", "village", "grid"], required: true },
          ],
          effects: [{ name: "relocate", field: "place" }],
        },
      },
    },
    submitted: {
      label: "待派单",
      progress: "submitted",
      tone: "waiting",
      waitsFor: [desk],
      limit: {
        within: { workingHours: 2 },
        warnBefore: { workingHours: 0.5 },
        warn: { to: [desk], text: "{no} 还没有派单，{due} 到期" },
        late: { to: [desk], text: "{no} 派单已超时" },
      },
      on: {
        dispatch: {
          target: "offered",
          label: "派单",
          by: [desk],
          form: [
            { name: "to", label: "派给", ...assignees },
            { name: "words", label: "要求", kind: "text", multiline: true },
          ],
          effects: [{ name: "offer", mode: "assign", field: "to" }],
          tells: [{ to: [offered], text: "{no} 派给了您：{form.words}" }],
          tone: "primary",
          key: "d",
          bulk: true,
        },
        grab: {
          target: "offered",
          label: "发布抢单",
          by: [desk],
          form: [{ name: "to", label: "派给", ...assignees, many: true }],
          effects: [{ name: "offer", mode: "grab", field: "to" }],
          tells: [{ to: [offered], text: "{no} 可以抢单" }],
        },
        reject: {
          target: "rejected",
          label: "不予受理",
          by: [desk],
          form: [{ name: "reason", label: "理由", kind: "text", required: true }],
          effects: [{ name: "keep", field: "reason", fact: "reason" }],
          tells: [{ to: [reporter], text: "{no} 不予受理：{form.reason}" }],
          tone: "danger",
        },
        withdraw: { target: "rejected", label: "撤回", by: [reporter], confirm: "确定撤回吗？" },
      },
    },
    offered: {
      label: "待接单",
      progress: "working",
      tone: "waiting",
      waitsFor: [offered],
      limit: { within: { workingHours: 2 }, triggers: "recall" },
      on: {
        accept: { target: "working", label: "接单", by: [offered], effects: [{ name: "take" }], tone: "primary" },
        decline: {
          target: "submitted",
          label: "退回",
          by: [offered],
          form: [{ name: "reason", label: "理由", kind: "text", required: true }],
          effects: [{ name: "release" }],
          seenBy: "staff",
        },
        recall: { target: "submitted", label: "收回", by: [desk], effects: [{ name: "release" }], seenBy: "staff" },
      },
    },
    working: {
      label: "办理中",
      progress: "working",
      tone: "working",
      waitsFor: [handler],
      limit: {
        within: { workingHours: 24 },
        warnBefore: { workingHours: 4 },
        warn: { to: [handler], text: "{no} 快到期了" },
      },
      on: {
        complete: {
          target: "done",
          label: "办结",
          by: [handler],
          form: [
            { name: "result", label: "办理结果", kind: "text", multiline: true, required: true },
            { name: "photos", label: "照片", kind: "photos" },
          ],
          effects: [
            { name: "keep", field: "result", fact: "result" },
            { name: "stamp", fact: "completedAt" },
          ],
          tells: [{ to: [reporter], text: "{no} 已办结，请评价" }],
          tone: "primary",
        },
        note: {
          label: "记录进展",
          by: [handler, desk],
          form: [{ name: "words", label: "进展", kind: "text", required: true }],
        },
      },
    },
    done: {
      label: "待评价",
      progress: "done",
      tone: "working",
      waitsFor: [reporter],
      limit: { within: { hours: 168 }, triggers: "expire" },
      on: {
        rate: {
          target: "closed",
          label: "评价",
          by: [reporter],
          form: [
            { name: "stars", label: "满意度", kind: "stars", required: true },
            { name: "solved", label: "是否解决", kind: "yes-no", required: true },
          ],
          effects: [
            { name: "keep", field: "stars", fact: "stars" },
            { name: "keep", field: "solved", fact: "solved" },
          ],
          branches: [
            {
              guards: [
                { name: "answered", field: "solved", value: false },
                { name: "below", fact: "reopened", max: 1 },
              ],
              target: "submitted",
              effects: [{ name: "count", fact: "reopened" }, { name: "release" }],
            },
          ],
          tone: "primary",
        },
        expire: { target: "closed", label: "到期办结", by: [desk] },
      },
    },
    closed: { label: "已办结", progress: "done", tone: "done", final: true },
    rejected: { label: "未受理", progress: "done", tone: "stopped", final: true },
  },
};

export const testland = definePack({
  formatVersion: 2,
  id: "testland",
  code: "990001",
  name: "测试县",
  brand: "测试县社区通",
  accent: "#2f6f4f",
  numberPrefix: "TL",
  calendar: {
    timezone: "Asia/Shanghai",
    hours: [
      ["09:00", "12:00"],
      ["13:00", "18:00"],
    ],
    holidays: "none",
    workdays: [1, 2, 3, 4, 5],
  },
  map: { centre: [110, 30], zoom: 13, reachMeters: 5000 },
  tiers: {
    county: { label: "县", tree: "area", as: "root", under: [] },
    subdistrict: { label: "街道", tree: "area", as: "subdistrict", under: ["county"] },
    township: { label: "镇", tree: "area", as: "subdistrict", under: ["county"] },
    community: { label: "社区", tree: "area", as: "community", under: ["subdistrict", "township"] },
    village: { label: "村", tree: "area", as: "community", under: ["township"] },
    compound: { label: "小区", tree: "area", as: "compound", under: ["community"] },
    grid: { label: "网格", tree: "area", as: "grid", under: ["compound", "community", "village"] },
    building: { label: "楼栋", tree: "area", as: "building", under: ["grid"] },
    team: {
      label: "队伍",
      tree: "area",
      as: "body",
      under: ["county", "subdistrict", "community", "village"],
      kinds: { volunteer: "志愿服务队", property: "物业服务队" },
    },
    unit: { label: "单位", tree: "area", as: "body", under: ["county", "subdistrict", "community"] },
    department: { label: "部门", tree: "area", as: "body", under: ["county"] },
    committee: { label: "党工委", tree: "party", as: "other", under: [] },
    branch: { label: "党支部", tree: "party", as: "other", under: ["committee"] },
    "party-group": { label: "党小组", tree: "party", as: "other", under: ["branch"] },
  },
  roles: {
    admin: {
      label: "管理员",
      on: ["county", "subdistrict", "township", "community"],
      rights: [
        "org.edit",
        "people.read",
        "people.edit",
        "case.read",
        "case.export",
        "figures.read",
        "pack.read",
        "pack.edit",
        "pack.publish",
      ],
      grants: ["admin", "leader", "desk", "worker", "team-lead", "team-member", "secretary"],
    },
    leader: {
      label: "领导",
      on: ["county", "subdistrict"],
      rights: ["case.read", "case.readConfidential", "case.export"],
    },
    desk: {
      label: "派单员",
      on: ["county", "subdistrict", "township", "community", "village"],
      rights: ["case.read", "case.readConfidential", "case.dispatch", "case.submitForOthers", "people.read"],
      grants: ["worker"],
    },
    worker: {
      label: "网格员",
      on: ["grid"],
      rights: ["case.read", "case.take", "case.submitForOthers"],
    },
    "team-lead": {
      label: "队长",
      on: ["team", "unit", "department"],
      rights: ["case.take", "case.lead"],
    },
    "team-member": { label: "队员", on: ["team", "unit", "department"], rights: ["case.take"] },
    secretary: {
      label: "党支部书记",
      on: ["committee", "branch", "party-group"],
      rights: ["people.read"],
    },
  },
  categories: [
    {
      id: "road",
      label: "道路破损",
      group: "市政",
      description: "路面坑洼、井盖缺失",
      limits: { working: { workingHours: 48 } },
    },
    { id: "rubbish", label: "垃圾清运", group: "环境", description: "垃圾没有及时清理" },
    {
      id: "danger",
      label: "安全隐患",
      group: "安全",
      description: "电线、燃气、火灾隐患",
      urgent: true,
      limits: { submitted: { hours: 1 } },
    },
  ],
  kinds: [
    { id: "ask", label: "求助" },
    { id: "suggest", label: "建议" },
  ],
  workflows: { order: workflow },
  mainWorkflow: "order",
  words: { case: "事项" },
});

/** Some 390 m by 445 m. */
const square = (lng: number, lat: number, size = 0.004): [number, number][] => [
  [lng, lat],
  [lng + size, lat],
  [lng + size, lat + size],
  [lng, lat + size],
  [lng, lat],
];

/** A small tree for it: two communities in a street office, one village in a town, two Party organisations. */
export const testlandTree: readonly SeedNode[] = [
  { key: "county", tree: "area", tier: "county", name: "测试县", code: "990001", parent: null, at: [110, 30] },
  {
    key: "street",
    tree: "area",
    tier: "subdistrict",
    name: "中心街道",
    code: "990001001",
    parent: "county",
    at: [110, 30],
  },
  {
    key: "town",
    tree: "area",
    tier: "township",
    name: "北山镇",
    code: "990001101",
    parent: "county",
    at: [110.02, 30.1],
  },
  {
    key: "east",
    tree: "area",
    tier: "community",
    name: "东街社区",
    code: "990001001001",
    parent: "street",
    at: [110.004, 30.002],
    aliases: ["东街"],
  },
  {
    key: "west",
    tree: "area",
    tier: "community",
    name: "西街社区",
    code: "990001001002",
    parent: "street",
    at: [109.99, 30.002],
  },
  {
    key: "village",
    tree: "area",
    tier: "village",
    name: "北山村",
    code: "990001101201",
    parent: "town",
    at: [110.02, 30.1],
  },
  {
    key: "garden",
    tree: "area",
    tier: "compound",
    name: "锦绣花园",
    parent: "east",
    at: [110.002, 30.002],
    address: "中心大街8号",
  },
  {
    key: "court",
    tree: "area",
    tier: "compound",
    name: "和谐家园",
    parent: "west",
    at: [109.988, 30.002],
    address: "西街16号",
  },
  {
    key: "east-1",
    tree: "area",
    tier: "grid",
    name: "第一网格",
    parent: "garden",
    at: [110.002, 30.002],
    polygon: square(110, 30),
  },
  {
    key: "east-2",
    tree: "area",
    tier: "grid",
    name: "第二网格",
    parent: "garden",
    at: [110.006, 30.002],
    polygon: square(110.004, 30),
  },
  {
    key: "west-1",
    tree: "area",
    tier: "grid",
    name: "第一网格",
    parent: "court",
    at: [109.988, 30.002],
    polygon: square(109.986, 30),
  },
  { key: "b1", tree: "area", tier: "building", name: "1号楼", parent: "east-1", at: [110.001, 30.001] },
  { key: "b2", tree: "area", tier: "building", name: "2号楼", parent: "east-1", at: [110.002, 30.001] },
  { key: "b3", tree: "area", tier: "building", name: "3号楼", parent: "east-2", at: [110.006, 30.001] },
  { key: "wb1", tree: "area", tier: "building", name: "1号楼", parent: "west-1", at: [109.988, 30.001] },
  { key: "wb13", tree: "area", tier: "building", name: "13号楼", parent: "west-1", at: [109.989, 30.001] },
  { key: "volunteers", tree: "area", tier: "team", kind: "volunteer", name: "东街志愿服务队", parent: "east" },
  { key: "property", tree: "area", tier: "team", kind: "property", name: "西街物业服务队", parent: "west" },
  { key: "water", tree: "area", tier: "unit", name: "自来水公司", parent: "county" },
  { key: "roads", tree: "area", tier: "department", name: "住建局", parent: "county" },
  { key: "committee", tree: "party", tier: "committee", name: "中心街道党工委", parent: null, seat: "street" },
  { key: "branch", tree: "party", tier: "branch", name: "东街社区党支部", parent: "committee", seat: "east" },
  { key: "group", tree: "party", tier: "party-group", name: "第一网格党小组", parent: "branch", seat: "east-1" },
];
