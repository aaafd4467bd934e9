/** The only ways a place's pack changes while the server runs: publishing the draft, and going back to an earlier version. */
import type { Input } from "@ginkgo/shared/api/contract.ts";
import type { PackVersionView, packApi } from "@ginkgo/shared/api/pack.ts";
import { diffPacks } from "@ginkgo/shared/pack/diff.ts";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { hashOf, readPack, storable } from "./content.ts";
import { type Ground, mustPack, type PackEvent, type PacksDeps, recordPack } from "./deps.ts";
import { currentIn, obstaclesIn, versionView } from "./reading.ts";
import * as repo from "./repo.ts";
import { problemsOf, refuseFor } from "./rules.ts";

type Api = typeof packApi;

interface Publication {
  readonly content: unknown;
  readonly origin: repo.NewVersion["origin"];
  readonly basedOn: number;
  readonly note: string;
  readonly event: PackEvent;
}

/** Both versions are kept whole; the event only says at a glance what it was about. */
const keptChanges = 200;

const draftIsStale = (detail: string) => new Refusal("stale", detail);

export const createPublishing = (deps: PacksDeps) => {
  const { db, clock } = deps;

  /** Under the lock, with the version that is current in this transaction. */
  const publish = async (tx: Tx, ground: Ground, actor: Actor, version: number, one: Publication) => {
    refuseFor(problemsOf(one.content));
    const [before, after] = [await currentIn(tx, version), Pack.parse(one.content)];
    refuseFor(await obstaclesIn(tx, ground, before, after));
    if (hashOf(before) === hashOf(after)) throw new Refusal("conflict", "内容与正在运行的版本完全相同，不需要发布。");
    const row = await repo.insertCurrent(tx, {
      hash: hashOf(after),
      content: storable(after),
      origin: one.origin,
      basedOn: one.basedOn,
      by: actor,
      note: one.note,
      at: clock.now(),
    });
    await recordPack(tx, deps, actor, await repo.nextSeq(tx), one.event, {
      version: row.version,
      before: version,
      basedOn: one.basedOn,
      note: one.note,
      changes: diffPacks(before, after)
        .slice(0, keptChanges)
        .map(({ path, kind, label }) => ({ path, kind, label })),
    });
    deps.onPublish?.(tx);
    return versionView(row, row.version);
  };

  const change = async (
    call: Call<Actor>,
    work: (tx: Tx, ground: Ground, current: number) => Promise<PackVersionView>,
  ): Promise<PackVersionView> => {
    const { actor } = call;
    const ground = await mustPack(deps, actor, "pack.publish");
    const view = await db.once(actor.tenant, call.request, async (tx) => work(tx, ground, await repo.lockPack(tx)));
    await deps.changed(actor.tenant);
    return view;
  };

  return {
    publish: (call: Call<Actor>, { draftVersion, note }: Input<Api["publishPackDraft"]>) =>
      change(call, async (tx, ground, current) => {
        const draft = await repo.findDraft(tx);
        if (!draft) throw draftIsStale("草稿已由其他人发布或删除，请刷新后查看。");
        if (draft.version !== draftVersion)
          throw draftIsStale(`草稿已被${draft.edited_name}修改，请刷新后看过再发布。`);
        if (draft.based_on !== current)
          throw draftIsStale(
            `草稿是从第 ${draft.based_on} 版改来的，现在运行的已是第 ${current} 版；请先比对并重新保存草稿，以免覆盖新的内容。`,
          );
        const origin = draft.origin === "imported" ? "imported" : "edited";
        const { content, based_on: basedOn } = draft;
        const view = await publish(tx, ground, call.actor, current, {
          content,
          origin,
          basedOn,
          note,
          event: "published",
        });
        await repo.deleteDraft(tx);
        return view;
      }),

    rollBack: (call: Call<Actor>, { version, note }: Input<Api["rollBackPack"]>) =>
      change(call, async (tx, ground, current) => {
        const row = await repo.findVersion(tx, version);
        if (!row) throw notFound(`第 ${version} 版`);
        return publish(tx, ground, call.actor, current, {
          content: readPack(row.text),
          origin: "rollback",
          basedOn: version,
          note,
          event: "rolled-back",
        });
      }),
  };
};
