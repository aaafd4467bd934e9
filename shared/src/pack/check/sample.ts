/**
 * An invented county whose pack uses all there is: nested and parallel states, sub-cases, parts in a mediation, publication
 * with consent, lists, figures. Tests of the checks break it in one place at a time.
 */
import type { PackInput } from "../schema.ts";
import { help } from "./sample-help.ts";
import { mediation, repairs, report } from "./sample-together.ts";

const tiers: PackInput["tiers"] = {
  county: { label: "县", tree: "area", as: "root", under: [] },
  zone: { label: "园区", tree: "area", as: "zone", under: ["county"] },
  town: { label: "镇", tree: "area", as: "subdistrict", under: ["county"] },
  community: { label: "社区", tree: "area", as: "community", under: ["town"] },
  grid: { label: "网格", tree: "area", as: "grid", under: ["community"] },
  team: { label: "队伍", tree: "area", as: "body", under: ["town", "community"], kinds: { repair: "维修队" } },
  "town-party": { label: "镇党委", tree: "party", as: "other", under: [] },
  branch: { label: "党支部", tree: "party", as: "other", under: ["town-party"] },
};

const roles: PackInput["roles"] = {
  admin: {
    label: "管理员",
    on: ["county"],
    rights: ["org.edit", "people.read", "people.edit", "pack.read", "pack.edit", "pack.publish"],
    grants: ["admin", "desk", "worker", "lead", "branch-secretary"],
  },
  desk: {
    label: "受理员",
    on: ["county", "town", "community"],
    rights: [
      "case.read",
      "case.readConfidential",
      "case.submitForOthers",
      "case.export",
      "figures.read",
      "case.vet",
      "case.call",
    ],
    grants: ["worker", "lead"],
  },
  worker: { label: "网格员", on: ["grid"], rights: ["case.take"] },
  lead: { label: "队长", on: ["team"], rights: ["case.take", "case.lead"] },
  "branch-secretary": { label: "支部书记", on: ["branch"], rights: [] },
};

export const sample: PackInput = {
  formatVersion: 2,
  id: "cloudbrook",
  code: "990010",
  name: "云溪县",
  brand: "云溪有应",
  accent: "#2f6f5e",
  numberPrefix: "YX",
  calendar: {
    timezone: "Asia/Shanghai",
    hours: [
      ["08:30", "12:00"],
      ["14:00", "18:00"],
    ],
    holidays: "china",
    workdays: [1, 2, 3, 4, 5],
  },
  map: { centre: [108, 34], zoom: 12, reachMeters: 5000 },
  tiers,
  roles,
  categories: [
    {
      id: "water",
      label: "用水",
      group: "公用",
      description: "停水、漏水",
      limits: { "handling.working": { hours: 4 } },
    },
    { id: "quarrel", label: "纠纷", group: "调解", description: "邻里之间", workflow: "mediation" },
    { id: "works", label: "整治", group: "整治", description: "几家一起办的事", workflow: "repairs" },
    { id: "piece", label: "分项", group: "整治", description: "其中一家的一份", workflow: "report" },
  ],
  kinds: [
    { id: "help", label: "求助" },
    { id: "complaint", label: "投诉" },
  ],
  workflows: { help, mediation, repairs, report },
  mainWorkflow: "help",
  lists: {
    elsewhere: { label: "可以去哪里", items: [{ id: "hall", label: "办事大厅", address: "中心路 1 号" }] },
  },
  metrics: {
    received: { label: "受理", definition: "全部诉求", count: { what: "cases", when: [] } },
    solved: {
      label: "解决",
      definition: "居民说已解决",
      count: {
        what: "cases",
        when: [
          { name: "workflow", anyOf: ["help"] },
          { name: "is", fact: "solved", value: true },
        ],
      },
    },
    "asked-back": {
      label: "有回音",
      definition: "居民回答过是否解决",
      count: { what: "cases", when: [{ name: "has", fact: "solved" }] },
    },
    waiting: {
      label: "等待补充",
      definition: "正在等居民补充的用水求助",
      count: {
        what: "cases",
        when: [
          { name: "category", anyOf: ["water"] },
          { name: "kind", anyOf: ["help"] },
          { name: "in", anyOf: ["handling.asking"] },
          { name: "ended", value: false },
        ],
      },
    },
    people: { label: "涉及人数", definition: "调解涉及的人", count: { what: "sum", fact: "people", when: [] } },
    teams: { label: "维修队", definition: "现有维修队", count: { what: "nodes", tiers: ["team"], kind: "repair" } },
    workers: { label: "网格员", definition: "现任网格员", count: { what: "posts", role: "worker" } },
  },
  rates: [{ id: "resolution", label: "解决率", definition: "解决 ÷ 有回音", counts: "solved", of: "asked-back" }],
  indicators: [
    { id: "solved", label: "解决率", source: { from: "rate", rate: "resolution" } },
    { id: "received", label: "受理数", source: { from: "metric", metric: "received" } },
  ],
  participation: { points: "opt-in", ranking: "opt-in", checkIn: "voluntary" },
  devices: [{ id: "smoke", label: "烟感", kind: "smoke" }],
  words: { newCase: "新诉求：{title}（{place}），请在 {due} 前处理。" },
};
