/** Stories of taking part that several places tell in their own words: units register, things are claimed, people turn out. */
import type { Part, Story, StoryStep } from "../story.ts";
import {
  call,
  claim,
  come,
  type Gathering,
  importMembers,
  look,
  putUp,
  recruit,
  register,
  report,
  seeMatter,
  shared,
  signUp,
  step,
  type Thing,
  toldOf,
} from "./part-steps.ts";
import { days, minutes } from "./story-steps.ts";

type Told = Pick<Story, "id" | "title" | "about" | "starts"> & Partial<Pick<Story, "full" | "demo" | "figures">>;

const given = ({ full, demo, figures }: Partial<Pick<Story, "full" | "demo" | "figures">>) => ({
  ...(full ? { full } : {}),
  ...(demo ? { demo } : {}),
  ...(figures ? { figures } : {}),
});

export interface UnitsRegister extends Told {
  /** Key of the unit's Party organisation. */
  readonly unit: string;
  readonly kind?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Kind of the members whose list the unit hands in; how many alone, and in all. */
  readonly members?: { readonly kind: string; readonly small: number; readonly full: number };
}

/** A unit registers with the community it stands in, which confirms and reads in the list of its members. */
export const unitsRegister = (told: UnitsRegister): Story => ({
  id: told.id,
  title: told.title,
  about: told.about,
  at: told.unit,
  starts: told.starts,
  cast: { secretary: { role: "unit-secretary" }, desk: { role: "community-desk" }, resident: { resident: true } },
  steps: [
    register("secretary", told.kind ?? "unit", "unit", { body: "@.", data: told.data ?? {} }),
    seeMatter("secretary", "unit", { state: "待社区确认", noActions: ["confirm"] }),
    seeMatter("resident", "unit", { hidden: true }),
    step("desk", "unit", "confirm", {}, { after: minutes(90) }),
    toldOf("secretary", "unit", "确认"),
    seeMatter("secretary", "unit", { state: "已报到", actions: ["leave"], timeline: ["确认报到"] }),
    ...(told.members ? [importMembers("desk", told.members.kind, shared(told.members.small, told.members.full))] : []),
  ],
  ...given(told),
});

export interface NeedClaimed extends Told {
  readonly at: string;
  readonly thing: Thing;
  /** Who puts it up; absent: the community's desk. */
  readonly by?: Part;
  /** Who claims it, and whether for the body they speak for. */
  readonly claimant: Part;
  /** Body it is claimed for. */
  readonly body?: string;
  readonly did: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** What stands before: whoever claims must be registered. */
  readonly before?: readonly StoryStep[];
}

/** Put up, looked at, claimed, carried through, confirmed by whoever needed it, rated. */
export const needClaimed = (told: NeedClaimed): Story => ({
  id: told.id,
  title: told.title,
  about: told.about,
  at: told.at,
  starts: told.starts,
  cast: { asks: told.by ?? { role: "community-desk" }, desk: { role: "community-desk" }, helper: told.claimant },
  steps: [
    ...(told.before ?? []),
    putUp("asks", "need", { ...told.thing }),
    step("desk", "need", "approve", {}, { after: minutes(60) }),
    claim("helper", "need", "claim", told.body ? { bodyId: told.body } : {}, { after: { hours: 3 } }),
    seeMatter("helper", "claim", { state: "进行中", actions: ["deliver"] }),
    step("helper", "claim", "deliver", { words: told.did, photos: ["photo:现场"], ...told.data }, { after: days(2) }),
    seeMatter("asks", "claim", { state: "待确认", actions: ["confirm"] }),
    step("asks", "claim", "confirm", {}, { after: { hours: 4 } }),
    step("asks", "claim", "rate", { stars: 5, words: "帮了大忙，谢谢。" }),
    seeMatter("helper", "claim", { state: "已完成", timeline: ["确认完成"] }),
  ],
  ...given(told),
});

export interface TakenOn extends Told {
  readonly at: string;
  readonly thing: Thing;
  readonly claimant: Part;
  readonly body?: string;
  readonly before?: readonly StoryStep[];
  readonly note: string;
}

/** Something is taken on for long: a post, a plot, a flower box, a project. */
export const takenOn = (told: TakenOn): Story => ({
  id: told.id,
  title: told.title,
  about: told.about,
  at: told.at,
  starts: told.starts,
  cast: { desk: { role: "community-desk" }, helper: told.claimant },
  steps: [
    ...(told.before ?? []),
    putUp("desk", "thing", { ...told.thing }),
    claim("helper", "thing", "claim", told.body ? { bodyId: told.body } : {}, { after: { hours: 2 } }),
    seeMatter("helper", "claim", { state: "进行中" }),
    step("helper", "claim", "note", { words: told.note }, { after: days(7) }),
    seeMatter("desk", "claim", { timeline: ["记录进展"] }),
  ],
  ...given(told),
});

/** A member registers and the community confirms: what stands before a claim that only those who are registered may make. */
export const registerFirst = (
  who: string,
  kind = "member",
  input: Readonly<Record<string, unknown>> = {},
): StoryStep[] => [register(who, kind, "registration", input), step("desk", "registration", "confirm")];

export interface TurnsOut extends Told {
  readonly at: string;
  readonly gathering: Gathering;
  readonly hands: Part;
  readonly checksIn?: boolean;
  readonly result: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly before?: readonly StoryStep[];
  readonly signsUp?: Readonly<Record<string, unknown>>;
  readonly afterwards?: readonly StoryStep[];
}

/** People sign up, come and go by the code on the screen; hours come of that record; the organiser reports. */
export const turnsOut = (told: TurnsOut): Story => ({
  id: told.id,
  title: told.title,
  about: told.about,
  at: told.at,
  starts: told.starts,
  cast: { desk: { role: "community-desk" }, hands: told.hands },
  steps: [
    ...(told.before ?? []),
    ...recruit("desk", told.gathering),
    signUp("hands", 0, told.signsUp ?? {}),
    look("desk", "activities.view", { activityId: "#activity" }, { signUp: "open" }),
    ...(told.checksIn === false
      ? [{ do: "wait", after: { hours: 25 } } as const]
      : [...come("desk", "hands", "in", 0, { hours: 24 }), ...come("desk", "hands", "out", 0, { hours: 2 })]),
    ...report("desk", told.result, told.data ?? {}),
    seeMatter("desk", "activity", { state: "成果已报" }),
    ...(told.afterwards ?? []),
  ],
  ...given(told),
});

export interface Agreed extends Told {
  readonly unit: string;
  readonly what: string;
  readonly items: readonly string[];
  /** The unit agrees by itself; a secretary speaks for it. */
}

/** The community draws up an agreement, the unit agrees, then the community itself; what was agreed on is done. */
export const agreed = (told: Agreed): Story => ({
  id: told.id,
  title: told.title,
  about: told.about,
  at: told.unit,
  starts: told.starts,
  cast: { desk: { role: "community-desk" }, secretary: { role: "unit-secretary" } },
  steps: [
    call(
      "desk",
      "agreements.draft",
      {
        node: "@~community",
        title: told.what,
        purpose: "资源互惠、共建共治共享。",
        bodies: ["@."],
        from: told.starts.slice(0, 10),
        to: `${Number(told.starts.slice(0, 4)) + 1}${told.starts.slice(4, 10)}`,
        items: told.items.map((what) => ({
          what,
          owner: "@.",
          due: `${Number(told.starts.slice(0, 4)) + 1}${told.starts.slice(4, 10)}`,
        })),
      },
      { name: "agreement" },
    ),
    call(
      "desk",
      "agreements.act",
      { agreementId: "#agreement", action: "send", version: "#agreement.matter.version" },
      { name: "sent" },
    ),
    call(
      "secretary",
      "agreements.agree",
      { agreementId: "#agreement", version: "#sent.matter.version", party: "@." },
      { name: "half", after: { hours: 20 } },
    ),
    call(
      "desk",
      "agreements.agree",
      { agreementId: "#agreement", version: "#half.matter.version", party: "@~community" },
      { name: "whole" },
    ),
    look("secretary", "agreements.view", { agreementId: "#agreement" }, { phase: "inForce" }),
  ],
  ...given(told),
});

export interface StillOpen {
  readonly at: string;
  readonly starts: string;
  readonly gathering: Gathering;
  /** Kind of registration that waits for the community; absent: none. With what: absent: the community. */
  readonly registration?: string;
  readonly registersWith?: string;
}

/** What is still under way, for the demonstration: an activity that recruits, someone who waits to be confirmed. */
export const stillOpen = ({
  at,
  starts,
  gathering,
  registration,
  registersWith = "@~community",
}: StillOpen): Story => ({
  id: "still-open",
  title: "正在招募，等您报名",
  about: "活动正在招募，有人已经报名；还有人刚报到，等社区确认。",
  at,
  starts,
  cast: { desk: { role: "community-desk" }, hands: { residents: 2 }, newcomer: { resident: true } },
  steps: [
    ...recruit("desk", { hoursAhead: 122, ...gathering }),
    signUp("hands"),
    look("newcomer", "activities.view", { activityId: "#activity" }, { signUp: "open", taken: 2 }),
    ...(registration ? [register("newcomer", registration, "waiting", { node: registersWith })] : []),
    ...(registration ? [seeMatter("newcomer", "waiting", { state: "待社区确认", actions: ["withdraw"] })] : []),
  ],
  demo: { ago: 5 },
});
