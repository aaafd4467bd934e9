/** Activities as one person may see them: counts for everyone, names for those who organise, one's own place for oneself. */
import type { ActivitySummary, ActivityView, MySignUp, Participant, ShiftView } from "@ginkgo/shared/api/activities.ts";
import type { MatterSummary, MatterView } from "@ginkgo/shared/api/matters.ts";
import type { ActivityKind } from "@ginkgo/shared/pack/activities.ts";
import type { Tree } from "../org/index.ts";
import { isOpen, mayComeIn, mayGo, opennessOf, type Shift, type SignUp } from "./model.ts";
import type { Activity } from "./rows.ts";

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Of several shifts what matters most: being there, then coming, waiting, having been. */
const order = ["present", "signed", "waiting", "done", "absent", "refused", "withdrawn"] as const;
export const foremost = (mine: readonly SignUp[]): SignUp["status"] | null =>
  order.find((status) => mine.some((one) => one.status === status)) ?? null;

export interface SummaryGround {
  readonly activity: Activity;
  readonly kind: ActivityKind;
  readonly shifts: readonly Shift[];
  readonly mine: readonly SignUp[];
  readonly skillLabels: ReadonlyMap<string, string>;
  readonly now: Date;
}

const own = ({ activity, kind, shifts, mine, skillLabels, now }: SummaryGround) => {
  const held = shifts.filter(({ cancelled }) => !cancelled);
  const sum = (read: (shift: Shift) => number) => held.reduce((total, shift) => total + read(shift), 0);
  return {
    form: kind.form,
    venue: activity.venue,
    at: activity.at ? ([...activity.at] as [number, number]) : null,
    organiser: activity.organiser,
    startsAt: activity.startsAt.toISOString(),
    endsAt: activity.endsAt.toISOString(),
    places: sum(({ capacity }) => capacity),
    taken: sum(({ taken }) => taken),
    waiting: sum(({ waiting }) => waiting),
    signUp: opennessOf(isOpen(activity.matter, kind), shifts, now),
    minAge: activity.minAge,
    maxAge: activity.maxAge,
    skills: activity.skills.map((id) => skillLabels.get(id) ?? id),
    hasHours: kind.hours === "record",
    mySign: foremost(mine),
  };
};

export const summaryOf = (matter: MatterSummary, ground: SummaryGround): ActivitySummary => ({
  ...matter,
  kindLabel: ground.kind.label,
  ...own(ground),
  shifts: ground.shifts.filter(({ cancelled }) => !cancelled).length,
});

export interface CorrectionRow {
  readonly id: string;
  readonly sign_up_id: string;
  readonly status: string;
  readonly minutes: number;
  readonly reason: string;
  readonly answer: string | null;
  readonly asked_at: Date;
}

export const mySignUpOf = (
  one: SignUp,
  queue: number | undefined,
  correction: CorrectionRow | undefined,
): MySignUp => ({
  id: one.id,
  version: one.version,
  status: one.status,
  queue: queue ?? null,
  inAt: text(one.inAt),
  outAt: text(one.outAt),
  inBy: one.inBy,
  outBy: one.outBy,
  minutes: one.minutes,
  minutesBy: one.minutesBy,
  finalAt: text(one.finalAt),
  reason: one.reason,
  stars: one.stars,
  words: one.words,
  note: one.note,
  correction: correction
    ? {
        id: correction.id,
        status: correction.status as "open" | "accepted" | "refused",
        minutes: correction.minutes,
        reason: correction.reason,
        answer: correction.answer,
        askedAt: correction.asked_at.toISOString(),
      }
    : null,
});

export const shiftViewOf = (
  shift: Shift,
  mine: MySignUp | undefined,
  overlaps: ShiftView["overlaps"],
  /** Whether people come and go in the state the activity is in. */
  running: boolean,
  now: Date,
): ShiftView => ({
  id: shift.id,
  startsAt: shift.startsAt.toISOString(),
  endsAt: shift.endsAt.toISOString(),
  place: shift.place,
  capacity: shift.capacity,
  taken: shift.taken,
  waiting: shift.waiting,
  cancelled: shift.cancelled,
  begun: shift.startsAt <= now,
  over: shift.endsAt <= now,
  mayIn: running && !shift.cancelled && mayComeIn(shift, now),
  mayGo: running && !shift.cancelled && mayGo(shift, now),
  mine: mine ?? null,
  overlaps,
});

export interface ViewGround extends SummaryGround {
  readonly matter: MatterView;
  readonly shiftViews: readonly ShiftView[];
  readonly facility: ActivityView["facility"];
  readonly series: ActivityView["series"];
  readonly results: ActivityView["results"];
  readonly stars: number | null;
  readonly conditionWords: readonly string[];
  readonly organises: boolean;
  readonly desk: boolean;
}

const numberFact = (facts: Readonly<Record<string, unknown>>, name: string): number | null =>
  typeof facts[name] === "number" ? facts[name] : null;

export const viewOf = (ground: ViewGround): ActivityView => {
  const { activity, kind, matter, organises, desk } = ground;
  const {
    progress: _progress,
    timeline: _timeline,
    actions: _actions,
    facts: _facts,
    waiting: _waiting,
    ...line
  } = matter;
  const { facts } = activity.matter.subject;
  return {
    ...line,
    kindLabel: kind.label,
    ...own(ground),
    matter: { ...matter, kindLabel: kind.label },
    words: activity.words,
    skills: [...activity.skills],
    health: activity.health,
    conditions: activity.conditions,
    insurance: activity.insurance,
    contact: activity.contact,
    facility: ground.facility,
    series: ground.series,
    shifts: [...ground.shiftViews],
    checkIn: kind.checkIn === "voluntary",
    position: kind.position && activity.at !== null,
    risky: kind.risky,
    registeredOnly: kind.signUp === "registered",
    evaluation: kind.evaluation,
    mostMinutes: kind.mostMinutes,
    noticeDays: kind.noticeDays,
    finishedAt: text(activity.finishedAt),
    finalAt: text(activity.finalAt),
    present: numberFact(facts, "present"),
    minutes: kind.hours === "record" ? numberFact(facts, "minutes") : null,
    stars: ground.stars,
    results: ground.results,
    conditionWords: [...ground.conditionWords],
    may: {
      edit: organises && !activity.matter.ended && activity.finishedAt === null,
      people: organises,
      code: organises && kind.checkIn === "voluntary" && activity.finishedAt === null && !activity.matter.ended,
      grant: desk && kind.hours === "record",
      decide: desk && kind.hours === "record",
    },
  };
};

export const participantOf = (
  one: SignUp,
  tree: Tree,
  queue: number | undefined,
  correction: Participant["correction"],
): Participant => {
  const unit = one.unitId ? tree.get(one.unitId) : undefined;
  return {
    id: one.id,
    version: one.version,
    shiftId: one.shiftId,
    accountId: one.accountId,
    name: one.name,
    unit: unit ? { id: unit.id, name: unit.name, tier: unit.tier } : null,
    status: one.status,
    queue: queue ?? null,
    signedAt: one.signedAt.toISOString(),
    inAt: text(one.inAt),
    outAt: text(one.outAt),
    inBy: one.inBy,
    outBy: one.outBy,
    meters: one.meters,
    minutes: one.minutes,
    minutesBy: one.minutesBy,
    reason: one.reason,
    insured: one.consents.insuranceAt !== undefined,
    stars: one.stars,
    words: one.words,
    note: one.note,
    correction,
  };
};
