/** For this module's tests: a place that gives points and keeps a shop, its volunteers, and deeds as other modules tell them. */
import { activity, activityKind } from "@ginkgo/packs/base/activities.ts";
import { claim, claimable, claimableKind } from "@ginkgo/packs/base/claims.ts";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { Deed } from "../src/modules/points/index.ts";
import type { World } from "./app.ts";
import { testland } from "./fixture-pack.ts";
import { testlandPlace } from "./fixture-place.ts";

type PersonFile = ReturnType<ReturnType<typeof testlandPlace>["tree"]>["people"][number];

export const points: NonNullable<PackInput["points"]> = {
  label: "志愿积分",
  rules: [
    {
      id: "call",
      label: "响应志愿号召",
      on: { type: "attendance", step: "attend", kinds: ["call"] },
      points: 2,
      ceilings: { perDay: 4, perMonth: 10, perYear: 11 },
      recognised: ["home", "unit"],
      confirmedBy: "record",
    },
    {
      id: "claim",
      label: "认领微心愿",
      on: { type: "claim", step: "confirm" },
      points: 10,
      recognised: ["home", "unit"],
      confirmedBy: "owner",
    },
    {
      id: "hours",
      label: "活动时长",
      on: { type: "attendance", step: "attend", kinds: ["cleaning"] },
      perHour: 3,
      confirmedBy: "record",
    },
  ],
  shop: { label: "爱心超市", holdDays: 7 },
};

const { desk } = testland.roles;
if (!desk) throw new Error("Testland has desks");

const deskRights = [
  "claim.read",
  "claim.edit",
  "match.run",
  "activity.read",
  "activity.edit",
  "points.adjust",
  "points.shop",
];

const claiming = claim({ label: "认领" });
const { confirmed } = claiming.states;
if (!confirmed) throw new Error("claims are confirmed");

const kind = { claimants: ["anyone" as const], capacity: { usual: 1, most: 5 } };
const meeting = { form: "service" as const, workflow: "meeting" };

export const pointsPack: PackInput = {
  ...testland,
  roles: { ...testland.roles, desk: { ...desk, rights: [...desk.rights, ...deskRights] } },
  participation: { points: "opt-in", ranking: "opt-in", checkIn: "voluntary" },
  workflows: {
    ...testland.workflows,
    thing: claimable({ label: "微心愿" }),
    // Someone may find out later that it was not done.
    claiming: {
      ...claiming,
      states: {
        ...claiming.states,
        confirmed: {
          ...confirmed,
          on: { ...confirmed.on, undo: { label: "查明没有做", target: "underWay", by: [{ right: "claim.edit" }] } },
        },
      },
    },
    offering: claim({ label: "用资源", doneBy: "owner" }),
    meeting: activity({ label: "志愿活动" }),
  },
  claimables: {
    wish: claimableKind({ label: "微心愿", list: "need", workflow: "thing", claim: "claiming", ...kind }),
    offer: claimableKind({ label: "资源", list: "resource", workflow: "thing", claim: "offering", ...kind }),
  },
  activities: {
    call: activityKind({ label: "志愿号召", ...meeting }),
    cleaning: activityKind({ label: "清洁家园", ...meeting, checkIn: "voluntary", hours: "record" }),
    walk: activityKind({ label: "健步走", ...meeting }),
  },
  points,
};

export const folk = {
  /** Desks of one community each. */
  eastDesk: "19900000201",
  westDesk: "19900000202",
  /** Of a unit that stands in the county. */
  clerk: "19900000203",
  /** Of the Party branch laid over the east. */
  secretary: "19900000204",
} as const;

/** Volunteers, half of them at home in the east, half in the west. */
export const volunteers: readonly string[] = Array.from(
  { length: 50 },
  (_, i) => `19900001${String(i).padStart(3, "0")}`,
);

const person = (phone: string, name: string, posts: PersonFile["posts"], home?: string): PersonFile => ({
  key: phone,
  phone,
  name,
  posts,
  ...(home ? { home } : {}),
});

export const pointsPlace = (pack: PackInput = pointsPack) => {
  const place = testlandPlace(pack);
  const more: PersonFile[] = [
    person(folk.eastDesk, "东一", [{ role: "desk", node: "east" }], "b1"),
    person(folk.westDesk, "西一", [{ role: "desk", node: "west" }]),
    person(folk.secretary, "书一", [{ role: "secretary", node: "branch" }]),
    person(folk.clerk, "水一", [{ role: "team-lead", node: "water" }]),
    ...volunteers.map((phone, i) => person(phone, `志愿者${i}`, [], i % 2 === 0 ? "b1" : "wb1")),
  ];
  const tree = place.tree();
  return { ...place, tree: () => ({ ...tree, people: [...tree.people, ...more] }) };
};

export const accountOf = async ({ app }: World, tenant: string, phone: string): Promise<string> => {
  const actor = await app.services.identity.actorByPhone(tenant, phone);
  if (!actor) throw new Error(`nobody has phone ${phone}`);
  return actor.accountId;
};

let deeds = 0;

/** A need of the east that someone carried out, at home there and sent by the waterworks. */
export const deedOf = async (world: World, phone: string, more: Partial<Deed> = {}): Promise<Deed> => {
  const accountId = await accountOf(world, pointsPack.code, phone);
  const key = `deed-${++deeds}`;
  return {
    type: "claim",
    kind: "wish",
    step: "confirm",
    subjectId: accountId,
    sourceKey: key,
    accountId,
    unitId: await world.node("water"),
    homeId: await world.node("b1"),
    nodeId: await world.node("990001001001"),
    minutes: null,
    at: world.clock.now(),
    words: `帮老人买菜（${key}）`,
    actor: { accountId: null, name: "王大娘" },
    ...more,
  };
};

export const inPlace = (world: World) => {
  const { db } = world.app.foundation;
  return {
    credit: (deed: Deed) => db.inTenant(pointsPack.code, (tx) => world.app.services.points.port.credit(tx, deed)),
    creditAll: (all: readonly Deed[]) =>
      db.inTenant(pointsPack.code, (tx) => world.app.services.points.port.creditAll(tx, all)),
    reverse: (sourceKey: string, reason = "登记有误") =>
      db.inTenant(pointsPack.code, (tx) =>
        world.app.services.points.port.reverse(tx, sourceKey, reason, { accountId: null, name: "社区" }),
      ),
  };
};
