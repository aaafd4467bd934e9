/**
 * An agreement on its way: steps of the workflow, each party's agreement, the signed paper, and what its standing means for
 * the items. In force is only what every party has agreed to.
 */
import type { Tx } from "../../platform/db/database.ts";
import { attachFiles } from "../../platform/files/attach.ts";
import type { Call } from "../../platform/http/call.ts";
import { forbidden, invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { lockMatter, type Matter, type Moved } from "../matters/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import type { Drafting } from "./drafting.ts";
import { moveItems } from "./items-repo.ts";
import { type Agreement, asParty, isAsked, isDraft, isInForce, rulesIn, speaksFor } from "./model.ts";
import {
  agreementsOf,
  forgetAgreed,
  keepAgreed,
  letGoSuccessor,
  lockAgreement,
  paperOf,
  saveStanding,
} from "./repo.ts";
import { mayEdit, type Viewing } from "./sight.ts";
import { announce, speakersOf } from "./telling.ts";

export const createAgreeing = (deps: AgreementsDeps, drafting: Drafting) => {
  const { db, clock, forest, packs, matters } = deps;

  const viewingFor = async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  /** Everyone who speaks for a party; who draws agreements up for the place is told by the workflow. */
  const tellParties = (tx: Tx, one: Agreement, moved: Moved): void => {
    const { step, actor, form, at, after } = moved;
    if (!step) return;
    const said = step.form.flatMap(({ kind, name }) => (kind === "text" ? [form[name]] : [])).filter(Boolean);
    announce(tx, {
      about: { type: "agreement", id: after.id },
      title: `${step.label}：${after.title}`,
      text: `共建协议“${after.title}”：${step.label}${said.length > 0 ? `。${said.join("；")}` : "，请打开查看。"}`,
      at,
      ...(actor ? { actorId: actor.accountId } : {}),
      to: { bodies: one.parties.filter(({ isBody }) => isBody).map(({ nodeId }) => nodeId) },
      key: `${after.id}/${after.version}/parties`,
    });
  };

  const comeIntoForce = async (tx: Tx, one: Agreement): Promise<void> => {
    const missing = one.parties.filter(({ agreedAt }) => agreedAt === null);
    if (missing.length > 0) throw new Refusal("not-allowed-now", `还有 ${missing.length} 方没有同意，协议不能生效。`);
    await moveItems(tx, one.matter.id, "planned", "open");
    const earlier = one.renews ? await lockMatter(tx, one.renews) : undefined;
    if (earlier)
      await matters.moving.keepFacts(
        tx,
        earlier,
        { renewals: 1 },
        { action: "renewed", label: `已续签：${one.from} 至 ${one.to}` },
      );
  };

  /** What every step means beside the workflow, in its transaction. */
  const follow = async (tx: Tx, moved: Moved): Promise<void> => {
    const { after, before, at } = moved;
    if (after.type !== "agreement") return;
    const [one] = await agreementsOf(tx, [after]);
    if (!one || moved.step === undefined) return;
    const pack = await packs.at(tx.tenant, after.packVersion);
    const inForce = !after.ended && isInForce(pack, after.subject.leaves);
    const draft = !after.ended && isDraft(pack, after);
    if (!draft && isDraft(pack, before) && !after.ended && (await isEmpty(tx, after)))
      throw new Refusal("not-allowed-now", "还没有写共建事项，请先写清楚谁在什么时候做什么。");
    if (inForce && !one.inForce) await comeIntoForce(tx, one);
    // Rewritten, it is to be agreed to anew.
    if (draft && !isDraft(pack, before)) await forgetAgreed(tx, after.id);
    if (after.ended && !before.ended) {
      await moveItems(tx, after.id, "open", "lapsed");
      await moveItems(tx, after.id, "planned", "dropped");
      if (one.renews && one.inForceAt === null) await letGoSuccessor(tx, after.id);
    }
    await saveStanding(tx, after.id, {
      sentAt: draft ? null : (one.sentAt ?? (after.ended ? null : at)),
      inForce,
      inForceAt: inForce ? (one.inForceAt ?? at) : one.inForceAt,
    });
    if (one.sentAt !== null || (!draft && !after.ended)) tellParties(tx, one, moved);
  };
  matters.moving.listen(follow);

  const isEmpty = async (tx: Tx, { id }: Matter): Promise<boolean> =>
    (
      await tx.sql
        .selectFrom("agreed_items")
        .select("id")
        .where("tenant_id", "=", tx.tenant)
        .where("source_id", "=", id)
        .limit(1)
        .execute()
    ).length === 0;

  const changed = async (
    call: Call<Actor>,
    agreementId: string,
    change: (tx: Tx, viewing: Viewing, one: Agreement) => Promise<void>,
  ): Promise<void> => {
    const viewing = await viewingFor(call.actor);
    await db.once(call.actor.tenant, call.request, async (tx) => {
      const one = await drafting.seen(tx, viewing, await lockAgreement(tx, agreementId));
      await change(tx, viewing, one);
      return { id: agreementId };
    });
  };

  return {
    act: (
      call: Call<Actor>,
      input: { agreementId: string; action: string; version: number; data: Readonly<Record<string, unknown>> },
    ): Promise<void> =>
      changed(call, input.agreementId, async (tx, { actor }, one) => {
        await matters.moving.act(tx, actor, asParty(actor, one), input.action, input.data, input.version);
      }),

    /** One party's; the last one brings it into force in the same transaction. */
    agree: (
      call: Call<Actor>,
      input: { agreementId: string; version: number; party: string; onPaper: boolean },
    ): Promise<void> =>
      changed(call, input.agreementId, async (tx, viewing, one) => {
        const { actor, tree, now } = viewing;
        const pack = await packs.at(tx.tenant, one.matter.packVersion);
        const party = one.parties.find(({ nodeId }) => nodeId === input.party);
        if (!party) throw notFound("协议的这一方");
        if (!isAsked(pack, one.matter)) throw new Refusal("not-allowed-now", "协议现在不在征求各方同意，请刷新查看。");
        if (one.matter.version !== input.version) throw stale();
        const name = tree.get(party.nodeId)?.name ?? "";
        if (input.onPaper) {
          if (!party.isBody || !mayEdit(viewing, one.matter.subject.placeId)) throw forbidden(`代${name}登记同意`);
          const { pack: current } = await packs.current(tx.tenant);
          if ((await speakersOf(tx, current, [party.nodeId])).length > 0)
            throw new Refusal("not-allowed-now", `${name}有经办人，请由其本人在手机或电脑上同意。`);
          if ((await paperOf(tx, one.matter.id)).length === 0)
            throw new Refusal("not-allowed-now", "请先上传各方签字盖章的协议，再登记同意。");
        } else if (party.isBody ? !speaksFor(actor, party.nodeId) : !mayEdit(viewing, party.nodeId))
          throw forbidden(`代表${name}同意`);
        const by = { id: actor.accountId, name: actor.name, at: now, onPaper: input.onPaper };
        if (!(await keepAgreed(tx, one.matter.id, party.nodeId, by)))
          throw new Refusal("already-taken", `${name}已经同意过了，请刷新查看。`);
        const label = input.onPaper ? `${name}同意（凭签字协议登记）` : `${name}同意`;
        const noted = await matters.moving.keepFacts(tx, one.matter, {}, { action: "agree", label, actor });
        const [after] = await agreementsOf(tx, [noted]);
        if (!after?.parties.every(({ agreedAt }) => agreedAt !== null)) return;
        const { agreed } = rulesIn(pack);
        const moved = await matters.moving.actByItself(tx, noted, agreed, { allAgreed: 1 });
        if (moved.version === noted.version)
          throw new Refusal("not-allowed-now", "各方都已同意，但流程现在不能生效，请联系管理员检查规则。");
      }),

    /** Photos or a PDF of the signed paper. */
    sign: (
      call: Call<Actor>,
      input: { agreementId: string; version: number; files: readonly string[] },
    ): Promise<void> =>
      changed(call, input.agreementId, async (tx, viewing, one) => {
        if (!maySign(viewing, one)) throw forbidden("上传签字的协议");
        if (one.matter.ended) throw new Refusal("not-allowed-now", "协议已经结束，不能再上传。");
        if (one.matter.version !== input.version) throw stale();
        const { actor } = viewing;
        const subject = { type: "agreement", id: one.matter.id };
        const taken = await attachFiles(tx, subject, actor.accountId, input.files, ["photo", "document"]);
        if (taken !== new Set(input.files).size)
          throw invalid("files", "有文件不存在、不是照片或 PDF、不是您上传的，或已用在别的地方，请重新上传。");
        const label = `上传签字的协议（${taken} 个文件）`;
        await matters.moving.keepFacts(tx, one.matter, {}, { action: "sign", label, actor });
      }),

    unsign: (call: Call<Actor>, input: { agreementId: string; version: number; fileId: string }): Promise<void> =>
      changed(call, input.agreementId, async (tx, viewing, one) => {
        if (!maySign(viewing, one)) throw forbidden("移除签字的协议");
        if (one.inForceAt !== null || one.matter.ended)
          throw new Refusal("not-allowed-now", "协议已经生效，签字的协议要保留。");
        if (one.matter.version !== input.version) throw stale();
        const gone = await tx.sql
          .updateTable("files")
          .set({ subject_type: null, subject_id: null })
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", input.fileId)
          .where("subject_type", "=", "agreement")
          .where("subject_id", "=", one.matter.id)
          .executeTakeFirst();
        if (gone.numUpdatedRows === 0n) throw notFound("这个文件");
        const said = { action: "unsign", label: "移除误传的文件", actor: viewing.actor };
        await matters.moving.keepFacts(tx, one.matter, {}, said);
      }),

    maySign,
  };

  /** Either side may have the paper in hand. */
  function maySign(viewing: Viewing, one: Agreement): boolean {
    return (
      mayEdit(viewing, one.matter.subject.placeId) ||
      drafting.mayRewrite(viewing, one) ||
      (one.sentAt !== null && one.parties.some((party) => party.isBody && speaksFor(viewing.actor, party.nodeId)))
    );
  }
};
export type Agreeing = ReturnType<typeof createAgreeing>;
