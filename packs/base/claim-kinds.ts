/**
 * Three ways in which things are claimed, in whatever words a place has for them: a need someone carries through, something
 * that is offered and taken up, and what is taken on for a year (a post, a plot, a flower box).
 *
 *     export const claimWorkflows = claimLives({ needDays: 15 });
 *     export const claimables = { wish: need({ label: "微心愿", … }), ability: offer({ … }), bench: standing({ … }) };
 */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { claim, claimable, claimableKind } from "./claims.ts";
import type { FieldInput } from "./steps.ts";

type KindInput = Parameters<typeof claimableKind>[0];
type More = Omit<KindInput, "list" | "workflow" | "claim"> & Partial<Pick<KindInput, "list">>;

const edit = { right: "claim.edit" } as const;
const speaks = { right: "case.lead" } as const;

export interface ClaimLives {
  /** What the place calls putting up and carrying through a need. */
  readonly need?: string;
  readonly needClaim?: string;
  /** Days for carrying a need through, photographs asked for, and what else is asked when it has been done. */
  readonly needDays?: number;
  readonly evidence?: number;
  readonly asks?: FieldInput[];
  readonly offer?: string;
  readonly offerClaim?: string;
  /** A desk looks at what is offered before it is open; otherwise it is open at once. */
  readonly offersVetted?: boolean;
  /** Everyone may offer what they can do, not only units. */
  readonly offeredByAll?: boolean;
  readonly standing?: string;
  readonly standingClaim?: string;
  readonly standingDays?: number;
  /** Who may put up what is taken on for long; absent: the community. */
  readonly standingBy?: TransitionInput["by"];
}

export const claimLives = ({
  need: needLabel = "需求清单",
  needClaim = "认领需求",
  needDays = 15,
  evidence = 1,
  asks = [],
  offer: offerLabel = "资源清单",
  offerClaim = "认领资源",
  offersVetted = true,
  offeredByAll = false,
  standing: standingLabel = "项目清单",
  standingClaim = "认领项目",
  standingDays = 365,
  standingBy = [edit],
}: ClaimLives = {}): PackInput["workflows"] => ({
  "thing-need": claimable({ label: needLabel, description: "居民或社区提出，社区看过后开放认领。", vetted: true }),
  "thing-offer": claimable({
    label: offerLabel,
    description: "单位、党员列出能提供的，由需要的一方认领。",
    ...(offeredByAll ? {} : { starts: [speaks, edit] }),
    vetted: offersVetted,
    openDays: 365,
  }),
  "thing-standing": claimable({
    label: standingLabel,
    description: "社区列出，认领后长期负责。",
    starts: standingBy,
    openDays: 365,
  }),
  "claim-need": claim({ label: needClaim, days: needDays, evidence, asks }),
  "claim-offer": claim({ label: offerClaim, agreed: true, days: 60, doneBy: "owner" }),
  "claim-standing": claim({ label: standingClaim, days: standingDays, confirmedBy: "desk", rated: false }),
});

export const need = (more: More): ReturnType<typeof claimableKind> =>
  claimableKind({ list: "need", workflow: "thing-need", claim: "claim-need", place: "optional", ...more });

export const offer = (more: More): ReturnType<typeof claimableKind> =>
  claimableKind({ list: "resource", workflow: "thing-offer", claim: "claim-offer", place: "optional", ...more });

export const standing = (more: More): ReturnType<typeof claimableKind> =>
  claimableKind({ list: "project", workflow: "thing-standing", claim: "claim-standing", place: "optional", ...more });
