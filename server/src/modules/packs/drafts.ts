/** Changing the draft. It is kept whole, sound or not; whoever saves over what they have not seen is told so. */
import type { Input } from "@ginkgo/shared/api/contract.ts";
import type { PackDraftState, packApi } from "@ginkgo/shared/api/pack.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { checkStorable, type Json, upgraded } from "./content.ts";
import { mustPack, type PacksDeps, recordPack } from "./deps.ts";
import { currentIn, draftState } from "./reading.ts";
import * as repo from "./repo.ts";

type Api = typeof packApi;

interface Saving {
  readonly content: Json;
  readonly draftVersion: number;
  readonly basedOn?: number | undefined;
  readonly origin: "edited" | "imported";
  readonly data?: object;
}

export const createDrafts = (deps: PacksDeps) => {
  const { db, clock } = deps;

  const save = async (tx: Tx, actor: Actor, saving: Saving): Promise<PackDraftState> => {
    const version = await repo.lockPack(tx);
    const known = await repo.findDraft(tx);
    if ((known?.version ?? 0) !== saving.draftVersion) throw stale();
    if (saving.basedOn !== undefined && saving.basedOn !== version)
      throw new Refusal("stale", `现在运行的是第 ${version} 版，请先与它比对后再保存。`);
    const draft = await repo.saveDraft(tx, {
      content: saving.content,
      origin: saving.origin,
      // A file takes the place of whatever was drafted; what it changes is shown against the version that runs.
      basedOn: saving.origin === "imported" ? version : (saving.basedOn ?? known?.based_on ?? version),
      version: await repo.nextSeq(tx),
      by: actor,
      at: clock.now(),
    });
    const state = draftState(draft, { version, pack: await currentIn(tx, version) });
    await recordPack(tx, deps, actor, draft.version, saving.origin === "imported" ? "imported" : "draft-saved", {
      basedOn: draft.based_on,
      changes: state.changes.length,
      problems: state.problems.length,
      ...saving.data,
    });
    return state;
  };

  return {
    save: async (call: Call<Actor>, input: Input<Api["savePackDraft"]>) => {
      await mustPack(deps, call.actor, "pack.edit");
      checkStorable(input.content);
      return db.inTenant(call.actor.tenant, (tx) => save(tx, call.actor, { ...input, origin: "edited" }));
    },

    import: async (call: Call<Actor>, input: Input<Api["importPack"]>) => {
      const { actor } = call;
      await mustPack(deps, actor, "pack.edit");
      checkStorable(input.content);
      const { pack } = await deps.registry.current(actor.tenant);
      if (input.content.id !== pack.id)
        throw invalid("content.id", `这不是本地的地方包：标识应为“${pack.id}”，请选择由本地导出的文件。`);
      const { content, from } = upgraded(input.content);
      return db.once(actor.tenant, call.request, async (tx) => ({
        ...(await save(tx, actor, {
          content,
          draftVersion: input.draftVersion,
          origin: "imported",
          data: { format: from ?? pack.formatVersion },
        })),
        upgradedFrom: from,
      }));
    },

    remove: async (call: Call<Actor>, draftVersion: number) => {
      const { actor } = call;
      await mustPack(deps, actor, "pack.edit");
      await db.inTenant(actor.tenant, async (tx) => {
        await repo.lockPack(tx);
        const draft = await repo.findDraft(tx);
        if (!draft) throw notFound("草稿");
        if (draft.version !== draftVersion) throw stale();
        await repo.deleteDraft(tx);
        await recordPack(tx, deps, actor, await repo.nextSeq(tx), "draft-deleted", { draftVersion });
      });
    },
  };
};
