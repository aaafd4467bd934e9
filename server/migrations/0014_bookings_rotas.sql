-- What runs by the clock: rooms and venues booked by the hour, workers who come home by appointment, duty rotas.
-- Two may never have the same hour of the same thing: the database itself sees to it.
create extension if not exists btree_gist;

create table bookable_places (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  kind text not null,
  node_id uuid not null,
  name text not null check (name <> ''),
  -- Stands in the printed QR code.
  code text not null,
  hours jsonb not null,
  slot_minutes integer not null check (slot_minutes > 0),
  most_slots integer not null check (most_slots > 0),
  ahead_days integer not null check (ahead_days > 0),
  confirm boolean not null,
  rules text not null default '',
  -- A facility on the list of what can be claimed.
  matter_id uuid,
  open boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, matter_id) references matters (tenant_id, id)
);
create unique index bookable_places_code on bookable_places (tenant_id, code);
create unique index bookable_places_name on bookable_places (tenant_id, node_id, name) where open;

-- Who looks after it, or comes home.
create table bookable_people (
  tenant_id text not null,
  place_id uuid not null,
  account_id uuid not null,
  primary key (tenant_id, place_id, account_id),
  foreign key (tenant_id, place_id) references bookable_places (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index bookable_people_account on bookable_people (tenant_id, account_id);

create table bookings (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  place_id uuid not null,
  -- Bookings of one weekly series.
  series_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null check (status in ('asked', 'confirmed', 'refused', 'cancelled', 'done', 'no-show', 'blocked')),
  account_id uuid not null,
  account_name text not null,
  body_id uuid,
  answers jsonb not null default '{}',
  -- Address and wish of someone who is visited at home, and what the visitor noted.
  home_sealed bytea,
  note_sealed bytea,
  -- Who goes.
  worker_id uuid,
  worker_name text,
  reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, place_id) references bookable_places (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, worker_id) references accounts (tenant_id, id),
  foreign key (tenant_id, body_id) references nodes (tenant_id, id),
  check (starts_at < ends_at),
  constraint bookings_one_at_a_time exclude using gist (
    tenant_id with =, place_id with =, tstzrange(starts_at, ends_at) with &&
  ) where (status in ('asked', 'confirmed', 'done', 'no-show', 'blocked'))
);
create index bookings_place on bookings (tenant_id, place_id, starts_at);
create index bookings_account on bookings (tenant_id, account_id, starts_at desc, id desc);
create index bookings_worker on bookings (tenant_id, worker_id, starts_at) where worker_id is not null;
create index bookings_time on bookings (tenant_id, starts_at desc, id desc);
create index bookings_series on bookings (tenant_id, series_id) where series_id is not null;

create table rotas (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  kind text not null,
  node_id uuid not null,
  name text not null check (name <> ''),
  place text not null default '',
  cycle text not null check (cycle in ('weekly', 'monthly')),
  starts_on date not null,
  sign_up boolean not null,
  -- Those who take turns where a line names nobody, in this order, and how many turns have been given out.
  turns uuid[] not null default '{}',
  turn_at integer not null default 0,
  -- Shifts have been made up to and including this day.
  made_until date,
  ended boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id)
);
create unique index rotas_name on rotas (tenant_id, node_id, name) where not ended;

-- The template: on which day of the week or month, from when, how long, how many, who.
create table rota_lines (
  tenant_id text not null,
  id uuid not null,
  rota_id uuid not null,
  position integer not null,
  on_day integer not null check (on_day between 1 and 31),
  from_minute integer not null check (from_minute between 0 and 1439),
  minutes integer not null check (minutes between 10 and 1440),
  label text not null default '',
  needed integer not null check (needed between 1 and 50),
  people uuid[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, rota_id) references rotas (tenant_id, id)
);
create index rota_lines_rota on rota_lines (tenant_id, rota_id, position);

create table shifts (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  rota_id uuid not null,
  node_id uuid not null,
  kind text not null,
  label text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  needed integer not null,
  status text not null default 'planned' check (status in ('planned', 'cancelled')),
  -- What was handed over to the next.
  note text,
  reason text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, rota_id) references rotas (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  check (starts_at < ends_at)
);
create unique index shifts_once on shifts (tenant_id, rota_id, starts_at, label) where status = 'planned';
create index shifts_time on shifts (tenant_id, starts_at, id);
create index shifts_rota on shifts (tenant_id, rota_id, starts_at);

create table shift_people (
  tenant_id text not null,
  shift_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  how text not null check (how in ('assigned', 'signed-up', 'swapped')),
  -- Reminded of it.
  told_at timestamptz,
  primary key (tenant_id, shift_id, account_id),
  foreign key (tenant_id, shift_id) references shifts (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index shift_people_account on shift_people (tenant_id, account_id);

-- Asking someone to take over a shift, or to exchange it for one of theirs.
create table shift_swaps (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  shift_id uuid not null,
  from_id uuid not null,
  from_name text not null,
  to_id uuid not null,
  to_name text not null,
  for_shift_id uuid,
  words text not null default '',
  status text not null check (status in ('asked', 'accepted', 'refused', 'withdrawn')),
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, shift_id) references shifts (tenant_id, id),
  foreign key (tenant_id, for_shift_id) references shifts (tenant_id, id),
  foreign key (tenant_id, from_id) references accounts (tenant_id, id),
  foreign key (tenant_id, to_id) references accounts (tenant_id, id)
);
create index shift_swaps_shift on shift_swaps (tenant_id, shift_id);
create index shift_swaps_from on shift_swaps (tenant_id, from_id, created_at desc);
create index shift_swaps_to on shift_swaps (tenant_id, to_id, created_at desc);
create unique index shift_swaps_open on shift_swaps (tenant_id, shift_id, from_id, to_id) where status = 'asked';

do $$
declare t text;
begin
  foreach t in array array['bookable_places', 'bookable_people', 'bookings', 'rotas', 'rota_lines', 'shifts', 'shift_people', 'shift_swaps'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_only on %I using (tenant_id = current_setting(''ginkgo.tenant'', true)) with check (tenant_id = current_setting(''ginkgo.tenant'', true))', t);
    execute format('grant select, insert, update, delete on %I to ginkgo_app', t);
  end loop;
end $$;
