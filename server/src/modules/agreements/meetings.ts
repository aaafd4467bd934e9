/** Joint meetings: called, changed, answered, held; what was agreed on there becomes items with owners and days. */
import type { ItemOwner } from "@ginkgo/shared/api/agreed-items.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { z } from "zod";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { attachFiles } from "../../platform/files/attach.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import { audienceOf, ownerFrom } from "./items.ts";
import { insertItems } from "./items-repo.ts";
import { everyone, type PlanInput, planFrom, spanFrom, titleOf, whenWhere, who } from "./meetings-model.ts";
import {
  attendeesOf,
  attendsMeeting,
  dropAttendees,
  findMeeting,
  forgetAnswers,
  type Invited,
  insertAttendees,
  insertMeeting,
  keepAnswer,
  keepPresence,
  lastRound,
  type Meeting,
  type MeetingPlan,
  saveMeeting,
} from "./meetings-repo.ts";
import { areaOf, isPlace, rulesIn, speaksFor } from "./model.ts";
import { mayEdit, mayRead, type Viewing } from "./sight.ts";
import { type Audience, announce } from "./telling.ts";

type Owner = z.output<typeof ItemOwner>;

export const createMeetings = (deps: AgreementsDeps) => {
  const { db, clock, forest, packs } = deps;

  const viewingFor = async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  const invitedFrom = async (tx: Tx, { tree }: Viewing, input: PlanInput): Promise<Invited[]> => {
    const found: Invited[] = [];
    for (const [i, node] of [...new Set(input.bodies)].entries()) {
      const owner = await ownerFrom(tx, { tree }, { node }, `bodies[${i}]`);
      found.push({ bodyId: owner.ownerNodeId, accountId: null, name: owner.ownerName });
    }
    for (const [i, person] of [...new Set(input.people)].entries()) {
      const owner = await ownerFrom(tx, { tree }, { person }, `people[${i}]`);
      found.push({ bodyId: null, accountId: owner.ownerId, name: owner.ownerName });
    }
    if (found.length === 0) throw invalid("bodies", "请选择参加的单位或人员。");
    return found;
  };

  const note = (tx: Tx, viewing: Viewing, id: string, seq: number, type: string, label: string, text: string) =>
    appendEvents(tx, [
      {
        subjectType: "joint-meeting",
        subjectId: id,
        seq,
        type,
        actor: viewing.actor,
        at: viewing.now,
        data: { label, text },
      },
    ]);

  const tell = (
    tx: Tx,
    viewing: Viewing,
    one: Pick<Meeting, "id" | "title" | "round" | "everyMonths">,
    said: { readonly label: string; readonly text: string; readonly key: string; readonly to: Audience },
  ): void =>
    announce(tx, {
      about: { type: "meeting", id: one.id },
      title: `${said.label}：${titleOf(one)}`,
      text: said.text,
      at: viewing.now,
      actorId: viewing.actor.accountId,
      to: said.to,
      key: `${one.id}/${said.key}`,
    });

  const begin = async (
    tx: Tx,
    viewing: Viewing,
    nodeId: string,
    plan: MeetingPlan,
    invited: readonly Invited[],
    series: { readonly seriesId?: string; readonly round: number },
  ): Promise<string> => {
    const { actor, tree, now } = viewing;
    const where = { nodeId, areaId: areaOf(tree, nodeId), ...series };
    const id = await insertMeeting(tx, plan, where, { id: actor.accountId, name: actor.name, at: now });
    await insertAttendees(tx, id, invited, 0);
    await note(tx, viewing, id, 1, "plan", "召集会议", whenWhere(plan));
    const attendees = (await attendeesOf(tx, [id])).get(id) ?? [];
    const said = { label: "请参加", text: `请参加“${plan.title}”：${whenWhere(plan)}。请回复能否参加。` };
    tell(tx, viewing, { ...plan, id, round: series.round }, { ...said, key: "1", to: everyone(attendees) });
    return id;
  };

  const changed = async (
    call: Call<Actor>,
    input: { readonly meetingId: string; readonly version?: number },
    change: (tx: Tx, viewing: Viewing, one: Meeting) => Promise<void>,
  ): Promise<void> => {
    const viewing = await viewingFor(call.actor);
    await db.once(call.actor.tenant, call.request, async (tx) => {
      const one = await findMeeting(tx, input.meetingId, true);
      const seen = one && (mayRead(viewing, one.nodeId) || (await attendsMeeting(tx, call.actor, one.id)));
      if (!one || !seen) throw notFound("这次会议");
      if (input.version !== undefined) {
        if (!mayEdit(viewing, one.nodeId)) throw forbidden("办理这次会议");
        if (one.version !== input.version) throw stale();
      }
      await change(tx, viewing, one);
      return { id: one.id };
    });
  };

  const mustBePlanned = (one: Meeting): void => {
    if (one.status !== "planned") throw new Refusal("not-allowed-now", "会议已经召开或取消，不能再改。");
  };

  return {
    plan: async (call: Call<Actor>, input: PlanInput & { readonly node: string }): Promise<string> => {
      const viewing = await viewingFor(call.actor);
      const { id } = await db.once(call.actor.tenant, call.request, async (tx) => {
        rulesIn((await packs.current(tx.tenant)).pack);
        if (!isPlace(viewing.tree, viewing.tree.get(input.node))) throw invalid("node", "没有这个地方，请重新选择。");
        if (!mayEdit(viewing, input.node)) throw forbidden("在这里召集联席会议");
        const invited = await invitedFrom(tx, viewing, input);
        return { id: await begin(tx, viewing, input.node, planFrom(input, viewing.now), invited, { round: 1 }) };
      });
      return id;
    },

    change: (call: Call<Actor>, input: PlanInput & { readonly meetingId: string; readonly version: number }) =>
      changed(call, input, async (tx, viewing, one) => {
        mustBePlanned(one);
        const plan = planFrom(input, viewing.now);
        const before = (await attendeesOf(tx, [one.id])).get(one.id) ?? [];
        const wanted = await invitedFrom(tx, viewing, input);
        const names = new Set(wanted.map(who));
        const gone = before.filter((attendee) => !names.has(who(attendee)));
        const known = new Set(before.map(who));
        await dropAttendees(
          tx,
          one.id,
          gone.map(({ id }) => id),
        );
        await insertAttendees(
          tx,
          one.id,
          wanted.filter((invited) => !known.has(who(invited))),
          before.length,
        );
        const moved =
          one.place !== plan.place ||
          one.startsAt.getTime() !== plan.startsAt.getTime() ||
          one.endsAt.getTime() !== plan.endsAt.getTime();
        if (moved) await forgetAnswers(tx, one.id);
        const version = await saveMeeting(tx, one, { plan });
        await note(tx, viewing, one.id, version, "change", moved ? "改时间或地点" : "修改会议", whenWhere(plan));
        const after = (await attendeesOf(tx, [one.id])).get(one.id) ?? [];
        const told = moved ? after : after.filter((attendee) => !known.has(who(attendee)));
        const meant = { ...one, ...plan };
        const text = `“${plan.title}”：${whenWhere(plan)}。请${moved ? "重新" : ""}回复能否参加。`;
        if (told.length > 0)
          tell(tx, viewing, meant, {
            label: moved ? "会议改期" : "请参加",
            text,
            key: `${version}`,
            to: everyone(told),
          });
        if (gone.length > 0)
          tell(tx, viewing, meant, {
            label: "不必参加",
            text: `“${plan.title}”不再需要您参加。`,
            key: `${version}/gone`,
            to: everyone(gone),
          });
      }),

    cancel: (call: Call<Actor>, input: { meetingId: string; version: number; reason: string }) =>
      changed(call, input, async (tx, viewing, one) => {
        mustBePlanned(one);
        const version = await saveMeeting(tx, one, { status: "cancelled" });
        await note(tx, viewing, one.id, version, "cancel", "取消会议", input.reason.trim());
        const to = everyone((await attendeesOf(tx, [one.id])).get(one.id) ?? []);
        const text = `“${one.title}”（${whenWhere(one)}）取消：${input.reason.trim()}`;
        tell(tx, viewing, one, { label: "会议取消", text, key: `${version}`, to });
      }),

    answer: (call: Call<Actor>, input: { meetingId: string; attendeeId: string; comes: boolean; words: string }) =>
      changed(call, { meetingId: input.meetingId }, async (tx, viewing, one) => {
        const { actor, now } = viewing;
        const attendees = (await attendeesOf(tx, [one.id])).get(one.id) ?? [];
        const attendee = attendees.find(({ id }) => id === input.attendeeId);
        if (!attendee) throw notFound("这位参加人");
        if (attendee.accountId !== actor.accountId && !speaksFor(actor, attendee.bodyId))
          throw forbidden(`代${attendee.name}回复`);
        if (one.status !== "planned" || one.endsAt < now)
          throw new Refusal("not-allowed-now", "会议已经召开或取消，不用再回复。");
        const words = input.words.trim();
        await keepAnswer(tx, one.id, attendee.id, { comes: input.comes, words, at: now, by: actor.name });
        const version = await saveMeeting(tx, one, {});
        const label = `${attendee.name}${input.comes ? "参加" : "不能参加"}`;
        await note(tx, viewing, one.id, version, "answer", label, words);
        if (!input.comes)
          tell(tx, viewing, one, {
            label: "不能参加",
            text: `${label}“${one.title}”。${words}`,
            key: `${version}`,
            to: { desk: one.nodeId },
          });
      }),

    /** Once it is held; later again, to correct the minutes or to add what was agreed on. */
    record: (
      call: Call<Actor>,
      input: {
        meetingId: string;
        version: number;
        minutes: string;
        present: readonly string[];
        photos: readonly string[];
        items: readonly { what: string; owner: Owner; due: string }[];
      },
    ) =>
      changed(call, input, async (tx, viewing, one) => {
        const { actor, tree, now } = viewing;
        if (one.status === "cancelled") throw new Refusal("not-allowed-now", "会议已经取消。");
        if (one.startsAt > now) throw new Refusal("not-allowed-now", "会议还没有开始，召开以后再登记纪要。");
        const attendees = (await attendeesOf(tx, [one.id])).get(one.id) ?? [];
        const known = new Set(attendees.map(({ id }) => id));
        if (input.present.some((id) => !known.has(id)))
          throw invalid("present", "到会名单里有人不在参加人中，请刷新后重选。");
        const subject = { type: "joint-meeting", id: one.id };
        if ((await attachFiles(tx, subject, actor.accountId, input.photos)) !== input.photos.length)
          throw invalid("photos", "有照片不存在、不是您上传的或已用在别的地方，请重新上传。");
        const items = [];
        for (const [i, { what, owner, due }] of input.items.entries()) {
          if (due < dayOf(one.startsAt)) throw invalid(`items[${i}].due`, `第 ${i + 1} 件事项的完成日期早于开会日期。`);
          items.push({ what: what.trim(), ...(await ownerFrom(tx, viewing, owner, `items[${i}].owner`)), due });
        }
        const first = one.status === "planned";
        await keepPresence(tx, one.id, input.present);
        const version = await saveMeeting(tx, one, { status: "held", minutes: input.minutes.trim() });
        const changes = first || one.minutes === input.minutes.trim() ? "" : `原纪要：${one.minutes ?? ""}`;
        await note(tx, viewing, one.id, version, "record", first ? "登记会议纪要" : "补充、更正纪要", changes);
        const source = { type: "meeting", id: one.id, nodeId: one.nodeId, areaId: one.areaId } as const;
        const ids = await insertItems(tx, actor, source, items, "open", now);
        items.forEach((item, i) => {
          announce(tx, {
            about: { type: "agreed-item", id: ids[i] ?? "" },
            title: `会议定下的事项：${item.what}`,
            text: `“${one.title}”定下：${item.what}，请在 ${item.due} 前完成。`,
            at: now,
            actorId: actor.accountId,
            to: audienceOf(item, tree),
            key: `${ids[i]}/1`,
          });
        });
        if (first)
          tell(tx, viewing, one, {
            label: "会议纪要",
            text: `“${one.title}”的会议纪要已经整理好，请查看。`,
            key: `${version}`,
            to: everyone(attendees),
          });
      }),

    /** The same people; what is still owed of earlier rounds stands on the series' page. */
    next: async (
      call: Call<Actor>,
      input: { meetingId: string; startsAt: string; endsAt: string; agenda: string },
    ): Promise<string> => {
      const viewing = await viewingFor(call.actor);
      const { id } = await db.once(call.actor.tenant, call.request, async (tx) => {
        const one = await findMeeting(tx, input.meetingId, true);
        if (!one || !mayRead(viewing, one.nodeId)) throw notFound("这次会议");
        if (!mayEdit(viewing, one.nodeId)) throw forbidden("召集下一次会议");
        const round = (await lastRound(tx, one.seriesId)) + 1;
        if (round !== one.round + 1)
          throw new Refusal("conflict", `第 ${round - 1} 次会议已经召集，请从最近一次接着召集。`);
        const plan = { ...one, ...spanFrom(input.startsAt, input.endsAt, viewing.now), agenda: input.agenda.trim() };
        const invited = (await attendeesOf(tx, [one.id])).get(one.id) ?? [];
        return { id: await begin(tx, viewing, one.nodeId, plan, invited, { seriesId: one.seriesId, round }) };
      });
      return id;
    },
  };
};
export type MeetingsService = ReturnType<typeof createMeetings>;
