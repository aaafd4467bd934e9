/** For the tests of bookings, duties and care: Testland with a kind of each, a desk in each of two communities, a team, residents. */
import { care, deskRota, homeVisit, patrol, room, volunteerRota, workdays } from "@ginkgo/packs/base/duties.ts";
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { testland } from "./fixture-pack.ts";
import { testlandPeople, testlandPlace } from "./fixture-place.ts";

const { desk, admin } = testland.roles;
if (!desk || !admin) throw new Error("Testland has a desk and an administrator");

const rights = ["booking.edit", "duty.read", "duty.edit", "care.read", "care.edit"];

export const dutyLand: PackInput = {
  ...testland,
  roles: {
    ...testland.roles,
    desk: { ...desk, rights: [...desk.rights, ...rights] },
  },
  bookables: {
    room: room({ hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "09:00", to: "12:00" }], confirm: false, mostOpen: 50 }),
    visit: homeVisit({ hours: [{ days: workdays, from: "09:00", to: "12:00" }], mostOpen: 50 }),
  },
  rotas: { desk: deskRota(), volunteers: volunteerRota() },
  patrols: { patrol: patrol({ points: 2, times: [] }) },
  cares: {
    alone: care({
      label: "独居老人",
      everyDays: 7,
      warnDays: 2,
      visit: [
        { kind: "text", name: "did", label: "做了什么", required: true },
        { kind: "photos", name: "photos", label: "照片", max: 3 },
      ],
    }),
  },
};

export const dutyPeople = {
  ...testlandPeople,
  eastDesk: "19900000120",
  westDesk: "19900000121",
  lead: "19900000122",
  other: "19900000123",
} as const;

export const resident = (i: number): string => `1880000${String(i).padStart(4, "0")}`;
export const residents = 12;

export const dutyPlace = (code?: string): ShippedPlace => {
  const place = testlandPlace(code ? { ...dutyLand, code } : dutyLand);
  const someone = (name: string, phone: string, posts: { role: string; node: string }[], home?: string) => ({
    key: phone,
    name,
    phone,
    posts,
    ...(home ? { home } : {}),
  });
  return {
    ...place,
    tree: () => {
      const tree = place.tree();
      return {
        ...tree,
        people: [
          ...tree.people,
          someone("东街受理员", dutyPeople.eastDesk, [{ role: "desk", node: "east" }]),
          someone("西街受理员", dutyPeople.westDesk, [{ role: "desk", node: "west" }]),
          someone("队长", dutyPeople.lead, [{ role: "team-lead", node: "volunteers" }]),
          someone("外队队长", dutyPeople.other, [{ role: "team-lead", node: "property" }]),
          ...Array.from({ length: residents }, (_, i) => someone(`居民${i}`, resident(i), [], "b1")),
        ],
      };
    },
  };
};
