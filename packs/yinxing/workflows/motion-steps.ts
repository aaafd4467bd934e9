/** Supervision that runs through the whole motion, and the two sides of asking for opinions. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import { day, handler, reason, reporter, vet, words } from "../../base/steps.ts";
import { decide, oversee, speak } from "./motion-rights.ts";

/** What the 监事会 has asked stands on the motion until it is answered; no vote and no end before that. */
export const oversight: Record<string, TransitionInput> = {
  question: {
    label: "监督意见",
    by: [oversee],
    key: "o",
    guards: [{ name: "lacks", fact: "questionedAt" }],
    form: [words("监事会的意见", true)],
    effects: [
      { name: "stamp", fact: "questionedAt" },
      { name: "count", fact: "questions" },
    ],
    tells: [{ to: [vet, decide], text: "监事会对“{title}”有意见，请答复：{form.words}" }],
  },
  answerQuestion: {
    label: "答复监督意见",
    by: [vet, decide, handler],
    tone: "primary",
    guards: [{ name: "has", fact: "questionedAt" }],
    form: [words("答复", true)],
    effects: [{ name: "clear", fact: "questionedAt" }],
    tells: [{ to: [oversee], text: "“{title}”的监督意见有答复：{form.words}" }],
  },
};

/** Seven days on the notice board. */
const NOTICE = 7 * 24;

const notice: StateInput = {
  label: "公示中",
  initial: "posted",
  states: {
    posted: {
      label: "公示中",
      waitsFor: [oversee],
      limit: calendarLimit(NOTICE, { waits: [oversee], what: "公示期满（到期自动结束）", triggers: "noticeOver" }),
      on: {
        noticeOver: {
          label: "公示期满",
          target: "over",
          by: [oversee],
          effects: [{ name: "stamp", fact: "noticeOverAt" }],
          tells: [{ to: [vet], text: "“{title}”公示期满。" }],
        },
      },
    },
    over: { label: "公示期满", final: true },
  },
};

const opinions: StateInput = {
  label: "征求意见中",
  initial: "collecting",
  states: {
    collecting: {
      label: "征求意见中",
      waitsFor: [speak, vet],
      limit: workingLimit(5 * day, { waits: [speak, vet], above: [decide], what: "收齐各楼栋意见" }),
      on: {
        recordOpinion: {
          label: "记一栋的意见",
          by: [speak, vet],
          tone: "primary",
          key: "n",
          form: [
            { kind: "text", name: "where", label: "哪个楼栋", required: true, maxLength: 50 },
            words("居民怎么说", true),
          ],
          effects: [{ name: "count", fact: "opinions" }],
        },
        closeOpinions: {
          label: "意见收齐了",
          target: "counted",
          by: [vet],
          key: "c",
          guards: [{ name: "atLeast", fact: "opinions", min: 1 }],
          form: [
            { kind: "number", name: "asked", label: "征求了多少户", unit: "户", required: true, min: 1, max: 20_000 },
            { kind: "number", name: "agree", label: "赞成", unit: "户", required: true, min: 0, max: 20_000 },
            { kind: "number", name: "against", label: "不赞成", unit: "户", required: true, min: 0, max: 20_000 },
          ],
          effects: [
            { name: "keep", field: "asked", fact: "asked" },
            { name: "keep", field: "agree", fact: "agree" },
            { name: "keep", field: "against", fact: "against" },
          ],
          tells: [
            {
              to: [reporter, decide],
              text: "“{title}”征求了 {form.asked} 户，赞成 {form.agree} 户，不赞成 {form.against} 户。",
            },
          ],
        },
      },
    },
    counted: { label: "意见已收齐", final: true },
  },
};

/** Notice and opinions run side by side; the plan is drawn up when both are over. */
export const asking: StateInput = {
  label: "公示和征求意见",
  progress: "asking",
  tone: "working",
  parallel: true,
  states: { notice, opinions },
  done: {
    target: "planning",
    tells: [{ to: [vet], text: "“{title}”公示期满、意见收齐，请拟定方案。" }],
  },
};

export const planning: StateInput = {
  label: "待拟方案",
  progress: "planning",
  tone: "waiting",
  waitsFor: [vet],
  limit: workingLimit(5 * day, { waits: [vet], above: [decide], what: "拟定方案" }),
  on: {
    propose: {
      label: "提交方案",
      target: "voting",
      by: [vet],
      tone: "primary",
      key: "d",
      form: [
        words("方案：怎么做、谁来做、什么时候做完", true),
        { kind: "number", name: "cost", label: "费用", unit: "元", required: true, min: 0, max: 100_000_000 },
        {
          kind: "text",
          name: "heeded",
          label: "采纳了哪些意见，没有采纳的为什么",
          required: true,
          multiline: true,
          maxLength: 1000,
        },
      ],
      effects: [
        { name: "keep", field: "words", fact: "plan" },
        { name: "keep", field: "cost", fact: "cost" },
        { name: "clear", fact: "witnessedAt" },
      ],
      tells: [{ to: [decide, oversee, reporter], text: "“{title}”的方案提交居民代表会议：{form.words}" }],
    },
  },
};

export const voting: StateInput = {
  label: "待居民代表会议表决",
  progress: "planning",
  tone: "waiting",
  waitsFor: [decide],
  limit: workingLimit(10 * day, { waits: [decide], above: [oversee], what: "表决方案" }),
  on: {
    witness: {
      label: "监事会已到场监督",
      by: [oversee],
      guards: [{ name: "lacks", fact: "witnessedAt" }],
      form: [words("程序是否合规", true)],
      effects: [{ name: "stamp", fact: "witnessedAt" }],
    },
    carry: {
      label: "表决通过，交办",
      target: "carrying",
      by: [decide],
      tone: "primary",
      key: "a",
      guards: [
        { name: "has", fact: "witnessedAt" },
        { name: "lacks", fact: "questionedAt" },
      ],
      form: [
        { kind: "number", name: "votes", label: "赞成票", unit: "票", required: true, min: 1, max: 1000 },
        { kind: "number", name: "present", label: "到会代表", unit: "人", required: true, min: 1, max: 1000 },
        {
          kind: "assignees",
          name: "to",
          label: "谁来实施",
          required: true,
          tiers: ["team", "property", "unit", "department", "enterprise"],
        },
      ],
      effects: [
        { name: "keep", field: "votes", fact: "votes" },
        { name: "keep", field: "present", fact: "present" },
        { name: "stamp", fact: "decidedAt" },
        { name: "offer", mode: "assign", field: "to" },
        { name: "stamp", fact: "dispatchedAt" },
      ],
      tells: [
        { to: [{ party: "offered" }], text: "居民代表会议请您实施：{title}（{place}）" },
        { to: [reporter], text: "“{title}”表决通过，{form.present} 位代表到会，{form.votes} 票赞成。" },
      ],
    },
    reject: {
      label: "没有通过，重拟方案",
      target: "planning",
      by: [decide],
      guards: [{ name: "has", fact: "witnessedAt" }],
      form: [reason("代表们的意见")],
      effects: [{ name: "count", fact: "rounds" }],
      tells: [{ to: [vet, reporter], text: "“{title}”的方案没有通过，重新拟定：{form.reason}" }],
    },
  },
};
