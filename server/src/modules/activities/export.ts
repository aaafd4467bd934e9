/** Excel sheets: who takes part in an activity, and one's own hours. */
import { minutesByWords, statusWords } from "@ginkgo/shared/activity-words.ts";
import { dayOf, minutesAt, spanWords, timeOf } from "@ginkgo/shared/day.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { type Sheet, writeBook, xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { attachment } from "../../platform/http/sheets.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Activities } from "./service.ts";

const timeText = (at: string | null, by: string | null): string => {
  if (!at) return "";
  const date = new Date(at);
  return `${dayOf(date)} ${timeOf(minutesAt(date))}${by === "staff" ? "（工作人员登记）" : ""}`;
};

const send = (reply: FastifyReply, file: Buffer, name: string) =>
  reply
    .type(xlsxMime)
    .header("content-disposition", attachment(name))
    .header("cache-control", "private, no-store")
    .send(file);

const rollSheet = ({ activity, items, shifts }: Awaited<ReturnType<Activities["reading"]["roll"]>>): Sheet => {
  const when = new Map(
    shifts.map((shift) => [shift.id, `${spanWords(shift.startsAt, shift.endsAt)}${shift.place && ` ${shift.place}`}`]),
  );
  return {
    name: "名单",
    above: [`${activity.matter.title} ${activity.venue} ${activity.organiser}`],
    columns: [
      { header: "场次", width: 30 },
      { header: "姓名", width: 12 },
      { header: "单位", width: 24 },
      { header: "状态", width: 10 },
      { header: "签到", width: 24 },
      { header: "签退", width: 24 },
      { header: "时长（分钟）", width: 12 },
      { header: "时长来源", width: 16 },
      { header: "说明", width: 30 },
    ],
    rows: items.map((one) => [
      when.get(one.shiftId) ?? "",
      one.name,
      one.unit?.name ?? "",
      statusWords[one.status].label,
      timeText(one.inAt, one.inBy),
      timeText(one.outAt, one.outBy),
      one.minutes,
      one.minutesBy ? minutesByWords[one.minutesBy] : "",
      one.reason ?? "",
    ]),
  };
};

const pageSize = 200;
const mostHours = 10_000;

const hoursSheet = async (activities: Activities, actor: Actor): Promise<Sheet> => {
  const rows: Sheet["rows"][number][] = [];
  let cursor: string | undefined;
  let minutes = 0;
  do {
    const page = await activities.own.hours(actor, { cursor, limit: pageSize });
    minutes = page.minutes;
    for (const one of page.items)
      rows.push([
        one.title,
        one.kindLabel,
        one.place,
        spanWords(new Date(one.startsAt), new Date(one.endsAt)),
        one.minutes,
        minutesByWords[one.minutesBy],
        one.final ? "已确认" : "公示中",
      ]);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && rows.length < mostHours);
  return {
    name: "服务时长",
    above: [`${actor.name}，共 ${rows.length} 次，${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`],
    columns: [
      { header: "活动", width: 32 },
      { header: "类型", width: 14 },
      { header: "地点", width: 24 },
      { header: "时间", width: 30 },
      { header: "时长（分钟）", width: 12 },
      { header: "时长来源", width: 16 },
      { header: "公示", width: 10 },
    ],
    rows,
  };
};

export const activityFileRoutes = (
  app: FastifyInstance,
  activities: Activities,
  sessions: SessionPort<Actor>,
): void => {
  app.get<{ Params: { activityId: string } }>("/api/v1/activities/:activityId/people.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    const { activityId } = request.params;
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(activityId)) throw notFound("这个活动");
    const roll = await activities.reading.roll(actor, activityId);
    return send(reply, await writeBook([rollSheet(roll)]), `名单 ${roll.activity.matter.title}.xlsx`);
  });
  app.get("/api/v1/my-hours/export.xlsx", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    return send(reply, await writeBook([await hoursSheet(activities, actor)]), "我的服务时长.xlsx");
  });
};
