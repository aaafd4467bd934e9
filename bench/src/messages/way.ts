/**
 * One message's way through the loop, with the turns real cases take: refused, merged, sent back, asked about, not
 * solved.
 */
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import type { HttpClient } from "../load/http.ts";
import { pick, type Random } from "../load/words.ts";
import type { Hands } from "./hands.ts";
import type { Place } from "./places.ts";
import type { Message } from "./read.ts";
import type { Steps } from "./steps.ts";

export interface Travel {
  readonly http: HttpClient;
  readonly hands: Hands;
  readonly steps: Steps;
  readonly random: Random;
  tokenOf(person: PersonFile): Promise<string>;
}

/** Shares of cases that take a turn; each is high enough that a few thousand messages meet it dozens of times. */
const share = {
  refused: 0.06,
  merged: 0.05,
  passedOn: 0.03,
  asked: 0.04,
  recategorised: 0.08,
  grabbed: 0.08,
  open: 0.07,
  returned: 0.1,
  reported: 0.1,
  extended: 0.03,
  unsolved: 0.1,
  archived: 0.03,
  reopened: 0.02,
};

export const createTravel = ({ http, hands, steps, random, tokenOf }: Travel) => {
  const chance = (probability: number): boolean => random() < probability;

  /** The nearest desk that may say which community it is. */
  const place = async (view: CaseView): Promise<CaseView> => {
    const town = view.trail.find(({ tier }) => tier === "subdistrict" || tier === "township")?.id;
    const desk = town ? hands.townDesk(town) : hands.countyDesk;
    return steps.act(desk, view.id, "place", { to: hands.someCommunity(town) });
  };

  const communityOf = (view: CaseView): string => {
    if (!view.community) throw new Error(`${view.no} (${view.stateLabel}) has no community`);
    return view.community.id;
  };

  const merge = async (desk: PersonFile, view: CaseView): Promise<boolean> => {
    const others = (await steps.openCases(desk, communityOf(view))).filter(({ id }) => id !== view.id);
    if (others.length === 0) return false;
    return (
      (await steps.tryTo(desk, view.id, "merge", { into: pick(random, others).id, reason: "同一件事" })) !== undefined
    );
  };

  /** Answers whether the case goes on. */
  const vet = async (reporter: PersonFile, desk: PersonFile, view: CaseView): Promise<boolean> => {
    if (chance(share.asked)) {
      await steps.act(desk, view.id, "ask", { words: "请补充具体位置和时间。" });
      await steps.act(reporter, view.id, "answer", { words: "就在单元门口，每天晚上都这样。" });
    }
    if (chance(share.refused)) {
      await steps.act(desk, view.id, "refuse", {
        why: pick(random, ["legal", "repeated", "remit"]),
        reason: "请通过政务服务热线咨询，或到县政务服务中心办理。",
        goTo: "12345",
      });
      return false;
    }
    if (chance(share.merged) && (await merge(desk, view))) return false;
    await steps.act(desk, view.id, "accept", chance(share.recategorised) ? { category: "other" } : {});
    return true;
  };

  /** Hands the case out and answers who will take it. */
  const handOut = async (desk: PersonFile, view: CaseView, how: "assign" | "any"): Promise<PersonFile> => {
    const bodies = hands.bodiesIn(communityOf(view));
    // A confidential case is not for everyone around.
    if (how === "any" && bodies.length > 0 && view.visibility !== "confidential" && chance(share.open)) {
      await steps.act(desk, view.id, "openToAll");
      return hands.workerOf(pick(random, bodies)) ?? desk;
    }
    const able = (await steps.candidates(desk, view.id)).filter(({ people }) => people.length > 0);
    const bodyId = pick(random, able).id;
    if (how === "any" && chance(share.grabbed))
      await steps.act(desk, view.id, "offerToSome", { to: [...new Set([bodyId, pick(random, able).id])] });
    else
      await steps.act(desk, view.id, "dispatch", {
        to: [bodyId],
        ...(chance(0.3) ? { hint: "请先与居民电话联系" } : {}),
      });
    const worker = hands.workerOf(bodyId);
    if (!worker) throw new Error(`${view.no}: nobody can take what was handed to ${bodyId}`);
    return worker;
  };

  const complete = async (worker: PersonFile, caseId: string) => {
    await steps.act(worker, caseId, "complete", {
      words: "已到现场核实并处理，向居民作了说明。",
      photos: [await steps.photo(worker)],
    });
  };

  const handle = async (reporter: PersonFile, desk: PersonFile, worker: PersonFile, id: string) => {
    await steps.act(worker, id, "take");
    if (chance(share.reported))
      await steps.act(worker, id, "report", {
        words: "已联系居民，约定明天上门。",
        photos: [await steps.photo(worker)],
      });
    if (chance(share.asked)) {
      await steps.act(worker, id, "ask", { words: "请问什么时间家里有人？" });
      await steps.act(reporter, id, "answer", { words: "晚上六点以后都在。" });
    }
    if (chance(share.extended)) {
      await steps.act(worker, id, "requestExtension", { days: 2, reason: "需要等待配件到货" });
      await steps.act(desk, id, "approveExtension");
    }
    await complete(worker, id);
  };

  const finish = async (
    reporter: PersonFile,
    desk: PersonFile,
    worker: PersonFile,
    id: string,
    time: "first" | "again",
  ) => {
    if (chance(share.archived)) {
      await steps.act(desk, id, "close");
      // A case that came back keeps its first rating, so there is nothing to add.
      if (time === "first") await steps.act(reporter, id, "rateLater", { solved: true, stars: 4 });
      return;
    }
    // A second time the desk would look again itself; that turn is taken by reopening.
    if (time === "first" && chance(share.unsolved)) {
      await steps.act(reporter, id, "rate", { solved: false, stars: 2, words: "还是老样子。" });
      await complete(worker, id);
    }
    await steps.act(reporter, id, "rate", { solved: true, stars: 3 + Math.floor(random() * 3), words: "谢谢。" });
  };

  /** Takes one message to its end; answers its number. */
  return async (message: Message, where: Place): Promise<string> => {
    const reporter = pick(random, hands.reporters);
    const visibility = pick(random, ["private", "private", "public", "confidential"] as const);
    let view = await http.call(
      casesApi.submit,
      { ...message, ...where.draft, visibility },
      { token: await tokenOf(reporter) },
    );
    const { id, no } = view;
    if (!view.community) view = await place(view);
    if (chance(share.passedOn)) {
      await steps.act(hands.communityDesk(communityOf(view)), id, "passOn", { reason: "不在本社区范围内" });
      view = await place(await steps.look(reporter, id));
    }
    const desk = hands.communityDesk(communityOf(view));
    if (!(await vet(reporter, desk, view))) return no;
    const dispatched = async (): Promise<PersonFile> => {
      if (!chance(share.returned)) return handOut(desk, view, "any");
      await steps.act(await handOut(desk, view, "assign"), id, "return", { reason: "不在我队服务范围" });
      return handOut(desk, view, "assign");
    };
    const worker = await dispatched();
    await handle(reporter, desk, worker, id);
    await finish(reporter, desk, worker, id, "first");
    if (chance(share.reopened)) {
      await steps.act(reporter, id, "reopen", { words: "过了两天又出现了。" });
      const again = await handOut(desk, view, "assign");
      await handle(reporter, desk, again, id);
      await finish(reporter, desk, again, id, "again");
    }
    return no;
  };
};
