/** For the tests of activities: Testland with activities and as many volunteers as a test needs. */
import { activity, usualActivities } from "@ginkgo/packs/base/activities.ts";
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import { type ActivityView, activitiesApi } from "@ginkgo/shared/api/activities.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { World } from "./app.ts";
import { testland } from "./fixture-pack.ts";
import { testlandPeople, testlandPlace } from "./fixture-place.ts";

const { desk, admin } = testland.roles;
if (!desk || !admin) throw new Error("Testland has a desk and an administrator");

export const activityLand: PackInput = {
  ...testland,
  roles: {
    ...testland.roles,
    desk: { ...desk, rights: [...desk.rights, "activity.read", "activity.edit", "points.adjust"] },
  },
  workflows: { ...testland.workflows, activity: activity({ label: "活动" }) },
  skills: [{ id: "medicine", label: "医生" }],
  participation: { checkIn: "voluntary", points: "opt-in" },
  points: {
    rules: [
      {
        id: "served",
        label: "志愿服务",
        on: { type: "attendance", step: "attend", kinds: ["service"] },
        perHour: 60,
        recognised: ["home"],
        confirmedBy: "record",
      },
    ],
  },
  activities: usualActivities(),
};

export const people = { ...testlandPeople, desk2: "19900000107", lead: "19900000108" } as const;

/** Phones of volunteers: `volunteer(0)` … */
export const volunteer = (i: number): string => `1880000${String(i).padStart(4, "0")}`;

export const activityPlace = (volunteers: number): ShippedPlace => {
  const place = testlandPlace(activityLand);
  return {
    ...place,
    tree: () => {
      const tree = place.tree();
      return {
        ...tree,
        people: [
          ...tree.people,
          {
            key: people.desk2,
            name: "二号派单员",
            phone: people.desk2,
            posts: [{ role: "desk", node: "county" }],
          },
          {
            key: people.lead,
            name: "队长",
            phone: people.lead,
            posts: [{ role: "team-lead", node: "volunteers" }],
          },
          ...Array.from({ length: volunteers }, (_, i) => ({
            key: volunteer(i),
            name: `志愿者${i}`,
            phone: volunteer(i),
            posts: [],
          })),
        ],
      };
    },
  };
};

export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => minutes(60 * n);

export const agreed = {
  skillsConfirmed: true,
  healthConfirmed: true,
  insuranceConfirmed: true,
} as const;

export const createHelp = (world: World) => {
  const east = () => world.node("990001001001");

  /** Organised and opened by the desk; one shift of two hours that begins in an hour, unless it is said otherwise. */
  const open = async (more: Partial<CallInput<typeof activitiesApi.create>> = {}): Promise<ActivityView> => {
    const call = await world.as(people.desk);
    const now = world.clock.now().getTime();
    const { body, status, problem } = await call(activitiesApi.create, {
      kind: "service",
      node: await east(),
      title: "清扫楼道",
      words: "把楼道清扫干净",
      venue: "锦绣花园",
      shifts: [
        {
          startsAt: new Date(now + hours(1)).toISOString(),
          endsAt: new Date(now + hours(3)).toISOString(),
          capacity: 2,
        },
      ],
      ...more,
    });
    if (status !== 200) throw new Error(JSON.stringify(problem));
    await step(people.desk, body.id, "publish");
    return view(people.desk, body.id);
  };

  const view = async (phone: string, activityId: string): Promise<ActivityView> => {
    const { body, status, problem } = await (await world.as(phone))(activitiesApi.view, { activityId });
    if (status !== 200) throw new Error(JSON.stringify(problem));
    return body;
  };

  const step = async (phone: string, matterId: string, action: string, data: Record<string, unknown> = {}) => {
    const call = await world.as(phone);
    const { body: matter } = await call(mattersApi.view, { matterId });
    const { status, problem } = await call(mattersApi.act, { matterId, action, version: matter.version, data });
    if (status !== 200) throw new Error(JSON.stringify(problem));
  };

  const signUp = async (phone: string, shiftId: string, more: Record<string, unknown> = {}) =>
    (await world.as(phone))(activitiesApi.signUp, { shiftId, ...agreed, ...more });

  const mine = async (phone: string, activityId: string, shiftId?: string) => {
    const shown = await view(phone, activityId);
    const own = shown.shifts.find(({ id, mine }) => mine && (shiftId === undefined || id === shiftId))?.mine;
    if (!own) throw new Error(`${phone} has no place in it`);
    return own;
  };

  /** Comes in or goes by the code that is on the organiser's screen now. */
  const check = async (phone: string, shiftId: string, way: "in" | "out") => {
    const { body } = await (await world.as(people.desk))(activitiesApi.code, { shiftId, way });
    return (await world.as(phone))(activitiesApi.check, { shiftId, way, code: body.code });
  };

  return { open, view, step, signUp, mine, check };
};
