/** 泾阳县 "双报到·为民行": members go down into compounds, units agree with communities, everyone turns out. */
import { call, claim, importMembers, look, putUp, seeMatter, shared, step } from "../../base/part-steps.ts";
import {
  agreed,
  needClaimed,
  registerFirst,
  stillOpen,
  takenOn,
  turnsOut,
  unitsRegister,
} from "../../base/part-stories.ts";
import type { Story } from "../../story.ts";

const east = "610423001008";

const unitRegisters = unitsRegister({
  id: "unit-registers",
  title: "机关党组织到社区报到",
  about: "单位党组织向所在社区报到，社区确认。",
  unit: `units-${east}-001`,
  starts: "2025-02-10 09:00",
  data: { contact: "机关党支部书记", memberCount: 26 },
  figures: { "registered-units": 1 },
  full: { times: 210, over: "unit-branch" },
  demo: { ago: 320 },
});

const downIntoCompounds: Story = {
  id: "down-into-compounds",
  title: "党员下沉小区",
  about: "单位的党员名单按居住的小区登记。",
  at: `${east}-c05`,
  starts: "2025-02-17 09:00",
  cast: { desk: { role: "community-desk" } },
  steps: [importMembers("desk", "member", shared(4, 2969), "@.", "@~unit-branch")],
  figures: { "registered-members": 4, "registered-compounds": 1 },
  full: { times: 97, over: "compound" },
  demo: { ago: 160 },
};

const bulletin: Story = {
  id: "daily-bulletin",
  title: "日通报",
  about: "当天多少人报到、到了几个小区，书记当天就看得到；没有权限的人看不到名单。",
  at: `${east}-c10`,
  starts: "2025-02-20 09:00",
  cast: { desk: { role: "community-desk" }, secretary: { role: "community-secretary" } },
  steps: [
    importMembers("desk", "member", 5, "@.", "@~unit-branch"),
    look("secretary", "bulletin.bulletin", { day: "2025-02-20" }, { "sums.newPeople": 5, "sums.leftPeople": 0 }),
  ],
};

const activities = turnsOut({
  id: "branch-activity",
  title: "支部共建、文明创建、基层治理的活动",
  about: "社区和报到党员一起办活动：发布招募，报名，签到签退，报成果。",
  at: `${east}-c02`,
  starts: "2025-03-10 09:00",
  gathering: {
    kind: "{pick:service|event|talk|service}",
    title: "{pick:清洁家园一小时|邻里文明劝导|防养老诈骗宣讲|便民理发修鞋进小区}",
    words: "报到党员和居民一起，把小区的事办好。",
    venue: "小区中心广场",
    shifts: [2],
  },
  hands: { residents: 2 },
  checksIn: false,
  result: "参加的人各忙各的，清了楼道，也听了意见。",
  figures: { activities: 1 },
  full: { times: 276, over: "compound" },
});

const cleaning = turnsOut({
  id: "cleaning-hour",
  title: "清洁家园：签到签退，时长由记录得出",
  about: "居民看着大屏上的码签到、签退，时长不用谁填。",
  at: `${east}-c04`,
  starts: "2025-04-11 09:00",
  gathering: {
    kind: "service",
    title: "清洁家园一小时",
    words: "清理楼道杂物和小广告，带好手套。",
    venue: "小区东门",
    shifts: [2],
    capacity: 12,
  },
  hands: { residents: 4 },
  result: "清理楼道六栋，小广告一百多处。",
  afterwards: [look("hands", "activities.hours", {}, { minutes: 120, times: 1 })],
  demo: { ago: 60 },
});

const agreement = agreed({
  id: "joint-agreement",
  title: "签订《共建共享共治协议书》",
  about: "单位党组织与社区约定一年里一起做的事，各方同意后生效。",
  unit: `units-${east}-002`,
  starts: "2025-02-24 09:00",
  what: "共建共享共治协议书",
  items: ["开放单位停车场，晚六点到早八点", "每季度到社区上一次专业课"],
  figures: { agreements: 1 },
  full: { times: 210, over: "unit-branch" },
  demo: { ago: 210 },
});

const jointMeeting: Story = {
  id: "joint-meeting",
  title: "党建联席会议，议定的事有人领、有日子",
  about: "社区召集单位开联席会议，纪要里定下的事落到单位和日期，办完上报。",
  at: `units-${east}-003`,
  starts: "2025-03-06 09:00",
  cast: { desk: { role: "community-desk" }, unit: { role: "unit-secretary" } },
  steps: [
    call(
      "desk",
      "meetings.plan",
      {
        node: "@~community",
        title: "东街社区党建联席会议",
        place: "社区多功能会议室",
        startsAt: "2025-03-07 15:00",
        endsAt: "2025-03-07 16:30",
        agenda: "一、三个清单怎么对；二、老旧小区停车",
        bodies: ["@."],
      },
      { name: "meeting" },
    ),
    call(
      "unit",
      "meetings.answer",
      { meetingId: "#meeting", attendeeId: "#meeting.attendees.0.id", comes: true, words: "准时到" },
      { name: "answered" },
    ),
    call(
      "desk",
      "meetings.record",
      {
        meetingId: "#meeting",
        version: "#answered.version",
        minutes: "单位愿意晚上开放停车场，下月十日前办妥。",
        present: ["#meeting.attendees.0.id"],
        items: [{ what: "晚上开放停车场三十个车位", owner: { node: "@." }, due: "2025-04-14" }],
      },
      { name: "held", after: { hours: 31 } },
    ),
    call(
      "unit",
      "agreedItems.report",
      {
        itemId: "#held.agreedItems.0.id",
        version: "#held.agreedItems.0.version",
        progress: 100,
        note: "已经开放，门岗登记即可。",
      },
      { after: { days: 20 }, says: { state: "done" } },
    ),
  ],
  demo: { ago: 100 },
};

const wish = needClaimed({
  id: "wish-claimed",
  title: "微心愿：孩子想要一张书桌",
  about: "居民说出心愿，社区审核后开放认领，邻居认领、送到，居民确认并评价。",
  at: `${east}-c06`,
  starts: "2025-05-12 09:00",
  by: { resident: true },
  thing: { kind: "wish", title: "给孩子添一张书桌", words: "孩子上小学了，还在饭桌上写作业。" },
  claimant: { resident: true },
  did: "买了一张能升降的书桌，送到家装好了。",
  figures: { "needs-met": 1 },
  demo: { ago: 40 },
});

const openNeeds: Story = {
  id: "open-needs",
  title: "需求清单和资源清单摆在一起",
  about: "社区列需求，单位列资源，都开放认领。",
  at: `units-${east}-004`,
  starts: "2025-05-14 09:00",
  cast: { desk: { role: "community-desk" }, unit: { role: "unit-secretary" } },
  steps: [
    putUp("desk", "lamp", {
      kind: "need",
      title: "楼道灯坏了要换六盏",
      words: "老楼没有物业，需要会电工的人帮忙换灯。",
      skills: ["electrician"],
      places: 2,
      lng: 108.8433,
      lat: 34.5184,
    }),
    putUp("desk", "tutor", {
      kind: "need",
      title: "周六上午辅导小学生作业",
      words: "双职工家庭多，希望有老师来带一带。",
      skills: ["teaching", "tutoring"],
      places: 4,
      lng: 108.8445,
      lat: 34.519,
    }),
    putUp("desk", "legal", {
      kind: "need",
      title: "房屋租赁纠纷咨询",
      words: "几户租客想问押金怎么要回来。",
      skills: ["law"],
      lng: 108.8421,
      lat: 34.5179,
    }),
    putUp("unit", "hall", {
      kind: "resource",
      title: "单位会议室周末开放",
      words: "能坐四十人，有投影，居民议事、讲座都可以用。",
      bodyId: "@.",
      skills: ["policy"],
    }),
    step("desk", "hall", "approve"),
    seeMatter("unit", "tutor", { state: "开放认领" }),
  ],
  demo: { ago: 30 },
};

const post = takenOn({
  id: "member-post",
  title: "报到党员认岗",
  about: "党员报到后按特长认领岗位，社区看得到他记下的事。",
  at: `${east}-c07`,
  starts: "2025-03-24 09:00",
  before: registerFirst("helper", "member", { skills: ["mediation"] }),
  thing: { kind: "post", title: "邻里调解员", words: "小区里的小矛盾先坐下来说。", skills: ["mediation"] },
  claimant: { resident: true },
  note: "调了一起楼上漏水的事，两家握了手。",
  figures: { "posts-claimed": 1 },
  demo: { ago: 70 },
});

const lastPlace: Story = {
  id: "last-place",
  title: "最后一个名额只给一个人",
  about: "两个人都想认领，先到的得到；后到的被告知附近还有什么可以认领。",
  at: `${east}-c08`,
  starts: "2025-05-19 09:00",
  cast: { desk: { role: "community-desk" }, first: { resident: true }, second: { resident: true } },
  steps: [
    putUp("desk", "need", { kind: "need", title: "陪老人去医院", words: "周三上午陪王奶奶去复查。" }),
    claim("first", "need", "mine"),
    call("second", "claims.claim", { claimableId: "#need" }, { refused: "already-taken" }),
    step("first", "mine", "withdraw", { reason: "时间冲突" }),
    claim("second", "need", "theirs"),
    seeMatter("second", "theirs", { state: "进行中" }),
  ],
};

const open = stillOpen({
  at: "610423001008-c09",
  starts: "2025-06-09 09:00",
  gathering: { kind: "service", title: "社区书屋周末整理", words: "带一双手就行，中午有面。", venue: "社区书屋" },
  registration: "member",
});

export const takingPart: readonly Story[] = [
  unitRegisters,
  downIntoCompounds,
  bulletin,
  activities,
  cleaning,
  agreement,
  jointMeeting,
  wish,
  openNeeds,
  post,
  lastPlace,
  open,
];
