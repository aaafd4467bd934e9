/** What every service of regular visits looks up first. */
import type { CareView } from "@ginkgo/shared/api/care.ts";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { CareDeps } from "./deps.ts";
import { careKind } from "./model.ts";
import { entriesOf, findPlan, lockPlan, type PlanRow } from "./repo.ts";
import { entryView, partIn, summaryOf, type Viewing } from "./view.ts";

export const createGround =
  ({ packs, forest, clock, sealer }: CareDeps) =>
  async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    pack: (await packs.current(actor.tenant)).pack,
    now: clock.now(),
    sealer,
  });

const nobody = () => notFound("这个走访对象");

/** For a change; anyone who has no part in it gets the answer of one that is not there. */
export const lockedPlan = async (tx: Tx, viewing: Viewing, id: string) => {
  const plan = await lockPlan(tx, id);
  if (!plan) throw nobody();
  const part = partIn(viewing, plan);
  if (!part.reads && !part.visits) throw nobody();
  return { plan, part };
};

export const planIn = async (tx: Tx, viewing: Viewing, id: string) => {
  const plan = await findPlan(tx, id);
  if (!plan) throw nobody();
  const part = partIn(viewing, plan);
  if (!part.reads && !part.visits) throw nobody();
  return { plan, part };
};

export const mayEditOnly = (part: ReturnType<typeof partIn>): void => {
  if (!part.edits) throw nobody();
};

const entriesShown = 20;

export const fullView = async (
  tx: Tx,
  viewing: Viewing,
  files: CareDeps["files"],
  id: string,
  cursor?: string,
): Promise<CareView> => {
  const { plan, part } = await planIn(tx, viewing, id);
  const rows = await entriesOf(tx, id, { after: readCursor(cursor, "time"), limit: entriesShown + 1 });
  const { page, nextCursor } = pageFrom(rows, entriesShown, ({ at, id: entry }) => [at.toISOString(), entry]);
  const photos = await files.ofSubjects(
    tx,
    page.map((entry) => entry.id),
  );
  const going = plan.status !== "ended";
  return {
    ...summaryOf(viewing, plan),
    entries: page.map((entry) => entryView(viewing.sealer, entry, photos.get(entry.id) ?? [])),
    nextCursor,
    form: careKind(viewing.pack, plan.kind)?.visit ?? [],
    reason: plan.reasonSealed ? viewing.sealer.open(plan.reasonSealed) : null,
    may: { edit: part.edits && going, visit: (part.visits || part.edits) && going, reveal: true },
  };
};

/** The history of a plan says what was done, never about whom. */
export const notePlan = (
  tx: Tx,
  plan: Pick<PlanRow, "id">,
  seq: number,
  type: string,
  actor: { readonly accountId: string | null; readonly name: string },
  at: Date,
  data: object = {},
): Promise<void> =>
  appendEvents(tx, [{ subjectType: "care", subjectId: plan.id, seq, type, actor, at, seenBy: "staff", data }]);
