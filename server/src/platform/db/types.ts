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

export interface SavedFilters {
  tenant_id: string;
  id: string;
  account_id: string;
  name: string;
  filter: Json;
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

export interface ZoneCovers {
  tenant_id: string;
  zone_id: string;
  node_id: string;
}

export interface DB {
  accounts: Accounts;
  case_numbers: CaseNumbers;
  case_workers: CaseWorkers;
  cases: Cases;
  disclosures: Disclosures;
  events: Events;
  figure_counts: FigureCounts;
  files: Files;
  idempotency_keys: IdempotencyKeys;
  inbox: Inbox;
  ledger_entries: LedgerEntries;
  ledger_transactions: LedgerTransactions;
  matters: Matters;
  nodes: Nodes;
  pack_drafts: PackDrafts;
  pack_versions: PackVersions;
  persons: Persons;
  point_goods: PointGoods;
  point_members: PointMembers;
  point_requests: PointRequests;
  recognitions: Recognitions;
  redemptions: Redemptions;
  role_grants: RoleGrants;
  saved_filters: SavedFilters;
  sessions: Sessions;
  sms_codes: SmsCodes;
  tenants: Tenants;
  timers: Timers;
  zone_covers: ZoneCovers;
}
