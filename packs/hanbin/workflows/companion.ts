/**
 * 结对陪伴: one family is accompanied through many needs, over years. Each need is a sub-case of its own; once a year it is
 * looked at whether help goes on; it ends only by decision of the subdistrict and with the family's word.
 */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  day,
  deskNote,
  handler,
  offered,
  photos,
  reason,
  refuse,
  reporter,
  supervise,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";
import { giveBack, handlersNote } from "../../base/work.ts";
import { needs } from "../categories.ts";

const decide = { right: "companion.decide" } as const;
const year = 365 * 24;

const needSteps: Record<string, TransitionInput> = Object.fromEntries(
  needs.map(({ id, step, label }): [string, TransitionInput] => [
    step,
    {
      label: `帮办：${label}`,
      by: [handler, vet],
      form: [
        {
          kind: "assignees",
          name: "to",
          label: "请谁办",
          required: true,
          many: true,
          tiers: ["department", "unit", "team", "station", "school", "clinic"],
        },
        words("要办成什么", true),
      ],
      effects: [
        { name: "openSubCases", field: "to", workflow: "need", category: id, words: "words" },
        { name: "count", fact: "needs" },
      ],
      tells: [{ to: [reporter], text: `“${label}”这件事已请人办：{form.words}` }],
    },
  ]),
);

const accompanySteps: Record<string, TransitionInput> = {
  ...needSteps,
  visit: {
    label: "记一次看望",
    by: [handler],
    tone: "primary",
    form: [words("家里近况，说了什么，答应了什么", true), photos("照片（先征得同意）")],
    effects: [{ name: "count", fact: "visits" }],
  },
  familyNote: {
    label: "跟社区说句话",
    by: [reporter],
    form: [words("想说的话（只有社区看得到）", true)],
    tells: [{ to: [vet], text: "结对家庭在“{title}”里留了话：{form.words}" }],
    seenBy: "reporter",
  },
  handlersNote,
  renew: {
    label: "年度复核，继续陪伴",
    target: "accompanying",
    by: [handler, vet],
    form: [words("一年来办成了什么，下一年要办什么", true)],
    effects: [{ name: "count", fact: "years" }],
    tells: [{ to: [reporter, decide], text: "“{title}”年度复核：{form.words}" }],
  },
  pause: {
    label: "暂停（外出、住院）",
    target: "paused",
    by: [handler, vet],
    form: [reason("为什么暂停，大约到什么时候")],
    effects: [{ name: "pauseClock" }],
    tells: [{ to: [reporter], text: "“{title}”先暂停：{form.reason} 您随时可以叫我们恢复。" }],
  },
  proposeEnd: {
    label: "提出结束，听家里的意见",
    target: "familyWord",
    by: [handler, vet],
    form: [reason("为什么可以结束")],
    tells: [{ to: [reporter], text: "社区觉得“{title}”可以告一段落：{form.reason} 您怎么想？您不同意就继续。" }],
  },
  changeCompanion: {
    label: "换陪伴人",
    target: "matching",
    by: [vet],
    form: [
      { kind: "assignees", name: "to", label: "由谁陪伴", required: true, tiers: ["team", "grid", "unit"] },
      reason("为什么换"),
    ],
    effects: [{ name: "offer", mode: "assign", field: "to" }],
    tells: [
      { to: [offered], text: "“{title}”换人陪伴：{form.reason}" },
      { to: [reporter], text: "“{title}”换了陪伴您家的人，很快会与您联系。" },
    ],
    seenBy: "staff",
  },
};

export const companion: WorkflowInput = {
  label: "结对陪伴",
  description: "一家人的难处一直有人管，一件一件办；每年看一次，只有街道决定并且家里同意才结束。",
  on: { deskNote },
  marks: [{ fact: "years", label: "连年陪伴", tone: "info" }],
  shows: [
    { fact: "needs", label: "帮办过的事" },
    { fact: "visits", label: "看望次数" },
    { fact: "years", label: "满几年" },
  ],
  progress: [
    { id: "asked", label: "提出" },
    { id: "matched", label: "结对" },
    { id: "accompanying", label: "陪伴中" },
    { id: "ended", label: "圆满" },
  ],
  initial: "asked",
  initialUnplaced: "placing",
  states: {
    placing: placing("asked", "asked"),
    asked: {
      label: "待社区走访",
      progress: "asked",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(3 * day, { waits: [vet], above: [supervise], what: "上门走访" }),
      on: {
        visited: {
          label: "走访过了，建议结对",
          target: "deciding",
          by: [vet],
          tone: "primary",
          form: [words("家里的难处（只有受理部门看得到）", true)],
          effects: [{ name: "keepActor", fact: "firstReceiver" }],
          tells: [{ to: [decide], text: "社区建议为一个家庭结对陪伴，请在 {due} 前决定。" }],
          seenBy: "desk",
        },
        refuse,
        withdraw,
      },
    },
    deciding: {
      label: "待街道决定",
      progress: "asked",
      tone: "waiting",
      waitsFor: [decide],
      limit: workingLimit(5 * day, { waits: [decide], above: [supervise], what: "决定结对" }),
      on: {
        approve: {
          label: "同意结对",
          target: "matching",
          by: [decide],
          tone: "primary",
          form: [{ kind: "assignees", name: "to", label: "由谁陪伴", required: true, tiers: ["team", "grid", "unit"] }],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "stamp", fact: "approvedAt" },
          ],
          tells: [
            { to: [offered], text: "请您陪伴一个家庭：{title}，请在 {due} 前接手。" },
            { to: [reporter], text: "您家的“{title}”已同意结对，会有人来看您。" },
          ],
        },
        refuse: { ...refuse, by: [decide] },
        withdraw,
      },
    },
    matching: {
      label: "待陪伴人接手",
      progress: "matched",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(2 * day, { waits: [offered], above: [vet, decide], what: "接手陪伴" }),
      on: {
        take: {
          label: "我来陪伴",
          target: "accompanying",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          tells: [{ to: [reporter, vet], text: "{actor}来陪伴“{title}”。" }],
        },
        decline: giveBack("deciding", [offered], [decide, vet], "接不了"),
      },
    },
    accompanying: {
      label: "陪伴中",
      progress: "accompanying",
      tone: "working",
      waitsFor: [handler],
      limit: {
        within: { hours: year },
        warnBefore: { hours: 30 * 24 },
        warn: { to: [handler, vet], text: "“{title}”快满一年了，请在 {due} 前做年度复核。" },
        late: { to: [handler, vet, decide], text: "“{title}”满一年还没有复核，陪伴继续，请尽快复核。" },
      },
      on: accompanySteps,
    },
    paused: {
      label: "暂停中",
      progress: "accompanying",
      tone: "waiting",
      waitsFor: [handler],
      limit: calendarLimit(180 * 24, { waits: [handler], above: [vet], what: "恢复陪伴" }),
      on: {
        resume: {
          label: "恢复陪伴",
          target: "accompanying",
          by: [handler, vet, reporter],
          tone: "primary",
          effects: [{ name: "resumeClock" }],
          tells: [{ to: [reporter, handler], text: "“{title}”恢复了。" }],
        },
      },
    },
    familyWord: {
      label: "待家里表态",
      progress: "accompanying",
      tone: "waiting",
      waitsFor: [reporter],
      limit: calendarLimit(15 * 24, { waits: [reporter], what: "您家的意见", triggers: "stay" }),
      on: {
        agree: {
          label: "可以结束了",
          target: "ending",
          by: [reporter],
          tone: "primary",
          form: [words("家里的话", true)],
          effects: [
            { name: "keep", field: "words", fact: "familyWord" },
            { name: "stamp", fact: "familyAgreedAt" },
          ],
          tells: [{ to: [decide, handler], text: "“{title}”家里同意结束：{form.words}" }],
        },
        stay: {
          label: "还需要，继续陪伴",
          target: "accompanying",
          by: [reporter],
          tells: [{ to: [handler, vet], text: "“{title}”家里还需要，继续陪伴。" }],
        },
      },
    },
    ending: {
      label: "待街道决定结束",
      progress: "accompanying",
      tone: "waiting",
      waitsFor: [decide],
      limit: workingLimit(5 * day, { waits: [decide], above: [supervise], what: "决定" }),
      on: {
        end: {
          label: "结束陪伴",
          target: "closed",
          by: [decide],
          tone: "primary",
          guards: [{ name: "has", fact: "familyAgreedAt" }, { name: "subCasesEnded" }],
          form: [words("决定和以后的联系办法", true)],
          effects: [closedAt],
          tells: [{ to: [reporter, handler], text: "“{title}”告一段落：{form.words} 有难处随时再说。" }],
        },
        keepOn: {
          label: "继续陪伴",
          target: "accompanying",
          by: [decide],
          form: [reason("为什么继续")],
          effects: [
            { name: "clear", fact: "familyAgreedAt" },
            { name: "clear", fact: "familyWord" },
          ],
          tells: [{ to: [reporter, handler], text: "“{title}”继续陪伴：{form.reason}" }],
        },
      },
    },
    closed: ended("陪伴圆满", "ended", "done"),
    refused: ended("未结对，已告知去处", "asked"),
    withdrawn: ended("已撤回", "asked"),
  },
};
