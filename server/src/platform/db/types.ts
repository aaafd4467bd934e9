/** Generated from the migrated database by `npm run db:types`; do not edit. */
import type { ColumnType, JSONColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;
// biome-ignore lint/suspicious/noExplicitAny: the shape of each document is known to its repository only.
type Json = JSONColumnType<any, string, string>;

export interface Accounts {
  tenant_id: string;
  id: string;
  person_id: string;
  password_hash: string | null;
  status: Generated<string>;
  failed_count: Generated<number>;
  locked_until: Timestamp | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface Activities {
  tenant_id: string;
  matter_id: string;
  words: string;
  venue: string;
  lng: number | null;
  lat: number | null;
  facility_id: string | null;
  organiser: string;
  min_age: number | null;
  max_age: number | null;
  skills: Generated<string[]>;
  health: Generated<string>;
  conditions: Generated<string>;
  insurance: Generated<string>;
  contact: Generated<string>;
  series_id: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  finished_at: Timestamp | null;
  final_at: Timestamp | null;
}

export interface ActivityShifts {
  tenant_id: string;
  id: string;
  activity_id: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  place: Generated<string>;
  capacity: number;
  taken: Generated<number>;
  waiting: Generated<number>;
  cancelled: Generated<boolean>;
  sequence: Generated<number>;
  changed_at: Timestamp;
}

export interface AgreedItems {
  tenant_id: string;
  id: string;
  version: number;
  source_type: string;
  source_id: string;
  position: number;
  node_id: string;
  area_id: string;
  what: string;
  owner_node_id: string | null;
  owner_id: string | null;
  owner_name: string;
  due_on: string;
  progress: number;
  state: string;
  note: string | null;
  done_at: Timestamp | null;
  done_by: string | null;
  done_name: string | null;
  created_at: Timestamp;
}

export interface AgreedReminders {
  tenant_id: string;
  subject_id: string;
  due_on: string;
  days: number;
  at: Timestamp;
}

export interface AgreementParties {
  tenant_id: string;
  agreement_id: string;
  node_id: string;
  position: number;
  is_body: boolean;
  confirmed_at: Timestamp | null;
  confirmed_by: string | null;
  confirmed_name: string | null;
  on_paper: Generated<boolean>;
}

export interface Agreements {
  tenant_id: string;
  id: string;
  purpose: string;
  from_on: string;
  to_on: string;
  sent_at: Timestamp | null;
  in_force: Generated<boolean>;
  in_force_at: Timestamp | null;
  renews_id: string | null;
}

export interface BookablePeople {
  tenant_id: string;
  place_id: string;
  account_id: string;
}

export interface BookablePlaces {
  tenant_id: string;
  id: string;
  kind: string;
  node_id: string;
  name: string;
  code: string;
  hours: Json;
  slot_minutes: number;
  most_slots: number;
  ahead_days: number;
  confirm: boolean;
  rules: Generated<string>;
  matter_id: string | null;
  open: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface Bookings {
  tenant_id: string;
  id: string;
  place_id: string;
  series_id: string | null;
  starts_at: Timestamp;
  ends_at: Timestamp;
  status: string;
  account_id: string;
  account_name: string;
  body_id: string | null;
  answers: Generated<Json>;
  home_sealed: Buffer | null;
  note_sealed: Buffer | null;
  worker_id: string | null;
  worker_name: string | null;
  reason: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface CalendarFeeds {
  tenant_id: string;
  account_id: string;
  number: number;
  active: boolean;
  since: Timestamp;
}

export interface CareEntries {
  tenant_id: string;
  id: string;
  plan_id: string;
  kind: string;
  node_id: string;
  type: string;
  at: Timestamp;
  account_id: string;
  account_name: string;
  content_sealed: Buffer;
  case_id: string | null;
}

export interface CarePlans {
  tenant_id: string;
  id: string;
  kind: string;
  node_id: string;
  person_sealed: Buffer;
  name_index: Buffer;
  every_days: number;
  team_id: string | null;
  status: string;
  next_on: string | null;
  paused_until: string | null;
  reminded_for: string | null;
  warned_for: string | null;
  last_visit_at: Timestamp | null;
  reason_sealed: Buffer | null;
  version: Generated<number>;
  created_at: Timestamp;
  ended_at: Timestamp | null;
}

export interface CareVisitors {
  tenant_id: string;
  plan_id: string;
  account_id: string;
  account_name: string;
}

export interface CaseNumbers {
  tenant_id: string;
  day: string;
  next: number;
}

export interface CaseWorkers {
  tenant_id: string;
  case_id: string;
  who_id: string;
  relation: string;
  name: string;
  body_id: string | null;
  plays: string | null;
  done_at: Timestamp | null;
}

export interface Cases {
  tenant_id: string;
  id: string;
  no: string;
  pack_version: number;
  state: string;
  tone: string;
  ended: Generated<boolean>;
  version: number;
  category: string;
  kind: string | null;
  urgent: Generated<boolean>;
  words: string;
  grams: string[];
  visibility: string;
  channel: string;
  reporter_id: string;
  reporter_name: string;
  contact_sealed: Buffer | null;
  behalf_sealed: Buffer | null;
  place_id: string;
  area_id: string;
  community_id: string | null;
  lng: number | null;
  lat: number | null;
  address: string | null;
  mode: string | null;
  entered_at: Timestamp;
  warn_at: Timestamp | null;
  due_at: Timestamp | null;
  late: Generated<boolean>;
  facts: Generated<Json>;
  stars: number | null;
  solved: boolean | null;
  merged_into: string | null;
  photo_count: Generated<number>;
  submitted_at: Timestamp;
  ended_at: Timestamp | null;
  workflow: string;
  active: string[];
  clocks: Generated<Json>;
  parent_id: string | null;
  open_sub_cases: Generated<number>;
  metrics: Generated<string[]>;
  published_at: Timestamp | null;
}

export interface Claimables {
  tenant_id: string;
  id: string;
  words: string;
  skills: Generated<string[]>;
  places: number;
  taken: Generated<number>;
  carried_through: Generated<number>;
  open: Generated<boolean>;
  starts_at: Timestamp | null;
  ends_at: Timestamp | null;
  until: string | null;
  lng: number | null;
  lat: number | null;
  address: string | null;
  address_public: Generated<boolean>;
  min_age: number | null;
  max_age: number | null;
  health: string | null;
}

export interface Claims {
  tenant_id: string;
  id: string;
  claimable_id: string;
  claimant_id: string;
  open: Generated<boolean>;
  confirmed: Generated<string[]>;
}

export interface Disclosures {
  tenant_id: string;
  id: string;
  at: Timestamp;
  account_id: string;
  account_name: string;
  subject_type: string;
  subject_id: string;
  what: string;
  reason: string;
}

export interface Events {
  tenant_id: string;
  id: string;
  subject_type: string;
  subject_id: string;
  seq: number;
  type: string;
  actor_id: string | null;
  actor_name: string;
  at: Timestamp;
  seen_by: Generated<string>;
  data: Generated<Json>;
}

export interface FigureCounts {
  tenant_id: string;
  pack_version: number;
}

export interface Files {
  tenant_id: string;
  id: string;
  owner_id: string;
  kind: string;
  mime: string;
  bytes: number;
  width: number | null;
  height: number | null;
  subject_type: string | null;
  subject_id: string | null;
  created_at: Timestamp;
}

export interface HourCorrections {
  tenant_id: string;
  id: string;
  sign_up_id: string;
  activity_id: string;
  account_id: string;
  status: Generated<string>;
  had: number | null;
  minutes: number;
  reason: string;
  asked_at: Timestamp;
  decided_id: string | null;
  decided_by: string | null;
  decided_at: Timestamp | null;
  answer: string | null;
}

export interface IdempotencyKeys {
  tenant_id: string;
  account_id: string;
  key: string;
  request_hash: Buffer;
  response: Json;
  created_at: Timestamp;
}

export interface Inbox {
  tenant_id: string;
  id: string;
  account_id: string;
  at: Timestamp;
  title: string;
  text: string;
  weight: Generated<string>;
  case_id: string | null;
  case_no: string | null;
  source_key: string;
  read_at: Timestamp | null;
  matter_id: string | null;
  matter_type: string | null;
}

export interface JointMeetingAttendees {
  tenant_id: string;
  meeting_id: string;
  id: string;
  position: number;
  body_id: string | null;
  account_id: string | null;
  name: string;
  answer: Generated<string>;
  answered_at: Timestamp | null;
  answered_name: string | null;
  words: string | null;
  present: boolean | null;
}

export interface JointMeetings {
  tenant_id: string;
  id: string;
  version: number;
  node_id: string;
  area_id: string;
  title: string;
  place: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  status: string;
  agenda: string;
  others: string;
  minutes: string | null;
  series_id: string;
  round: number;
  every_months: number;
  called_by: string;
  called_name: string;
  created_at: Timestamp;
}

export interface LedgerEntries {
  tenant_id: string;
  transaction_id: string;
  account: string;
  points: number;
}

export interface LedgerTransactions {
  tenant_id: string;
  id: string;
  at: Timestamp;
  done_at: Timestamp;
  kind: string;
  account_id: string;
  node_id: string;
  rule: string | null;
  subject_type: string;
  subject_id: string;
  source_key: string;
  reverses: string | null;
  words: string;
  actor_id: string | null;
  actor_name: string;
}

export interface MatchProposals {
  tenant_id: string;
  id: string;
  round_id: string;
  need_id: string;
  offer_id: string | null;
  account_id: string | null;
  body_id: string | null;
  name: string;
  value: number;
  facts: Json;
  status: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  answered_at: Timestamp | null;
  answered_name: string | null;
  for_good: Generated<boolean>;
  words: string | null;
  claim_id: string | null;
}

export interface MatchRefusals {
  tenant_id: string;
  claimant_id: string;
  need_id: string;
  at: Timestamp;
}

export interface MatchRounds {
  tenant_id: string;
  id: string;
  node_id: string;
  area_id: string;
  begun_by: string;
  begun_name: string;
  created_at: Timestamp;
  finished_at: Timestamp | null;
  status: string;
  stage: string;
  budget: number;
  answer_days: number;
  max_meters: number | null;
  needs: number | null;
  places: number | null;
  abilities: number | null;
  pairs: number | null;
  served: number | null;
  value: number | null;
  bound: number | null;
  first_come_value: number | null;
  first_come_served: number | null;
  people: number | null;
  most_per_person: number | null;
  milliseconds: number | null;
  problem: string | null;
}

export interface MatchUnserved {
  tenant_id: string;
  round_id: string;
  need_id: string;
  missing: number;
  reason: Json;
}

export interface Matters {
  tenant_id: string;
  id: string;
  type: string;
  kind: string;
  code: string;
  title: string;
  pack_version: number;
  workflow: string;
  state: string;
  active: string[];
  tone: string;
  ended: Generated<boolean>;
  version: number;
  entered_at: Timestamp;
  due_at: Timestamp | null;
  late: Generated<boolean>;
  clocks: Generated<Json>;
  facts: Generated<Json>;
  metrics: Generated<string[]>;
  visibility: string;
  place_id: string;
  area_id: string;
  owner_id: string;
  owner_name: string;
  owner_body_id: string | null;
  holder_id: string | null;
  holder_name: string | null;
  body_id: string | null;
  unit_id: string | null;
  unit_sees: Generated<boolean>;
  parent_id: string | null;
  created_at: Timestamp;
  ended_at: Timestamp | null;
}

export interface Nodes {
  tenant_id: string;
  id: string;
  tree: string;
  tier: string;
  kind: string | null;
  name: string;
  code: string | null;
  parent_id: string | null;
  path: string;
  seat_id: string | null;
  lng: number | null;
  lat: number | null;
  polygon: Json | null;
  address: string | null;
  aliases: Generated<string[]>;
  status: Generated<string>;
  merged_into: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface PackDrafts {
  tenant_id: string;
  content: Json;
  origin: string;
  based_on: number;
  version: number;
  edited_by: string;
  edited_name: string;
  edited_at: Timestamp;
}

export interface PackVersions {
  tenant_id: string;
  version: number;
  hash: string;
  content: Json;
  origin: string;
  based_on: number | null;
  published_by: string | null;
  published_name: string;
  note: Generated<string>;
  published_at: Timestamp;
}

export interface PatrolFindings {
  tenant_id: string;
  id: string;
  round_id: string;
  point_id: string | null;
  words: string;
  at: Timestamp;
}

export interface PatrolPoints {
  tenant_id: string;
  id: string;
  route_id: string;
  position: number;
  name: string;
  lng: number | null;
  lat: number | null;
  code: string;
  open: Generated<boolean>;
}

export interface PatrolRoundPeople {
  tenant_id: string;
  round_id: string;
  account_id: string;
  account_name: string;
}

export interface PatrolRounds {
  tenant_id: string;
  id: string;
  route_id: string;
  kind: string;
  node_id: string;
  squad_id: string | null;
  planned_at: Timestamp | null;
  begin_until: Timestamp | null;
  started_at: Timestamp | null;
  end_until: Timestamp | null;
  ended_at: Timestamp | null;
  status: string;
  points_needed: number;
  points_ticked: Generated<number>;
  note: string | null;
  version: Generated<number>;
}

export interface PatrolRoutes {
  tenant_id: string;
  id: string;
  kind: string;
  node_id: string;
  name: string;
  times: Generated<Json>;
  planned_until: string | null;
  open: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface PatrolTicks {
  tenant_id: string;
  round_id: string;
  point_id: string;
  at: Timestamp;
}

export interface Persons {
  tenant_id: string;
  id: string;
  name: string;
  phone_sealed: Buffer | null;
  phone_index: Buffer | null;
  home_id: string | null;
  created_at: Timestamp;
}

export interface PointGoods {
  tenant_id: string;
  id: string;
  node_id: string;
  kind: string;
  name: string;
  detail: Generated<string>;
  price: number;
  stock: number;
  per_person: number | null;
  offered: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface PointMembers {
  tenant_id: string;
  account_id: string;
  joined_at: Timestamp;
  left_at: Timestamp | null;
  ranked: Generated<boolean>;
  balance: Generated<number>;
  version: Generated<number>;
}

export interface PointRequests {
  tenant_id: string;
  id: string;
  account_id: string;
  at: Timestamp;
  words: string;
  about_id: string | null;
  node_id: string;
  status: Generated<string>;
  decided_at: Timestamp | null;
  decided_name: string | null;
  answer: string | null;
  booked_id: string | null;
  version: Generated<number>;
}

export interface Recognitions {
  tenant_id: string;
  transaction_id: string;
  side: string;
  node_id: string;
  account_id: string;
  points: number;
  at: Timestamp;
}

export interface Redemptions {
  tenant_id: string;
  id: string;
  goods_id: string;
  goods_name: string;
  node_id: string;
  account_id: string;
  points: number;
  code: string;
  status: string;
  reserved_at: Timestamp;
  expires_at: Timestamp;
  ended_at: Timestamp | null;
  ended_name: string | null;
  reason: string | null;
  version: Generated<number>;
}

export interface Registrations {
  tenant_id: string;
  id: string;
  kind: string;
  node_id: string;
  community_id: string;
  account_id: string | null;
  body_id: string | null;
  skills: Generated<string[]>;
  free: Generated<Json>;
  reach_meters: number | null;
  most_at_once: number | null;
  birth_year: number | null;
  active: boolean;
  ended: Generated<boolean>;
  registered_at: Timestamp | null;
  ended_at: Timestamp | null;
  agreed_at: Timestamp | null;
}

export interface RoleGrants {
  tenant_id: string;
  id: string;
  account_id: string;
  role: string;
  node_id: string;
  title: string | null;
  granted_by: string | null;
  since: Timestamp;
  until: Timestamp | null;
}

export interface RotaLines {
  tenant_id: string;
  id: string;
  rota_id: string;
  position: number;
  on_day: number;
  from_minute: number;
  minutes: number;
  label: Generated<string>;
  needed: number;
  people: Generated<string[]>;
}

export interface Rotas {
  tenant_id: string;
  id: string;
  kind: string;
  node_id: string;
  name: string;
  place: Generated<string>;
  cycle: string;
  starts_on: string;
  sign_up: boolean;
  turns: Generated<string[]>;
  turn_at: Generated<number>;
  made_until: string | null;
  ended: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface SavedFilters {
  tenant_id: string;
  id: string;
  account_id: string;
  name: string;
  filter: Json;
}

export interface ServiceCertificates {
  tenant_id: string;
  code: string;
  id: string;
  account_id: string;
  name: string;
  from_day: string;
  to_day: string;
  minutes: number;
  lines: Json;
  issuer: string;
  issued_at: Timestamp;
  seal: string;
}

export interface Sessions {
  tenant_id: string;
  id: string;
  account_id: string;
  token_hash: Buffer;
  app: string;
  device: string;
  created_at: Timestamp;
  last_seen_at: Timestamp;
  expires_at: Timestamp;
  revoked_at: Timestamp | null;
}

export interface ShiftPeople {
  tenant_id: string;
  shift_id: string;
  account_id: string;
  account_name: string;
  how: string;
  told_at: Timestamp | null;
}

export interface ShiftSwaps {
  tenant_id: string;
  id: string;
  shift_id: string;
  from_id: string;
  from_name: string;
  to_id: string;
  to_name: string;
  for_shift_id: string | null;
  words: Generated<string>;
  status: string;
  created_at: Timestamp;
  answered_at: Timestamp | null;
}

export interface Shifts {
  tenant_id: string;
  id: string;
  rota_id: string;
  node_id: string;
  kind: string;
  label: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  needed: number;
  status: Generated<string>;
  note: string | null;
  reason: string | null;
  version: Generated<number>;
}

export interface SignUps {
  tenant_id: string;
  id: string;
  shift_id: string;
  activity_id: string;
  account_id: string;
  name: string;
  unit_id: string | null;
  status: string;
  place_no: number;
  signed_at: Timestamp;
  in_at: Timestamp | null;
  out_at: Timestamp | null;
  in_by: string | null;
  out_by: string | null;
  code_window: number | null;
  wrong_codes: Generated<number>;
  wrong_at: Timestamp | null;
  meters: number | null;
  minutes: number | null;
  minutes_by: string | null;
  final_at: Timestamp | null;
  credit_key: string | null;
  reason: string | null;
  consents: Generated<Json>;
  stars: number | null;
  words: string | null;
  note: string | null;
  version: Generated<number>;
  changed_at: Timestamp;
}

export interface SmsCodes {
  tenant_id: string;
  id: string;
  phone_index: Buffer;
  code_hash: Buffer;
  sent_at: Timestamp;
  expires_at: Timestamp;
  attempts: Generated<number>;
  used_at: Timestamp | null;
}

export interface SquadPeople {
  tenant_id: string;
  squad_id: string;
  account_id: string;
  account_name: string;
}

export interface Squads {
  tenant_id: string;
  id: string;
  node_id: string;
  name: string;
  team_id: string | null;
  open: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface Tenants {
  tenant_id: string;
  pack_id: string;
  pack_version: number;
  name: string;
  tree_version: Generated<number>;
  created_at: Generated<Timestamp>;
}

export interface Timers {
  tenant_id: string;
  subject_type: string;
  subject_id: string;
  kind: string;
  at: Timestamp;
}

export interface UnitFeedback {
  tenant_id: string;
  id: string;
  kind: string;
  period: string;
  from_at: Timestamp;
  to_at: Timestamp;
  unit_id: string;
  unit_sees: string;
  sums: Json;
  created_at: Timestamp;
  send_by: Timestamp;
  sent_at: Timestamp | null;
  version: Generated<number>;
}

export interface UnitFeedbackLines {
  tenant_id: string;
  feedback_id: string;
  registration_id: string;
  community_id: string;
  claims: number;
  activities: number;
  minutes: number;
  deeds: Json;
  words: string | null;
}

export interface UnitFeedbackParts {
  tenant_id: string;
  feedback_id: string;
  community_id: string;
  confirmed_at: Timestamp | null;
  confirmed_by: string | null;
  confirmed_name: string | null;
}

export interface ZoneCovers {
  tenant_id: string;
  zone_id: string;
  node_id: string;
}

export interface DB {
  accounts: Accounts;
  activities: Activities;
  activity_shifts: ActivityShifts;
  agreed_items: AgreedItems;
  agreed_reminders: AgreedReminders;
  agreement_parties: AgreementParties;
  agreements: Agreements;
  bookable_people: BookablePeople;
  bookable_places: BookablePlaces;
  bookings: Bookings;
  calendar_feeds: CalendarFeeds;
  care_entries: CareEntries;
  care_plans: CarePlans;
  care_visitors: CareVisitors;
  case_numbers: CaseNumbers;
  case_workers: CaseWorkers;
  cases: Cases;
  claimables: Claimables;
  claims: Claims;
  disclosures: Disclosures;
  events: Events;
  figure_counts: FigureCounts;
  files: Files;
  hour_corrections: HourCorrections;
  idempotency_keys: IdempotencyKeys;
  inbox: Inbox;
  joint_meeting_attendees: JointMeetingAttendees;
  joint_meetings: JointMeetings;
  ledger_entries: LedgerEntries;
  ledger_transactions: LedgerTransactions;
  match_proposals: MatchProposals;
  match_refusals: MatchRefusals;
  match_rounds: MatchRounds;
  match_unserved: MatchUnserved;
  matters: Matters;
  nodes: Nodes;
  pack_drafts: PackDrafts;
  pack_versions: PackVersions;
  patrol_findings: PatrolFindings;
  patrol_points: PatrolPoints;
  patrol_round_people: PatrolRoundPeople;
  patrol_rounds: PatrolRounds;
  patrol_routes: PatrolRoutes;
  patrol_ticks: PatrolTicks;
  persons: Persons;
  point_goods: PointGoods;
  point_members: PointMembers;
  point_requests: PointRequests;
  recognitions: Recognitions;
  redemptions: Redemptions;
  registrations: Registrations;
  role_grants: RoleGrants;
  rota_lines: RotaLines;
  rotas: Rotas;
  saved_filters: SavedFilters;
  service_certificates: ServiceCertificates;
  sessions: Sessions;
  shift_people: ShiftPeople;
  shift_swaps: ShiftSwaps;
  shifts: Shifts;
  sign_ups: SignUps;
  sms_codes: SmsCodes;
  squad_people: SquadPeople;
  squads: Squads;
  tenants: Tenants;
  timers: Timers;
  unit_feedback: UnitFeedback;
  unit_feedback_lines: UnitFeedbackLines;
  unit_feedback_parts: UnitFeedbackParts;
  zone_covers: ZoneCovers;
}
