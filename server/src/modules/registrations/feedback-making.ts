/** At the end of each period every unit gets one feedback on its members; made, looked through and sent by jobs, once. */
import type { FeedbackSums } from "@ginkgo/shared/api/bulletin.ts";
import type { RegistrationKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { membersOf, nearestHolders } from "../identity/index.ts";
import { dayText } from "../matters/index.ts";
import type { Notice } from "../notify/index.ts";
import type { Deed, RegistrationsDeps } from "./deps.ts";
import * as repo from "./feedback-repo.ts";
import { keepRight } from "./model.ts";
import { lastPeriod, type Period, periodLabel } from "./period.ts";
import { speakingRoles } from "./registering.ts";

export const sentTask = "registrations.sent";

/** Days a community has for its part; then it is sent as it is, so that no unit waits for ever. */
const daysToLook = 10;
const dayLength = 24 * 3_600_000;

const linesFor = (members: readonly repo.Member[], deeds: readonly Deed[]): repo.NewLine[] => {
  const byRegistration = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const own = members.filter(({ account_id }) => account_id === deed.accountId);
    // A deed belongs to the community it was done in; elsewhere, to where they registered first.
    const home = own.find(({ community_id }) => community_id === deed.areaId) ?? own[0];
    if (home) byRegistration.set(home.id, [...(byRegistration.get(home.id) ?? []), deed]);
  }
  return members.map(({ id, community_id }) => {
    const own = byRegistration.get(id) ?? [];
    return {
      registrationId: id,
      communityId: community_id,
      claims: own.filter(({ type }) => type === "claim").length,
      activities: own.filter(({ type }) => type === "activity").length,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      deeds: own.map(({ type, title, at }) => ({ type, title, at: at.toISOString() })),
    };
  });
};

const sumsFor = (
  members: readonly repo.Member[],
  lines: readonly repo.NewLine[],
  { from, to }: Period,
): FeedbackSums => {
  const sum = (of: (line: repo.NewLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    people: new Set(members.map(({ account_id }) => account_id)).size,
    joined: members.filter(({ registered_at }) => registered_at >= from).length,
    left: members.filter(({ ended_at }) => ended_at !== null && ended_at < to).length,
    claims: sum(({ claims }) => claims),
    activities: sum(({ activities }) => activities),
    minutes: sum(({ minutes }) => minutes),
  };
};

const told = (
  kind: RegistrationKind,
): kind is RegistrationKind & { feedback: Exclude<RegistrationKind["feedback"], "none"> } =>
  kind.who === "person" && kind.feedback !== "none" && kind.unitSees !== "nothing";

const rolesWith = (pack: Pack, right: string): string[] =>
  Object.entries(pack.roles).flatMap(([id, { rights }]) => (rights.includes(right) ? [id] : []));

export const createFeedbackMaking = (deps: RegistrationsDeps) => {
  const { db, clock, packs, forest, notify } = deps;

  /** One unit, one transaction. Answers the communities that now have a part to look through. */
  const makeOne = (tenant: string, kindId: string, kind: RegistrationKind, period: Period, unitId: string) =>
    db.inTenant(tenant, async (tx): Promise<readonly string[]> => {
      const members = await repo.membersOfUnit(tx, kindId, unitId, period);
      if (members.length === 0) return [];
      const accounts = [...new Set(members.map(({ account_id }) => account_id))];
      const deeds = [...(await repo.claimsDone(tx, accounts, period))];
      for (const port of deps.deeds) deeds.push(...(await port(tx, accounts, period)));
      const lines = linesFor(members, deeds);
      const at = clock.now();
      const id = await repo.insertFeedback(tx, {
        kind: kindId,
        period,
        unitId,
        unitSees: kind.unitSees === "records" ? "records" : "sums",
        sums: sumsFor(members, lines, period),
        lines,
        at,
        sendBy: new Date(at.getTime() + daysToLook * dayLength),
      });
      if (!id) return [];
      await appendEvents(tx, [
        { subjectType: "feedback", subjectId: id, seq: 1, type: "made", actor: { accountId: null, name: "系统" }, at },
      ]);
      return [...new Set(lines.map(({ communityId }) => communityId))];
    });

  const askCommunities = async (tenant: string, kindId: string, period: Period, communities: ReadonlySet<string>) => {
    const { pack } = await packs.current(tenant);
    const tree = await forest.tree(tenant);
    const keepers = rolesWith(pack, keepRight);
    const at = clock.now();
    const by = dayText(new Date(at.getTime() + daysToLook * dayLength), at);
    const notices = await db.inTenant(tenant, async (tx) => {
      const all: Notice[] = [];
      for (const id of communities)
        all.push({
          accountIds: await nearestHolders(tx, tree, keepers, id),
          title: "请核对给单位的反馈",
          text: `${tree.get(id)?.name ?? ""}：${periodLabel(period.id)}的党员参与情况已汇总，请在 ${by} 前核对、补充评语并确认；到期自动发给单位。`,
          weight: "normal",
          at,
          sourceKey: `feedback/${kindId}/${period.id}/${id}`,
        });
      return all;
    });
    await notify.tell(tenant, notices);
  };

  const make = async (tenant: string): Promise<void> => {
    const { pack } = await packs.current(tenant);
    for (const [kindId, kind] of Object.entries(pack.registrations)) {
      if (!told(kind)) continue;
      const period = lastPeriod(kind.feedback, clock.now());
      const units = await db.inTenant(tenant, (tx) => repo.unitsToTell(tx, kindId, period));
      const communities = new Set<string>();
      for (const unit of units) for (const id of await makeOne(tenant, kindId, kind, period, unit)) communities.add(id);
      if (communities.size > 0) await askCommunities(tenant, kindId, period, communities);
    }
  };

  /** Called with the row locked: it goes out once. */
  const send = async (
    tx: Tx,
    row: repo.FeedbackRow,
    actor: { readonly accountId: string | null; readonly name: string },
  ): Promise<void> => {
    const at = clock.now();
    const seq = await repo.saveFeedback(tx, row, at);
    await appendEvents(tx, [{ subjectType: "feedback", subjectId: row.id, seq, type: "sent", actor, at }]);
    tx.enqueue(sentTask, { tenant: tx.tenant, feedbackId: row.id }, { key: `${sentTask}/${row.id}` });
  };

  const sendDue = async (tenant: string): Promise<void> => {
    const due = await db.inTenant(tenant, (tx) => repo.dueToSend(tx, clock.now()));
    for (const id of due)
      await db.inTenant(tenant, async (tx) => {
        const row = await repo.lockFeedback(tx, id);
        if (row && row.sent_at === null) await send(tx, row, { accountId: null, name: "系统" });
      });
  };

  return {
    send,

    /** Daily: makes what the last period lacks, sends what nobody looked through in time. Safe to repeat. */
    sweep: async (): Promise<void> => {
      for (const { tenant } of await packs.tenants()) {
        await make(tenant);
        await sendDue(tenant);
      }
    },

    /** Job: the unit's clerks hear that it is there. */
    tellUnit: async ({ tenant, feedbackId }: { readonly tenant: string; readonly feedbackId: string }) => {
      const { pack } = await packs.current(tenant);
      const tree = await forest.tree(tenant);
      const notice = await db.inTenant(tenant, async (tx): Promise<Notice | undefined> => {
        const row = await repo.findFeedback(tx, feedbackId);
        if (!row?.sent_at) return undefined;
        const label = pack.registrations[row.kind]?.label ?? "报到";
        return {
          accountIds: await membersOf(tx, speakingRoles(pack), [row.unit_id]),
          title: "收到社区反馈",
          text: `${tree.get(row.unit_id)?.name ?? ""}：${periodLabel(row.period)}“${label}”的反馈已送达，请在单位页查看。`,
          weight: "normal",
          at: row.sent_at,
          sourceKey: `feedback-sent/${row.id}`,
        };
      });
      if (notice) await notify.tell(tenant, [notice]);
    },
  };
};
export type FeedbackMaking = ReturnType<typeof createFeedbackMaking>;
