/** Registering: oneself, a unit one speaks for, or, as the community, somebody who came by. */
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import type { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import type { RegistrationKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, invalid, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { addPeople, findPeople, membersOf } from "../identity/index.ts";
import type { Side } from "../matters/index.ts";
import type { Tree, TreeNode } from "../org/index.ts";
import type { RegistrationsDeps } from "./deps.ts";
import {
  bodiesOf,
  checkOffer,
  communityOf,
  countsIn,
  kindOf,
  mayKeep,
  noOffer,
  type Offer,
  placeFor,
  titleOf,
  unitFor,
} from "./model.ts";
import { insertRegistrations, openOf } from "./repo.ts";

type Draft = CallInput<typeof registrationsApi.register>;

interface Who {
  readonly side: Side;
  readonly accountId: string | null;
  readonly bodyId: string | null;
  readonly name: string;
  /** The community entered them: it has checked already. */
  readonly entered: boolean;
}

const offerOf = (draft: Draft): Offer => ({
  skills: draft.skills ?? noOffer.skills,
  free: draft.free ?? noOffer.free,
  reachMeters: draft.reachMeters ?? null,
  mostAtOnce: draft.mostAtOnce ?? null,
  birthYear: draft.birthYear ?? null,
});

/** Roles whose holders speak for the body they hold them on. */
export const speakingRoles = (pack: Pack): string[] =>
  Object.entries(pack.roles).flatMap(([id, { rights }]) => (rights.includes("case.lead") ? [id] : []));

export const createRegistering = ({ db, clock, packs, forest, sealer, matters }: RegistrationsDeps) => {
  const unitSide = async (
    tx: Tx,
    actor: Actor,
    pack: Pack,
    tree: Tree,
    node: TreeNode,
    unit: TreeNode,
  ): Promise<Who> => {
    const who = { accountId: null, bodyId: unit.id, name: unit.name };
    const own: Side = { id: actor.accountId, name: actor.name, bodyId: unit.id };
    if (bodiesOf(actor).includes(unit.id)) return { ...who, side: own, entered: false };
    if (!mayKeep(actor, tree, node.id)) throw forbidden(`替“${unit.name}”报到`);
    const [speaker] = await membersOf(tx, speakingRoles(pack), [unit.id]);
    const side = speaker === undefined ? own : { id: speaker, name: unit.name, bodyId: unit.id };
    return { ...who, side, entered: true };
  };

  const enteredPerson = async (tx: Tx, actor: Actor, tree: Tree, node: TreeNode, draft: Draft): Promise<Who> => {
    if (!draft.person) throw new Error("asked only where somebody is entered");
    const { name, phone } = draft.person;
    if (!mayKeep(actor, tree, node.id)) throw forbidden("替别人报到");
    const known = (await findPeople(tx, sealer, [phone])).get(phone);
    if (known && known.name !== name)
      throw new Refusal("conflict", "这个手机号的账号不是这个姓名，请核对手机号和姓名。", {
        errors: [{ path: "person.name", message: "与账号的姓名不同" }],
      });
    if (known && !known.active) throw new Refusal("conflict", "这个手机号的账号已停用，请先在“人员与角色”里启用。");
    const added = known ? undefined : await addPeople(tx, sealer, clock.now(), [{ name, phone, homeId: node.id }]);
    const id = known?.accountId ?? added?.get(phone) ?? "";
    return { side: { id, name, bodyId: null }, accountId: id, bodyId: null, name, entered: true };
  };

  const whoOf = async (
    tx: Tx,
    actor: Actor,
    ground: { pack: Pack; tree: Tree },
    kind: RegistrationKind,
    node: TreeNode,
    draft: Draft,
  ): Promise<Who> => {
    const { pack, tree } = ground;
    if (kind.who === "unit") {
      if (draft.body === undefined) throw invalid("body", "请选择报到的单位。");
      return unitSide(tx, actor, pack, tree, node, unitFor(pack, tree, kind, draft.body, "body"));
    }
    if (draft.person) return enteredPerson(tx, actor, tree, node, draft);
    const { accountId: id, name } = actor;
    return { side: { id, name, bodyId: null }, accountId: id, bodyId: null, name, entered: false };
  };

  const refuseTwice = async (tx: Tx, draft: Draft, who: Who, node: TreeNode): Promise<void> => {
    const found = who.accountId
      ? await openOf(tx, draft.kind, "account_id", [who.accountId])
      : await openOf(tx, draft.kind, "body_id", [who.bodyId ?? ""]);
    const one = found.find(({ node_id }) => node_id === node.id);
    if (!one) return;
    throw new Refusal(
      "conflict",
      one.active
        ? `${who.entered ? who.name : "您"}已经在“${node.name}”报到，无需重复报到。`
        : `在“${node.name}”的报到正在等社区确认，无需重复提交。`,
    );
  };

  /** In one transaction: of two at once the database lets one through. */
  const register = async (tx: Tx, actor: Actor, draft: Draft): Promise<string> => {
    const { pack } = await packs.current(tx.tenant);
    const tree = await forest.tree(tx.tenant);
    const now = clock.now();
    const kind = kindOf(pack, draft.kind);
    const node = placeFor(pack, tree, kind, draft.node);
    const unit = kind.who === "person" && draft.unit ? unitFor(pack, tree, kind, draft.unit, "unit") : undefined;
    const offer = checkOffer(pack, offerOf(draft), now);
    const who = await whoOf(tx, actor, { pack, tree }, kind, node, draft);
    await refuseTwice(tx, draft, who, node);
    // Nobody agrees on somebody else's behalf.
    const agreed = !who.entered && unit !== undefined && kind.unitSees === "records" && draft.unitSees === true;
    const one = await matters.moving.begin(tx, actor, {
      type: "registration",
      kind: draft.kind,
      workflow: kind.workflow,
      title: titleOf(kind, who.name),
      nodeId: node.id,
      visibility: "parties",
      owner: who.side,
      holder: who.side,
      unitId: unit?.id,
      unitSees: agreed,
      data: draft.data,
      ...(who.entered && kind.entered ? { state: kind.entered, facts: { confirmedAt: now.toISOString() } } : {}),
    });
    await insertRegistrations(tx, [
      {
        id: one.id,
        kind: draft.kind,
        nodeId: node.id,
        communityId: communityOf(tree, node.id),
        accountId: who.accountId,
        bodyId: who.bodyId,
        offer: who.bodyId === null ? offer : { ...offer, birthYear: null },
        active: countsIn(kind, one.subject.leaves),
        at: now,
        agreed,
      },
    ]);
    return one.id;
  };

  return {
    register: (call: Call<Actor>, draft: Draft): Promise<string> =>
      db.once(call.actor.tenant, call.request, (tx) => register(tx, call.actor, draft)),
  };
};
