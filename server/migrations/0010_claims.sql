-- What can be claimed, and who has claimed it. Where each stands in its life is in `matters`; here is what must hold whatever
-- a workflow says: never more is taken than there are places, and nobody holds two claims on one thing at once.
create table claimables (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  words text not null,
  skills text[] not null default '{}',
  places integer not null check (places > 0),
  taken integer not null default 0,
  carried_through integer not null default 0,
  -- Whether it can be claimed where it stands now; kept with every step.
  open boolean not null default false,
  starts_at timestamptz,
  ends_at timestamptz,
  -- The last day on which it can be claimed.
  until date,
  lng double precision,
  lat double precision,
  address text,
  -- Whether whoever is not signed in may read the address.
  address_public boolean not null default false,
  min_age smallint,
  max_age smallint,
  health text,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references matters (tenant_id, id),
  check (taken between 0 and places),
  check (carried_through between 0 and taken),
  check (ends_at is null or starts_at is null or ends_at >= starts_at)
);
create index claimables_until on claimables (tenant_id, until) where open and until is not null;
create index claimables_open on claimables (tenant_id, id) where open;

alter table claimables enable row level security;
alter table claimables force row level security;
create policy tenant_only on claimables
  using (tenant_id = current_setting('ginkgo.tenant', true))
  with check (tenant_id = current_setting('ginkgo.tenant', true));
grant select, insert, update, delete on claimables to ginkgo_app;

create table claims (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  claimable_id uuid not null,
  -- The body it was claimed for, else the person.
  claimant_id uuid not null,
  -- Not ended yet.
  open boolean not null default true,
  -- Which limits the claimant said they meet.
  confirmed text[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references matters (tenant_id, id),
  foreign key (tenant_id, claimable_id) references claimables (tenant_id, id)
);
create unique index claims_once on claims (tenant_id, claimable_id, claimant_id) where open;
create index claims_claimant on claims (tenant_id, claimant_id);

alter table claims enable row level security;
alter table claims force row level security;
create policy tenant_only on claims
  using (tenant_id = current_setting('ginkgo.tenant', true))
  with check (tenant_id = current_setting('ginkgo.tenant', true));
grant select, insert, update, delete on claims to ginkgo_app;
