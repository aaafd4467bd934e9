/** Who is on duty today: for everyone, without telephone numbers. Volunteers who put themselves down are not named in full. */
import type { OnDuty } from "@ginkgo/shared/api/duties.ts";
import { addDays, dayOf, instantOf } from "@ginkgo/shared/day.ts";
import { maskName } from "../../platform/crypto.ts";
import { notFound } from "../../platform/problem.ts";
import { within } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { asShift, selectShifts } from "./shift-repo.ts";

const mostShown = 300;

export const createBoard =
  ({ db, clock, packs, forest }: DutiesDeps) =>
  async (tenant: string, under: string | undefined, wanted: string | undefined) => {
    if (!(await packs.tenants()).some((one) => one.tenant === tenant)) throw notFound("这个地方");
    const { pack } = await packs.current(tenant);
    const tree = await forest.tree(tenant);
    if (under !== undefined && !tree.get(under)) throw notFound("这个地方");
    const now = clock.now();
    const day = wanted ?? dayOf(now);
    const shown = Object.keys(pack.rotas).filter((kind) => pack.rotas[kind]?.public);
    if (shown.length === 0) return { day, items: [] };
    const rows = await db.inTenant(tenant, (tx) =>
      selectShifts(tx)
        .where("s.kind", "in", shown)
        .where("s.status", "=", "planned")
        .where("s.ends_at", ">", instantOf(day, 0))
        .where("s.starts_at", "<", instantOf(addDays(day, 1), 0))
        .where(within(tree, [under ?? tree.root.id], "s.node_id"))
        .orderBy("s.starts_at")
        .orderBy("s.id")
        .limit(mostShown)
        .execute(),
    );
    const items = rows.map(asShift).map(
      (one): OnDuty => ({
        rota: one.rotaName,
        kindLabel: pack.rotas[one.kind]?.label ?? "值班",
        trail: tree.trail(one.nodeId),
        place: one.rotaPlace,
        label: one.label,
        startsAt: one.startsAt.toISOString(),
        endsAt: one.endsAt.toISOString(),
        now: one.startsAt <= now && now < one.endsAt,
        people: one.people.map(({ name }) => (one.signUp ? maskName(name) : name)),
        needed: one.needed,
      }),
    );
    return { day, items };
  };
