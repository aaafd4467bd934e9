/** The pack a place runs on: what screens need of it, and its versions, which the place's own staff draft and publish. */
import { z } from "zod";
import { ActivityKind } from "../pack/activities.ts";
import { areas } from "../pack/diff-label.ts";
import { BookableKind, CareKind, PatrolKind, RotaKind } from "../pack/duties.ts";
import { Field } from "../pack/form.ts";
import { ClaimableKind, RegistrationKind, Skill } from "../pack/participation.ts";
import { Calendar, Category, type Pack, PackList } from "../pack/schema.ts";
import { Done, Id, Instant, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";

/** One kind of what can be begun besides cases: what is asked, and whether this actor may begin one somewhere. */
const begun = {
  id: z.string(),
  mayStart: z.boolean(),
  intake: z.array(Field),
  /** States of its life, as lists ask for them. */
  states: z.array(z.object({ id: z.string(), label: z.string(), tone: z.string() })),
};

/** What units and people take part in, as the place has it. An empty section is not there. */
export const ParticipationView = z.object({
  skills: z.array(Skill),
  registrations: z.array(RegistrationKind.omit({ workflow: true, active: true }).extend(begun)),
  claimables: z.array(
    ClaimableKind.omit({ workflow: true, claim: true, open: true, expires: true, fulfilled: true }).extend({
      ...begun,
      /** States of a claim. */
      claimStates: z.array(z.object({ id: z.string(), label: z.string(), tone: z.string() })),
    }),
  ),
  activities: z.array(
    ActivityKind.omit({
      workflow: true,
      open: true,
      running: true,
      finished: true,
      begins: true,
      finishes: true,
      results: true,
    }).extend(begun),
  ),
  agreements: z.boolean(),
  bookables: z.array(BookableKind.extend({ id: z.string() })),
  rotas: z.array(RotaKind.extend({ id: z.string() })),
  patrols: z.array(PatrolKind.extend({ id: z.string() })),
  cares: z.array(CareKind.extend({ id: z.string() })),
  /** Null where no points are given; `shop` is what the place calls where they are spent. */
  points: z.object({ label: z.string(), shop: z.string().nullable(), ranking: z.boolean() }).nullable(),
  checkIn: z.enum(["off", "voluntary", "compulsory"]),
});
export type ParticipationView = z.infer<typeof ParticipationView>;

/** What screens need of a pack: words, choices and labels. Steps and their forms come with each case instead. */
export const PackView = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  brand: z.string(),
  accent: z.string(),
  calendar: Calendar,
  map: z.object({ centre: z.tuple([z.number(), z.number()]), zoom: z.number() }),
  workflows: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      description: z.string(),
      /** Whether its way depends on what kind of matter it is: then that is asked in plain sight. */
      asksKind: z.boolean(),
      /** Whether outcomes of it are made public. */
      publishes: z.boolean(),
      /** Whether this actor may begin a case of it somewhere. */
      mayStart: z.boolean(),
      /** Everyone may: what residents send in, apart from what staff begin. */
      open: z.boolean(),
      /** Asked beside the words when one is begun; answered in `CaseDraft.data`. */
      intake: z.array(Field),
    }),
  ),
  categories: z.array(
    Category.pick({ id: true, label: true, group: true, description: true, icon: true, urgent: true }).extend({
      workflow: z.string(),
      mayStart: z.boolean(),
    }),
  ),
  kinds: z.array(z.object({ id: z.string(), label: z.string() })),
  /** `id` is `workflow:path`, as lists ask for it. */
  states: z.array(z.object({ id: z.string(), label: z.string(), tone: z.string(), workflow: z.string() })),
  /** Of the main workflow. */
  progress: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Figures by which lists can be narrowed. */
  metrics: z.array(z.object({ id: z.string(), label: z.string() })),
  marks: z.array(z.object({ workflow: z.string(), fact: z.string(), label: z.string(), tone: z.string() })),
  lists: z.array(PackList.extend({ id: z.string() })),
  tiers: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      tree: z.string(),
      as: z.string(),
      under: z.array(z.string()),
      kinds: z.record(z.string(), z.string()).optional(),
    }),
  ),
  roles: z.array(z.object({ id: z.string(), label: z.string(), on: z.array(z.string()) })),
  participation: ParticipationView,
  words: z.record(z.string(), z.string()),
});
export type PackView = z.infer<typeof PackView>;

/** A whole pack. Its shape is `Pack` of `shared/src/pack/schema.ts`; the answer leaves nothing of it out. */
const WholePack = z.custom<Pack>();

/** What stands in a draft may be anything while someone works on it. */
const DraftContent = z.record(z.string(), z.unknown());

export const PackProblemView = z.object({
  path: z.string(),
  /** Stable; `message` and `mend` are for people. */
  rule: z.string(),
  message: z.string(),
  mend: z.string(),
});
export type PackProblemView = z.infer<typeof PackProblemView>;

export const PackChangeView = z.object({
  path: z.string(),
  kind: z.enum(["added", "removed", "changed"]),
  area: z.enum(areas),
  label: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type PackChangeView = z.infer<typeof PackChangeView>;

export const PackOrigin = z.enum(["shipped", "edited", "imported", "rollback"]);

export const PackVersionView = z.object({
  version: z.int(),
  origin: PackOrigin,
  /** The version it was made from; for a rollback the one whose content it has. */
  basedOn: z.int().nullable(),
  publishedBy: z.string(),
  publishedAt: Instant,
  note: z.string(),
  current: z.boolean(),
});
export type PackVersionView = z.infer<typeof PackVersionView>;

const version = z.int().min(1);
const note = z.string().min(1).max(500);
/** The draft one has seen; 0: there was none. */
const draftVersion = z.int().min(0);

export const PackDraftState = z.object({
  draftVersion: z.int(),
  basedOn: z.int(),
  origin: z.enum(["edited", "imported"]),
  editedBy: z.object({ id: Id, name: z.string() }),
  editedAt: Instant,
  /** Another version has been published since: compare with it and save the draft with `basedOn` before publishing. */
  outdated: z.boolean(),
  problems: z.array(PackProblemView),
  /** Against the version the place runs on. */
  changes: z.array(PackChangeView),
});
export type PackDraftState = z.infer<typeof PackDraftState>;

export const PackDraft = PackDraftState.extend({ content: DraftContent });
export type PackDraft = z.infer<typeof PackDraft>;

/** What publishing the draft would change, and for whom. */
export const PackPreview = z.object({
  draftVersion: z.int(),
  /** Of the pack itself and of the place it is for; with any, publishing is refused. */
  problems: z.array(PackProblemView),
  changes: z.array(PackChangeView),
  /** Roles whose rights change, and how many accounts hold them. */
  people: z.array(
    z.object({
      role: z.string(),
      label: z.string(),
      gains: z.array(z.string()),
      loses: z.array(z.string()),
      accounts: z.int(),
    }),
  ),
  /** Open cases stay on the version they began under. */
  cases: z.array(z.object({ version: z.int(), open: z.int() })),
  removedCategories: z.array(z.object({ id: z.string(), label: z.string(), open: z.int() })),
  /** States that the draft no longer has; the cases in them go on as they began. */
  removedStates: z.array(z.object({ id: z.string(), label: z.string(), workflow: z.string(), open: z.int() })),
});
export type PackPreview = z.infer<typeof PackPreview>;

/** A pack is some 200 kB. */
const maxBytes = 4 * 1024 * 1024;

export const packApi = {
  pack: endpoint({
    method: "GET",
    path: "/pack",
    summary: "The pack this place runs on, as screens need it",
    access: "signed-in",
    output: PackView,
  }),
  packVersions: endpoint({
    method: "GET",
    path: "/pack/versions",
    summary: "Every version of the place's pack, newest first (right `pack.read` on the root node)",
    access: "signed-in",
    query: Paging,
    output: pageOf(PackVersionView).extend({
      current: z.int(),
      /** A newer shipped version that was stored but not taken over, because the place has changed its pack. */
      newShipped: z.int().nullable(),
      may: z.object({ edit: z.boolean(), publish: z.boolean() }),
    }),
  }),
  packVersion: endpoint({
    method: "GET",
    path: "/pack/versions/:version",
    summary: "One version with the whole pack, in today's format",
    access: "signed-in",
    params: z.object({ version: z.coerce.number().int().min(1).max(1_000_000_000) }),
    output: PackVersionView.extend({ content: WholePack }),
  }),
  packDiff: endpoint({
    method: "GET",
    path: "/pack/diff",
    summary: "What differs between two versions, or a version and the draft",
    access: "signed-in",
    query: z.object({
      from: z.string().regex(/^(draft|[1-9]\d{0,8})$/, "请填写版本号，或填 draft 表示草稿"),
      to: z.string().regex(/^(draft|[1-9]\d{0,8})$/, "请填写版本号，或填 draft 表示草稿"),
    }),
    output: z.object({ from: z.string(), to: z.string(), changes: z.array(PackChangeView) }),
  }),
  packDraft: endpoint({
    method: "GET",
    path: "/pack/draft",
    summary: "The draft with its problems and changes, or null",
    access: "signed-in",
    output: z.object({ draft: PackDraft.nullable() }),
  }),
  savePackDraft: endpoint({
    method: "PUT",
    path: "/pack/draft",
    summary: "Save the whole draft, sound or not (right `pack.edit`)",
    access: "signed-in",
    maxBytes,
    body: z.strictObject({
      content: DraftContent,
      draftVersion,
      /** The version it has been compared with, if that is no longer the one it was begun from. */
      basedOn: version.optional(),
    }),
    output: PackDraftState,
    problems: ["stale", "too-large"],
  }),
  deletePackDraft: endpoint({
    method: "DELETE",
    path: "/pack/draft",
    summary: "Throw the draft away",
    access: "signed-in",
    query: z.object({ draftVersion: z.coerce.number().int().min(1) }),
    output: Done,
    problems: ["stale"],
  }),
  previewPackDraft: endpoint({
    method: "POST",
    path: "/pack/draft/preview",
    summary: "What publishing the draft would change, and for whom; changes nothing",
    access: "signed-in",
    output: PackPreview,
  }),
  publishPackDraft: endpoint({
    method: "POST",
    path: "/pack/draft/publish",
    summary: "Make the draft the next version (right `pack.publish`); refused with every problem it has",
    access: "signed-in",
    body: z.strictObject({ draftVersion: version, note }),
    output: PackVersionView,
    problems: ["stale", "conflict"],
  }),
  rollBackPack: endpoint({
    method: "POST",
    path: "/pack/rollback",
    summary: "A new version with the content of an earlier one (right `pack.publish`)",
    access: "signed-in",
    body: z.strictObject({ version, note }),
    output: PackVersionView,
    problems: ["conflict"],
  }),
  importPack: endpoint({
    method: "POST",
    path: "/pack/import",
    summary: "Take a pack file of any known format as the draft (right `pack.edit`)",
    access: "signed-in",
    maxBytes,
    body: z.strictObject({ content: DraftContent, draftVersion }),
    output: PackDraftState.extend({
      /** The file's format, if it was an older one and has been brought to today's. */
      upgradedFrom: z.int().nullable(),
    }),
    problems: ["stale", "too-large"],
  }),
};
