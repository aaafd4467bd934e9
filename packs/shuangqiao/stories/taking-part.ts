/** 双桥区: eight teams accept what residents ask, people who live alone are visited regularly, unit and community are allied. */
import { call, importMembers, look, shared } from "../../base/part-steps.ts";
import { agreed, needClaimed, stillOpen, turnsOut, unitsRegister } from "../../base/part-stories.ts";
import { days } from "../../base/story-steps.ts";
import type { Story } from "../../story.ts";
import { contents } from "../categories.ts";

const tagou = "130802006004";

const services = needClaimed({
  id: "service-accepted",
  title: "居民点单，志愿服务队按特长接单",
  about: "居民需求按内容派单，服务队接单，做完写下服务了多少人，居民确认。",
  at: `team-${tagou}-health`,
  starts: "2025-05-12 09:00",
  by: { role: "community-desk" },
  thing: {
    kind: "service",
    title: "{pick:义诊量血压|上门理发|法律咨询|家电维修|楼道清洁|陪伴独居老人|防诈骗宣传|矛盾调解}",
    words: "社区收集上来的需求，按内容派给合适的队伍。",
  },
  claimant: { role: "team-lead" },
  body: "@.",
  did: "按约定的时间去了，事情办妥。",
  data: { served: "share:9/12000" },
  figures: { services: 1, served: 9 },
  full: { times: 1330, over: "team" },
  demo: { ago: 50 },
});

const volunteers: Story = {
  id: "volunteers-registered",
  title: "六百多名注册志愿者，八支队伍",
  about: "社区把志愿者名单一次读进来，重复的不会登记两遍。",
  at: tagou,
  starts: "2025-03-10 09:00",
  cast: { desk: { role: "community-desk" } },
  steps: [importMembers("desk", "volunteer", shared(6, 612), "@~community", null)],
  figures: { volunteers: 6 },
  full: { times: 1 },
  demo: { ago: 280 },
};

const units = unitsRegister({
  id: "units-register",
  title: "机关党组织双报到",
  about: "机关党组织到社区报到，结成红色联盟。",
  unit: `units-${tagou}-001`,
  starts: "2025-02-24 09:00",
  figures: { "registered-units": 1 },
  full: { times: 44, over: "unit-branch" },
  demo: { ago: 300 },
});

const person = (name: string, more: Readonly<Record<string, string>> = {}) => ({ name, phone: "19900000777", ...more });
const visits: Story = {
  id: "tracked-visits",
  title: "独居老人定期走访，过期有人问",
  about: "每两周上门一次，写下身体和居家情况；两周没去，走访的人和社区都会收到提醒；没见到人还算没去。",
  at: `${tagou}-c02`,
  starts: "2025-04-14 09:00",
  cast: {
    desk: { role: "community-desk" },
    lead: { role: "team-lead", on: "team/elderly" },
    other: { resident: true },
  },
  steps: [
    call(
      "desk",
      "care.addPlan",
      {
        kind: "alone",
        nodeId: "@~community",
        person: person("赵淑琴", { address: "塔沟新村 5 栋", health: "高血压", guardian: "赵建国" }),
        visitors: ["person:lead"],
        teamId: null,
      },
      { name: "plan" },
    ),
    look("other", "care.plan", { planId: "#plan" }, {}, { refused: "not-found" }),
    call(
      "lead",
      "care.visit",
      { planId: "#plan", met: true, data: { health: "good", home: "mended", did: "换了老化的插线板" } },
      { after: days(3) },
    ),
    look("desk", "care.plan", { planId: "#plan" }, { due: "ok", name: "赵**" }),
    { do: "wait", after: days(16) },
    look("desk", "care.plan", { planId: "#plan" }, { due: "late" }),
    call(
      "lead",
      "care.visit",
      { planId: "#plan", met: true, data: { health: "usual", home: "safe", did: "量血压、陪着说了会儿话" } },
      { after: { hours: 2 } },
    ),
    look("desk", "care.plan", { planId: "#plan" }, { due: "ok" }),
  ],
  figures: { visited: 1, visits: 2 },
  full: { times: 44, over: "compound" },
  demo: { ago: 150 },
};

const firstAid = turnsOut({
  id: "first-aid",
  title: "医学院师生来教急救",
  about: "报到单位的老师学生到社区教急救，居民报名、签到、签退，办完报服务人数。",
  at: `${tagou}-c03`,
  starts: "2025-07-07 09:00",
  gathering: {
    kind: "service",
    title: "海姆立克急救法示范",
    words: "中暑、溺水、气道异物怎么救，一对一教。",
    venue: "党员活动室",
    shifts: [2],
    capacity: 30,
  },
  hands: { residents: 3 },
  result: "四十多位居民学会了。",
  data: { served: 42 },
  figures: { activities: 1 },
  demo: { ago: 36 },
});

const alliance = agreed({
  id: "alliance",
  title: "红色联盟共建协议",
  about: "报到单位与社区写明一年里做什么。",
  unit: `units-${tagou}-002`,
  starts: "2025-03-17 09:00",
  what: "红色联盟共建协议书",
  items: ["每周来一次健康服务", "包联独居老人十户"],
  demo: { ago: 180 },
});

/** The teams of 塔沟社区, each of its kind. */
export const teamKinds = contents.map(({ id }) => id);

const open = stillOpen({
  at: "130802006004-c04",
  starts: "2025-08-04 09:00",
  gathering: { kind: "service", title: "上门理发", words: "带推子，走访六位老人。", venue: "塔沟社区活动室" },
  registration: "volunteer",
});

export const takingPart: readonly Story[] = [services, volunteers, units, visits, firstAid, alliance, open];
