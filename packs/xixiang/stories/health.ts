/** A home visit by health centre and village squad, with a referral to a hospital. */
import { act, hidden, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Part, Story } from "../../story.ts";

const cast = {
  resident: { resident: true },
  neighbour: { resident: true },
  village: { role: "community-secretary" },
  clinic: { role: "unit-clerk", on: "clinic/township" },
  squad: { role: "grid-worker" },
  hospital: { role: "unit-clerk", on: "clinic-610724-hospital1" },
  other: { role: "unit-clerk", on: "clinic-610724-hospital2" },
} as const satisfies Record<string, Part>;

const base = { at: "610724101202", starts: "2025-03-03 09:00", cast } as const;

const visited: Story = {
  ...base,
  id: "blood-pressure",
  title: "卫生院和村小分队上门，转到县医院",
  about: "病情只有上门的医护看得到；医院转回意见、小分队做完自己的部分，才算结束。",
  demo: { ago: 100 },
  steps: [
    submit("resident", "home-visit", "父亲下不了床，想请医生上门量血压、看看褥疮。", { visibility: "confidential" }),
    hidden("neighbour"),
    hidden("clinic"),
    act("village", "arrange", { to: ["@~clinic/township"], squad: ["@610724101202"], on: "2025-03-05" }),
    told("resident", "已安排"),
    told("squad", "上门服务"),
    act("clinic", "take"),
    act("squad", "join"),
    act("clinic", "record", { words: "血压偏高，骶部褥疮二期，需要清创。" }),
    see("village", { notOnTimeline: ["褥疮二期"] }),
    see("resident", { notOnTimeline: ["褥疮二期"] }),
    act(
      "clinic",
      "refer",
      { to: ["@clinic-610724-hospital1"], words: "褥疮清创，请安排门诊。" },
      { opens: { referral: "@clinic-610724-hospital1" } },
    ),
    act("squad", "finishPart", { words: "带了路，帮着翻身擦洗。" }),
    refused("clinic", "finish", "not-allowed-now", { words: "结束" }),
    { do: "see", as: "other", case: "referral", hidden: true },
    act("hospital", "take", { on: "2025-03-07" }, { on: "referral" }),
    act("hospital", "advise", { words: "已清创，每三天换药，卫生院可做。" }, { on: "referral", after: minutes(900) }),
    told("clinic", "医院转回意见", "referral"),
    act("clinic", "finish", { words: "量了血压，联系了清创，教了翻身。" }),
    act("resident", "rate", { solved: true, stars: 5, words: "省得抬下楼。" }),
    see("resident", { state: "已完成" }),
  ],
  figures: { visits: 1, referrals: 1 },
};

const waiting: Story = {
  ...base,
  id: "vaccine",
  title: "上门接种，等卫生院接手",
  about: "村里已安排，卫生院还没有接手。",
  demo: { ago: 5 },
  steps: [
    submit("resident", "home-visit", "奶奶九十了，想请人上门打疫苗。"),
    act("village", "arrange", { to: ["@~clinic/township"], squad: ["@610724101202"], on: "2025-03-06" }),
    see("resident", { state: "待医疗机构接手" }),
  ],
  figures: { visits: 0 },
};

export const health: readonly Story[] = [visited, waiting];
