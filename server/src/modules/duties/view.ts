/** Rotas and shifts as an actor may see them. */
import type { Rota, RotaSummary, Shift } from "@ginkgo/shared/api/duties.ts";
import { timeOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import type { Line } from "./model.ts";
import type { RotaRow } from "./rota-repo.ts";
import type { ShiftRow } from "./shift-repo.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly pack: Pack;
  readonly now: Date;
}

export const maySee = ({ actor, tree }: Pick<Viewing, "actor" | "tree">, nodeId: string): boolean =>
  may(actor, [{ right: "duty.read" }, { right: "duty.edit" }], { nodeId }, tree);
export const mayEdit = ({ actor, tree }: Pick<Viewing, "actor" | "tree">, nodeId: string): boolean =>
  may(actor, { right: "duty.edit" }, { nodeId }, tree);

export const nodeRef = (tree: Tree, id: string) => {
  const node = tree.get(id);
  return { id, name: node?.name ?? "", tier: node?.tier ?? "" };
};

const rotaKind = (pack: Pack, kind: string) => (Object.hasOwn(pack.rotas, kind) ? pack.rotas[kind] : undefined);

export const rotaSummary = (viewing: Viewing, rota: RotaRow): RotaSummary => ({
  id: rota.id,
  kind: rota.kind,
  kindLabel: rotaKind(viewing.pack, rota.kind)?.label ?? "值班",
  name: rota.name,
  node: nodeRef(viewing.tree, rota.nodeId),
  trail: viewing.tree.trail(rota.nodeId),
  place: rota.place,
  cycle: rota.cycle,
  signUp: rota.signUp,
  ended: rota.ended,
  mayEdit: mayEdit(viewing, rota.nodeId),
  version: rota.version,
});

export const rotaView = (
  viewing: Viewing,
  rota: RotaRow,
  lines: readonly Line[],
  names: ReadonlyMap<string, { readonly name: string }>,
): Rota => {
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const one = names.get(id);
      return one ? [{ id, name: one.name }] : [];
    });
  return {
    ...rotaSummary(viewing, rota),
    startsOn: rota.startsOn,
    lines: lines.map(({ id, onDay, fromMinute, minutes, label, needed, people }) => ({
      id,
      onDay,
      from: timeOf(fromMinute),
      minutes,
      label,
      needed,
      people: named(people),
    })),
    turns: named(rota.turns),
  };
};

export const shiftView = (viewing: Viewing, one: ShiftRow): Shift => {
  const { actor, now, pack, tree } = viewing;
  const own = one.people.find(({ id }) => id === actor.accountId);
  const edits = mayEdit(viewing, one.nodeId);
  const planned = one.status === "planned";
  const toCome = planned && one.startsAt > now;
  const room = one.people.length < one.needed;
  return {
    id: one.id,
    rota: {
      id: one.rotaId,
      name: one.rotaName,
      kindLabel: rotaKind(pack, one.kind)?.label ?? "值班",
      place: one.rotaPlace,
      trail: tree.trail(one.nodeId),
    },
    label: one.label,
    startsAt: one.startsAt.toISOString(),
    endsAt: one.endsAt.toISOString(),
    needed: one.needed,
    cancelled: !planned,
    reason: one.reason,
    people: one.people.map(({ id, name, how }) => ({ id, name, how, mine: id === actor.accountId })),
    note: own || maySee(viewing, one.nodeId) ? one.note : null,
    mine: own !== undefined,
    may: {
      edit: edits && planned && one.endsAt > now,
      signUp: toCome && one.signUp && room && !own,
      leave: toCome && own?.how === "signed-up",
      swap: toCome && own !== undefined,
      note: planned && one.startsAt <= now && (edits || own !== undefined),
    },
    version: one.version,
  };
};
