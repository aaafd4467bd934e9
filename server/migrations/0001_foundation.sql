-- Tables that every module stands on. Tenant tables have tenant_id first in every key, so that the schema distributes by
-- tenant unchanged; tenants and packs are shared by all (reference tables).
create extension if not exists ltree;

create table packs (
  pack_id text not null,
  version integer not null,
  hash text not null,
  content jsonb not null,
  published_at timestamptz not null default now(),
  primary key (pack_id, version)
);

create table tenants (
  tenant_id text primary key,
  pack_id text not null,
  pack_version integer not null,
  name text not null,
  tree_version bigint not null default 1,
  created_at timestamptz not null default now(),
  foreign key (pack_id, pack_version) references packs (pack_id, version)
);

-- The tree of areas and bodies, and the Party tree laid over it.
create table nodes (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  tree text not null check (tree in ('area', 'party')),
  tier text not null,
  kind text,
  name text not null check (name <> ''),
  code text,
  parent_id uuid,
  path ltree not null,
  seat_id uuid,
  lng double precision,
  lat double precision,
  polygon jsonb,
  address text,
  aliases text[] not null default '{}',
  status text not null default 'active' check (status in ('active', 'closed', 'merged')),
  merged_into uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references nodes (tenant_id, id),
  foreign key (tenant_id, seat_id) references nodes (tenant_id, id),
  foreign key (tenant_id, merged_into) references nodes (tenant_id, id)
);
create unique index nodes_sibling_name on nodes (tenant_id, parent_id, tier, name) where status = 'active';
create unique index nodes_code on nodes (tenant_id, code) where code is not null;
create index nodes_parent on nodes (tenant_id, parent_id);
create index nodes_path on nodes using gist (path);

-- Every change is one appended row. seq counts per subject: two people who act at once cannot both get the next number.
create table events (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  seq integer not null,
  type text not null,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  seen_by text not null default 'everyone' check (seen_by in ('everyone', 'staff')),
  data jsonb not null default '{}',
  primary key (tenant_id, id)
);
create unique index events_subject on events (tenant_id, subject_type, subject_id, seq);

create table persons (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  name text not null,
  phone_sealed bytea,
  phone_index bytea,
  home_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, home_id) references nodes (tenant_id, id)
);
create unique index persons_phone on persons (tenant_id, phone_index);

create table accounts (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  person_id uuid not null,
  password_hash text,
  status text not null default 'active' check (status in ('active', 'disabled')),
  failed_count integer not null default 0,
  locked_until timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create unique index accounts_person on accounts (tenant_id, person_id);

create table sessions (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  app text not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create unique index sessions_token on sessions (tenant_id, token_hash);
create index sessions_account on sessions (tenant_id, account_id) where revoked_at is null;

create table sms_codes (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  phone_index bytea not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz,
  primary key (tenant_id, id)
);
create index sms_codes_phone on sms_codes (tenant_id, phone_index, sent_at desc);

create table role_grants (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  account_id uuid not null,
  role text not null,
  node_id uuid not null,
  title text,
  granted_by uuid,
  since timestamptz not null,
  until timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id)
);
create unique index role_grants_current on role_grants (tenant_id, account_id, role, node_id) where until is null;
create index role_grants_node on role_grants (tenant_id, node_id, role) where until is null;

create table files (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  owner_id uuid not null,
  kind text not null check (kind in ('photo', 'video')),
  mime text not null,
  bytes integer not null,
  width integer,
  height integer,
  subject_type text,
  subject_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index files_subject on files (tenant_id, subject_id) where subject_id is not null;
create index files_loose on files (tenant_id, created_at) where subject_id is null;

create table inbox (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  title text not null,
  text text not null,
  weight text not null default 'normal' check (weight in ('normal', 'urgent')),
  case_id uuid,
  case_no text,
  -- One delivery job may run twice; what it says arrives once.
  source_key text not null,
  read_at timestamptz,
  primary key (tenant_id, id)
);
create unique index inbox_source on inbox (tenant_id, account_id, source_key);
create index inbox_account on inbox (tenant_id, account_id, at desc, id desc);
create index inbox_unread on inbox (tenant_id, account_id) where read_at is null;

-- One row per subject that waits under a limit; the row is the durable timer.
create table timers (
  tenant_id text not null references tenants (tenant_id),
  subject_type text not null,
  subject_id uuid not null,
  kind text not null check (kind in ('warn', 'late')),
  at timestamptz not null,
  primary key (tenant_id, subject_type, subject_id)
);
create index timers_at on timers (tenant_id, at);

create table idempotency_keys (
  tenant_id text not null references tenants (tenant_id),
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, account_id, key)
);
create index idempotency_keys_age on idempotency_keys (tenant_id, created_at);

-- Reads of personal data, with their reason.
create table disclosures (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  account_name text not null,
  subject_type text not null,
  subject_id uuid not null,
  what text not null,
  reason text not null,
  primary key (tenant_id, id)
);
create index disclosures_subject on disclosures (tenant_id, subject_id);
