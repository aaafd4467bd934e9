/** What every service of rotas looks up first. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { nearestHolders } from "../identity/index.ts";
import type { Tree } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { findRota, type RotaRow, standsOn } from "./rota-repo.ts";
import { findShift, type ShiftRow } from "./shift-repo.ts";
import { maySee, type Viewing } from "./view.ts";

export const createGround =
  ({ packs, forest, clock }: Pick<DutiesDeps, "packs" | "forest" | "clock">) =>
  async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    pack: (await packs.current(actor.tenant)).pack,
    now: clock.now(),
  });

/** A desk reads it, it is open to everyone, or one stands on it. */
const seesRota = async (tx: Tx, viewing: Viewing, rota: Pick<RotaRow, "id" | "nodeId" | "signUp">): Promise<boolean> =>
  maySee(viewing, rota.nodeId) ||
  rota.signUp ||
  (await standsOn(tx, [rota.id], viewing.actor.accountId, viewing.now)).has(rota.id);

export const rotaIn = async (tx: Tx, viewing: Viewing, id: string): Promise<RotaRow> => {
  const rota = await findRota(tx, id);
  if (!rota || !(await seesRota(tx, viewing, rota))) throw notFound("这个值班表");
  return rota;
};

export const shiftIn = async (tx: Tx, viewing: Viewing, id: string): Promise<ShiftRow> => {
  const one = await findShift(tx, id);
  const seen =
    one &&
    (one.people.some((person) => person.id === viewing.actor.accountId) ||
      (await seesRota(tx, viewing, { id: one.rotaId, nodeId: one.nodeId, signUp: one.signUp })));
  if (!one || !seen) throw notFound("这个班次");
  return one;
};

export const notNow = (text: string) => new Refusal("not-allowed-now", text);

export const rolesWith = (pack: Pack, right: string): string[] =>
  Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes(right));

/** The desk that arranges duties there. */
export const deskAt = (tx: Tx, pack: Pack, tree: Tree, nodeId: string): Promise<string[]> =>
  nearestHolders(tx, tree, rolesWith(pack, "duty.edit"), nodeId);

export const noteChange = (
  tx: Tx,
  subject: {
    readonly type: "rota" | "shift" | "patrol-route" | "squad" | "patrol-round";
    readonly id: string;
    readonly seq: number;
  },
  type: string,
  actor: { readonly accountId: string | null; readonly name: string },
  at: Date,
  data: object = {},
): Promise<void> =>
  appendEvents(tx, [
    { subjectType: subject.type, subjectId: subject.id, seq: subject.seq, type, actor, at, seenBy: "staff", data },
  ]);
