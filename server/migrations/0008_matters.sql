-- What moves along a workflow besides cases: registrations, needs and offers, claims, agreements, activities. Each module
-- keeps what is its own in tables beside this one; where it stands, who it concerns and what it counts in is here.
create table matters (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  type text not null,
  kind text not null,
  -- Stands in links and QR codes; nothing can be guessed from it.
  code text not null,
  title text not null check (title <> ''),
  pack_version integer not null,
  workflow text not null,
  state text not null,
  active text[] not null,
  tone text not null,
  ended boolean not null default false,
  version integer not null,
  entered_at timestamptz not null,
  due_at timestamptz,
  late boolean not null default false,
  clocks jsonb not null default '{}',
  facts jsonb not null default '{}',
  metrics text[] not null default '{}',
  visibility text not null check (visibility in ('public', 'place', 'registered', 'parties')),
  place_id uuid not null,
  area_id uuid not null,
  -- Whose matter it is, and the body they did it for.
  owner_id uuid not null,
  owner_name text not null,
  owner_body_id uuid,
  -- Who registered or claimed, and the body they do it for.
  holder_id uuid,
  holder_name text,
  body_id uuid,
  -- The unit a person belongs to; whether it may see this record hangs on consent.
  unit_id uuid,
  unit_sees boolean not null default false,
  parent_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references nodes (tenant_id, id),
  foreign key (tenant_id, owner_id) references accounts (tenant_id, id),
  foreign key (tenant_id, holder_id) references accounts (tenant_id, id),
  foreign key (tenant_id, owner_body_id) references nodes (tenant_id, id),
  foreign key (tenant_id, body_id) references nodes (tenant_id, id),
  foreign key (tenant_id, unit_id) references nodes (tenant_id, id),
  foreign key (tenant_id, parent_id) references matters (tenant_id, id)
);
create unique index matters_code on matters (tenant_id, code);
create index matters_area on matters (tenant_id, type, area_id, created_at desc, id desc);
create index matters_newest on matters (tenant_id, type, created_at desc, id desc);
create index matters_owner on matters (tenant_id, owner_id, type, created_at desc, id desc);
create index matters_holder on matters (tenant_id, holder_id, type, created_at desc, id desc) where holder_id is not null;
create index matters_body on matters (tenant_id, body_id, type, created_at desc, id desc) where body_id is not null;
create index matters_unit on matters (tenant_id, unit_id, type, created_at desc, id desc) where unit_id is not null;
create index matters_parent on matters (tenant_id, parent_id, created_at, id) where parent_id is not null;
create index matters_metrics on matters using gin (metrics);

alter table matters enable row level security;
alter table matters force row level security;
create policy tenant_only on matters
  using (tenant_id = current_setting('ginkgo.tenant', true))
  with check (tenant_id = current_setting('ginkgo.tenant', true));
grant select, insert, update, delete on matters to ginkgo_app;

-- A notice may be about a matter.
alter table inbox
  add column matter_id uuid,
  add column matter_type text;
