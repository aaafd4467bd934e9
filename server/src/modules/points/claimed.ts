/** A claim that is confirmed thanks whoever did it; one that turns out not to have been done takes that back. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Listener, Matter, Moved, Side } from "../matters/index.ts";
import type { Credit } from "./credit.ts";
import type { PointsDeps } from "./deps.ts";
import type { Doer } from "./model.ts";
import { standingFor } from "./repo/ledger.ts";
import { homeOf } from "./repo/members.ts";

const type = "claim";
const clockwork: Doer = { accountId: null, name: "系统" };

/** Of what is offered, whoever offered it is the one who does it; of everything else the claimant. */
const doerOf = ({ claimables }: Pack, { kind, owner, holder }: Matter): Side | null =>
  claimables[kind]?.list === "resource" ? owner : holder;

const carriedOut = ({ ended, tone }: Matter): boolean => ended && tone === "done";

export const createClaimed = ({ packs }: Pick<PointsDeps, "packs">, { port, takeBack }: Credit): Listener => {
  const credit = async (tx: Tx, moved: Moved): Promise<void> => {
    const { before, after, action, actor } = moved;
    const doer = doerOf(await packs.at(tx.tenant, after.packVersion), after);
    if (!doer) return;
    await port.credit(tx, {
      type,
      kind: after.kind,
      step: action,
      subjectId: after.id,
      sourceKey: `${type}/${after.id}/${doer.id}/${after.version}`,
      accountId: doer.id,
      unitId: doer.bodyId ?? (doer === after.holder ? after.unitId : null),
      homeId: await homeOf(tx, doer.id),
      nodeId: after.subject.placeId,
      minutes: null,
      // Since then it has waited to be confirmed: it was done by then.
      at: before.subject.enteredAt,
      words: after.title,
      actor: actor ?? clockwork,
    });
  };

  return async (tx, moved) => {
    const { before, after, actor, step } = moved;
    if (after.type !== type) return;
    if (carriedOut(before) && !carriedOut(after))
      for (const was of await standingFor(tx, type, after.id))
        await takeBack(tx, was, `“${after.title}”${step ? `：${step.label}` : "没有完成"}`, actor ?? clockwork);
    else await credit(tx, moved);
  };
};
