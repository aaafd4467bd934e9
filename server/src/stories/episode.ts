/** One telling of a story at one node: who plays, which cases there are by now. */
import type { Data, Story } from "@ginkgo/packs/story.ts";
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Ground } from "./ground.ts";
import { type Cast, castOf, nodeNamed, Unresolved } from "./parts.ts";
import type { Seat, SeatApp, Seats } from "./seats.ts";
import type { Stranger } from "./strangers.ts";
import { localTime, shiftedDay } from "./times.ts";
import { alone, type Turn } from "./turn.ts";
import { resolveData } from "./values.ts";

/** Where stories play: a place that is ready for its people. */
export interface Stage {
  readonly pack: Pack;
  readonly ground: Ground;
  readonly seats: Seats;
  /** Id of the node with that code, or with that key where it has none. */
  nodeId(code: string): string;
  now(): Date;
  strangers(count: number): readonly Stranger[];
  /** Opens a case before each step, as a person does; otherwise what the last answer said is trusted. */
  readonly careful: boolean;
}

export interface KnownCase {
  readonly id: string;
  readonly no: string;
  readonly version: number;
}

export interface Episode {
  readonly stage: Stage;
  readonly story: Story;
  readonly at: string;
  readonly turn: Turn;
  person(as: string): PersonFile;
  /** Everyone who plays the part. */
  people(as: string): readonly PersonFile[];
  seatOf(person: PersonFile, app?: SeatApp): Seat;
  seat(as: string, app?: SeatApp): Seat;
  case(name: string): KnownCase;
  /** Keeps what an answer says about a case. */
  know(name: string, view: Pick<CaseView, "id" | "no" | "version">): void;
  /** Whether a sub-case has a name already. */
  isNamed(id: string): boolean;
  /** What an endpoint has answered, by the name the story gave it. */
  answer(name: string): unknown;
  remember(name: string, answer: unknown): void;
  nodeId(text: string): string;
  nodeName(text: string): string;
  /** `i`: the number of the turn, where a step is taken several times. */
  data(as: string, data: Data | undefined, i?: number): Promise<Record<string, unknown>>;
}

/** Throws `Unresolved` where a part finds nobody. */
export const beginEpisode = (
  stage: Stage,
  story: Story,
  at: string,
  start = localTime(story.starts),
  turn = alone,
): Episode => {
  const { ground, seats } = stage;
  const cast: Cast = castOf(ground, story, at, turn);
  const cases = new Map<string, KnownCase>();
  const answers = new Map<string, unknown>();
  const people = (as: string): readonly PersonFile[] => {
    const found = cast.get(as);
    if (!found) throw new Unresolved(`故事里没有角色 ${as}`);
    return found;
  };
  const person = (as: string): PersonFile => {
    const [first] = people(as);
    if (!first) throw new Unresolved(`故事里没有人担任 ${as}`);
    return first;
  };
  const seat = (as: string, app?: SeatApp) => seats.of(person(as).phone, app);
  const nodeId = (text: string): string => {
    const node = nodeNamed(ground, at, text);
    return stage.nodeId(node.code ?? node.key);
  };
  return {
    stage,
    story,
    at,
    turn,
    person,
    people,
    seatOf: ({ phone }, app) => seats.of(phone, app),
    seat,
    case: (name) => {
      const found = cases.get(name);
      if (!found) throw new Unresolved(`故事里还没有事项 ${name}`);
      return found;
    },
    know: (name, { id, no, version }) => {
      cases.set(name, { id, no, version });
    },
    isNamed: (id) => [...cases.values()].some((one) => one.id === id),
    answer: (name) => answers.get(name),
    remember: (name, answer) => {
      answers.set(name, answer);
    },
    nodeId,
    nodeName: (text) => nodeNamed(ground, at, text).name,
    data: (as, data = {}, i = 1) =>
      resolveData(data, {
        node: nodeId,
        case: (name) => cases.get(name)?.id,
        answer: (name) => answers.get(name),
        day: (text) => shiftedDay(text, story.starts, start),
        now: stage.now,
        turn: String(i),
        telling: turn,
        people: async (part) => {
          const ids: string[] = [];
          for (const { phone } of people(part)) ids.push((await seats.of(phone).call(identityApi.me, {})).id);
          return ids;
        },
        photo: (caption) => seat(as).photo(caption),
      }),
  };
};
