/** 事项准入: what may be pushed down to a community, and what may not. */
import { act, minutes, refused, see, submit, told } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { community, monday } from "./people.ts";

const cast = {
  county: { phone: "19900000002" },
  street: { phone: "19900000003" },
  secretary: { phone: "19900000011" },
  desk: { phone: "19900000004" },
  resident: { phone: "19900000009" },
} as const;
const intake = {
  item: "relief-survey",
  owner: "民政局救助科",
  households: 46,
  until: "2025-03-20",
  support: "名单、交通补助，派两人同去",
};

const listed: Story = {
  id: "task-listed",
  title: "清单上的事，社区接收办理，部门验收",
  about: "清单外的事交不下来；清单内的要写清主责、支持和日期，社区办完由部门验收。",
  at: community,
  starts: monday,
  cast,
  demo: { ago: 130 },
  steps: [
    {
      do: "refusedSubmit",
      as: "street",
      category: "task",
      words: "请社区替我们收停车费。",
      data: { ...intake, item: "collect-parking-fees" },
      problem: "invalid-input",
    },
    {
      do: "refusedSubmit",
      as: "resident",
      category: "task",
      words: "请社区走访一下",
      data: intake,
      problem: "forbidden",
    },
    submit("street", "task", "低保对象春季走访核实。", { data: intake, app: "console" }),
    told("secretary", "新的居民心声"),
    refused("desk", "take", "forbidden"),
    act("secretary", "take"),
    act("secretary", "complete", { words: "走访四十六户，三户情况有变，已附表。" }, { after: minutes(1200) }),
    act("street", "sendBack", { reason: "第十二户少签字页。" }),
    act("secretary", "complete", { words: "签字页已补。" }),
    act("street", "confirm"),
    see("secretary", { state: "已办结" }),
  ],
  figures: { tasks: 1, "tasks-returned": 0 },
};

const objected: Story = {
  id: "task-objected",
  title: "社区有异议，区里复核退回部门",
  about: "借清单之名交别的活，社区提出异议，区里复核成立，退回交办的部门。",
  at: community,
  starts: monday,
  cast,
  demo: { ago: 55 },
  steps: [
    submit("street", "task", "入户核实信息时顺便推销手机软件，每户都要装。", {
      data: { ...intake, item: "census", support: "无" },
      app: "console",
    }),
    act("secretary", "object", { reason: "内容与清单所列不符，强装软件是额外负担。" }),
    refused("street", "reject", "forbidden", { reason: "要装" }),
    act("county", "uphold", { reason: "清单只到信息核实，不得搭车推广软件。" }),
    told("secretary", "不由社区办"),
    see("street", { state: "异议成立，已退回部门" }),
  ],
  figures: { tasks: 1, "tasks-returned": 1 },
};

export const tasks: readonly Story[] = [listed, objected];
