/** What was agreed on: lists, how far it is, another day or owner, dropped or opened again. */
import type { AgreedItem } from "@ginkgo/shared/api/agreed-items.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { Tx } from "../../platform/db/database.ts";
import { attachFiles } from "../../platform/files/attach.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { findMatter, lockMatter } from "../matters/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import { historyOf } from "./history.ts";
import { type ItemQuery, listItems } from "./items-list.ts";
import {
  countItems,
  findItem,
  type Item,
  type ItemChange,
  type ItemSaid,
  lockItem,
  noItems,
  saveItem,
} from "./items-repo.ts";
import { itemViews } from "./items-view.ts";
import { isBody, isPlace } from "./model.ts";
import { agreementsOf } from "./repo.ts";
import { mayEdit, owes, seesItem, type Viewing } from "./sight.ts";
import { announce } from "./telling.ts";

const what = "这件事项";

/** Of whom something is asked, checked: a party or body of the tree, or a person who has an account. */
export const ownerFrom = async (
  tx: Tx,
  { tree }: Pick<Viewing, "tree">,
  owner: { readonly node?: string | undefined; readonly person?: string | undefined },
  path: string,
): Promise<{ ownerNodeId: string | null; ownerId: string | null; ownerName: string }> => {
  if ((owner.node === undefined) === (owner.person === undefined))
    throw invalid(path, "请选择由哪个单位或哪个人负责。");
  if (owner.node !== undefined) {
    const node = tree.get(owner.node);
    if (!isBody(tree, node) && !isPlace(tree, node)) throw invalid(path, "没有这个负责单位，请重新选择。");
    return { ownerNodeId: node.id, ownerId: null, ownerName: node.name };
  }
  const person = await tx.sql
    .selectFrom("accounts as a")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .select(["a.id", "p.name"])
    .where("a.tenant_id", "=", tx.tenant)
    .where("a.id", "=", owner.person ?? "")
    .where("a.status", "=", "active")
    .executeTakeFirst();
  if (!person) throw invalid(path, "没有这个人，或账号已停用，请重新选择。");
  return { ownerNodeId: null, ownerId: person.id, ownerName: person.name };
};

export const audienceOf = (item: Pick<Item, "ownerNodeId" | "ownerId">, tree: Viewing["tree"]) => {
  if (item.ownerId !== null) return { accounts: [item.ownerId] };
  const node = item.ownerNodeId === null ? undefined : tree.get(item.ownerNodeId);
  return node && tree.as(node) === "body" ? { bodies: [node.id] } : { desk: item.ownerNodeId ?? "" };
};

export const createItems = (deps: AgreementsDeps) => {
  const { db, clock, forest, packs, files, matters } = deps;

  const viewingFor = async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  /** Locked, its agreement first: steps of the agreement move its items too. */
  const lockSeen = async (tx: Tx, viewing: Viewing, itemId: string, version: number): Promise<Item> => {
    const found = await findItem(tx, itemId);
    if (!found) throw notFound(what);
    const packAt = (number: number) => packs.at(tx.tenant, number);
    if (!(await seesItem(tx, viewing, packAt, found))) throw notFound(what);
    if (found.source.type === "agreement") await lockMatter(tx, found.source.id);
    const item = await lockItem(tx, itemId);
    if (!item) throw notFound(what);
    if (item.version !== version) throw stale();
    return item;
  };

  /** An agreement counts what was done of it; its history says so. */
  const tellAgreement = async (tx: Tx, actor: Actor, item: Item, label: string): Promise<void> => {
    if (item.source.type !== "agreement") return;
    const matter = await findMatter(tx, item.source.id);
    if (!matter) return;
    const counted = (await countItems(tx, [matter.id], dayOf(clock.now()))).get(matter.id) ?? noItems;
    const { items, itemsDone } = counted;
    await matters.moving.keepFacts(tx, matter, { items, itemsDone }, { action: "agreed-item", label, actor });
  };

  const changed = async (
    call: Call<Actor>,
    itemId: string,
    version: number,
    change: (tx: Tx, viewing: Viewing, item: Item) => Promise<void>,
  ): Promise<AgreedItem> => {
    const { actor } = call;
    await db.once(actor.tenant, call.request, async (tx) => {
      const viewing = await viewingFor(actor);
      const item = await lockSeen(tx, viewing, itemId, version);
      await change(tx, viewing, item);
      return { id: item.id };
    });
    return one(actor, itemId);
  };

  const one = async (actor: Actor, itemId: string): Promise<AgreedItem> => {
    const viewing = await viewingFor(actor);
    return db.inTenant(actor.tenant, async (tx) => {
      const item = await findItem(tx, itemId);
      const [view] = item ? await itemViews(tx, files, viewing, [item]) : [];
      if (!view) throw notFound(what);
      return view;
    });
  };

  const save = (tx: Tx, viewing: Viewing, item: Item, change: ItemChange, said: Omit<ItemSaid, "at">) =>
    saveItem(tx, viewing.actor, item, change, { ...said, at: viewing.now });

  return {
    list: async (actor: Actor, query: ItemQuery) => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const { page, nextCursor } = await listItems(tx, viewing, query);
        return { items: await itemViews(tx, files, viewing, page), nextCursor };
      });
    },

    view: async (actor: Actor, itemId: string) => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const item = await findItem(tx, itemId);
        if (!item || !(await seesItem(tx, viewing, (version) => packs.at(tx.tenant, version), item)))
          throw notFound(what);
        const [view] = await itemViews(tx, files, viewing, [item]);
        if (!view) throw notFound(what);
        const photos = new Map(view.photos.map((file) => [file.id, file]));
        return { ...view, history: await historyOf(tx, "agreed-item", itemId, photos) };
      });
    },

    report: (
      call: Call<Actor>,
      input: { itemId: string; version: number; progress: number; note: string; photos: readonly string[] },
    ): Promise<AgreedItem> =>
      changed(call, input.itemId, input.version, async (tx, viewing, item) => {
        if (!owes(viewing, item) && !mayEdit(viewing, item.nodeId)) throw forbidden("登记这件事项的进展");
        if (item.state !== "open") throw new Refusal("not-allowed-now", "这件事项现在不能登记进展，请刷新查看。");
        const done = input.progress === 100;
        const note = input.note.trim();
        if (note === "" && input.photos.length === 0)
          throw invalid("note", done ? "请写明完成情况，或者上传照片。" : "请写明进展，或者上传照片。");
        const { actor, now } = viewing;
        const subject = { type: "agreed-item", id: item.id };
        if ((await attachFiles(tx, subject, actor.accountId, input.photos)) !== input.photos.length)
          throw invalid("photos", "有照片不存在、不是您上传的或已用在别的地方，请重新上传。");
        const label = done ? "完成" : `进展 ${input.progress}%`;
        await save(
          tx,
          viewing,
          item,
          {
            progress: input.progress,
            note: note || item.note,
            ...(done ? { state: "done", done: { at: now, by: actor.accountId, name: actor.name } } : {}),
          },
          { type: done ? "done" : "report", label, text: note, photos: input.photos },
        );
        if (!done) return;
        await tellAgreement(tx, actor, item, `完成：${item.what}`);
        announce(tx, {
          about: { type: "agreed-item", id: item.id },
          title: `事项已完成：${item.what}`,
          text: `${item.ownerName}完成了“${item.what}”。${note}`,
          at: now,
          actorId: actor.accountId,
          to: { desk: item.nodeId },
          key: `${item.id}/${item.version + 1}`,
        });
      }),

    change: (
      call: Call<Actor>,
      input: {
        itemId: string;
        version: number;
        due?: string | undefined;
        owner?: { node?: string | undefined; person?: string | undefined } | undefined;
        reason: string;
      },
    ): Promise<AgreedItem> =>
      changed(call, input.itemId, input.version, async (tx, viewing, item) => {
        if (!mayEdit(viewing, item.nodeId)) throw forbidden("调整这件事项");
        if (item.state !== "open") throw new Refusal("not-allowed-now", "这件事项现在不能调整，请刷新查看。");
        if (input.due === undefined && input.owner === undefined)
          throw invalid("due", "请填写新的日期，或者换一个负责的。");
        const owner = input.owner ? await ownerFrom(tx, viewing, input.owner, "owner") : undefined;
        if (item.source.type === "agreement") await checkWithin(tx, item, input.due, owner?.ownerNodeId);
        const parts = [
          input.due === undefined ? "" : `完成日期 ${item.due} 改为 ${input.due}`,
          owner === undefined ? "" : `由${item.ownerName}改为${owner.ownerName}负责`,
        ].filter(Boolean);
        const text = `${parts.join("，")}。原因：${input.reason.trim()}`;
        const after = await save(
          tx,
          viewing,
          item,
          { ...(input.due === undefined ? {} : { due: input.due }), ...(owner ? { owner } : {}) },
          { type: "change", label: "调整", text },
        );
        announce(tx, {
          about: { type: "agreed-item", id: item.id },
          title: `事项有调整：${item.what}`,
          text: `“${item.what}”${text}`,
          at: viewing.now,
          actorId: viewing.actor.accountId,
          to: audienceOf(after, viewing.tree),
          key: `${item.id}/${after.version}`,
        });
      }),

    end: (
      call: Call<Actor>,
      input: { itemId: string; version: number; to: "dropped" | "open"; reason: string },
    ): Promise<AgreedItem> =>
      changed(call, input.itemId, input.version, async (tx, viewing, item) => {
        if (!mayEdit(viewing, item.nodeId)) throw forbidden("调整这件事项");
        const possible = input.to === "dropped" ? item.state === "open" : ["done", "dropped"].includes(item.state);
        if (!possible || !(await isAlive(tx, item)))
          throw new Refusal("not-allowed-now", "这件事项现在不能这样调整，请刷新查看。");
        const label = input.to === "dropped" ? "不再需要" : "重新打开";
        const reopened = { state: "open", done: null, ...(item.progress === 100 ? { progress: 90 } : {}) } as const;
        const change: ItemChange = input.to === "dropped" ? { state: "dropped" } : reopened;
        await save(tx, viewing, item, change, { type: input.to, label, text: input.reason.trim() });
        await tellAgreement(tx, viewing.actor, item, `${label}：${item.what}`);
        announce(tx, {
          about: { type: "agreed-item", id: item.id },
          title: `${label}：${item.what}`,
          text: `“${item.what}”${label}。${input.reason.trim()}`,
          at: viewing.now,
          actorId: viewing.actor.accountId,
          to: audienceOf(item, viewing.tree),
          key: `${item.id}/${item.version + 1}`,
        });
      }),
  };

  async function agreementOf(tx: Tx, item: Item) {
    const matter = await findMatter(tx, item.source.id);
    return matter ? (await agreementsOf(tx, [matter]))[0] : undefined;
  }

  async function isAlive(tx: Tx, item: Item): Promise<boolean> {
    return item.source.type === "meeting" || ((await agreementOf(tx, item))?.inForce ?? false);
  }

  async function checkWithin(tx: Tx, item: Item, due: string | undefined, owner: string | null | undefined) {
    const agreement = await agreementOf(tx, item);
    if (!agreement) return;
    if (due !== undefined && (due < agreement.from || due > agreement.to))
      throw invalid("due", `完成日期应在协议期限内（${agreement.from} 至 ${agreement.to}）。`);
    if (owner !== undefined && !agreement.parties.some(({ nodeId }) => nodeId === owner))
      throw invalid("owner", "要由协议的一方负责，请重新选择。");
  }
};
export type Items = ReturnType<typeof createItems>;
