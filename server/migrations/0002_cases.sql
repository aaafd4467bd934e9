create table cases (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  no text not null,
  pack_version integer not null,
  state text not null,
  tone text not null,
  ended boolean not null default false,
  version integer not null,
  category text not null,
  kind text,
  urgent boolean not null default false,
  words text not null,
  -- Characters and pairs of characters of the words, for search inside Chinese text.
  grams text[] not null,
  visibility text not null check (visibility in ('public', 'private', 'confidential')),
  channel text not null,
  reporter_id uuid not null,
  reporter_name text not null,
  contact_sealed bytea,
  behalf_sealed bytea,
  -- The deepest known node, and the one that lists are kept by: its community, or itself where there is none yet.
  place_id uuid not null,
  area_id uuid not null,
  community_id uuid,
  lng double precision,
  lat double precision,
  address text,
  mode text check (mode in ('assign', 'grab', 'open')),
  entered_at timestamptz not null,
  warn_at timestamptz,
  due_at timestamptz,
  -- Working or calendar minutes left when the clock was paused.
  paused_minutes integer,
  paused_state text,
  late boolean not null default false,
  facts jsonb not null default '{}',
  stars smallint,
  solved boolean,
  merged_into uuid,
  photo_count smallint not null default 0,
  submitted_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references nodes (tenant_id, id),
  foreign key (tenant_id, area_id) references nodes (tenant_id, id),
  foreign key (tenant_id, reporter_id) references accounts (tenant_id, id),
  foreign key (tenant_id, merged_into) references cases (tenant_id, id)
);
create unique index cases_no on cases (tenant_id, no);
create index cases_area on cases (tenant_id, area_id, submitted_at desc, id desc);
create index cases_newest on cases (tenant_id, submitted_at desc, id desc);
create index cases_due on cases (tenant_id, coalesce(due_at, 'infinity'::timestamptz), id) where not ended;
create index cases_area_due on cases (tenant_id, area_id, coalesce(due_at, 'infinity'::timestamptz), id) where not ended;
create index cases_reporter on cases (tenant_id, reporter_id, submitted_at desc, id desc);
create index cases_merged on cases (tenant_id, merged_into) where merged_into is not null;
create index cases_grams on cases using gin (grams);

-- Who has been offered a case (a body or a person) and who handles it.
create table case_workers (
  tenant_id text not null references tenants (tenant_id),
  case_id uuid not null,
  who_id uuid not null,
  relation text not null check (relation in ('offered', 'lead', 'assist')),
  name text not null,
  -- For a handler: the body through which they took it.
  body_id uuid,
  primary key (tenant_id, case_id, who_id, relation),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index case_workers_who on case_workers (tenant_id, who_id);

-- Readable numbers are reserved in blocks, so that intake does not queue behind one row.
create table case_numbers (
  tenant_id text not null references tenants (tenant_id),
  day date not null,
  next integer not null,
  primary key (tenant_id, day)
);

create table saved_filters (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create unique index saved_filters_name on saved_filters (tenant_id, account_id, name);
