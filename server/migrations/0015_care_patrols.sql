-- Patrols: routes with points, squads, rounds by a rhythm. A tick says that a point was passed and when; where anyone was
-- in between, and who of a squad it was, is written down nowhere.
create table patrol_routes (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  kind text not null,
  node_id uuid not null,
  name text not null check (name <> ''),
  -- When a round is due, and which squad it falls to.
  times jsonb not null default '[]',
  planned_until date,
  open boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id)
);
create unique index patrol_routes_name on patrol_routes (tenant_id, node_id, name) where open;

create table patrol_points (
  tenant_id text not null,
  id uuid not null,
  route_id uuid not null,
  position integer not null,
  name text not null check (name <> ''),
  lng double precision,
  lat double precision,
  -- Printed at the point; nobody can guess it from home.
  code text not null,
  open boolean not null default true,
  primary key (tenant_id, id),
  foreign key (tenant_id, route_id) references patrol_routes (tenant_id, id)
);
create unique index patrol_points_code on patrol_points (tenant_id, code);
create index patrol_points_route on patrol_points (tenant_id, route_id, position);

create table squads (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  node_id uuid not null,
  name text not null check (name <> ''),
  -- A team of the tree: then its people are the squad's, besides those named.
  team_id uuid,
  open boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, team_id) references nodes (tenant_id, id)
);
create unique index squads_name on squads (tenant_id, node_id, name) where open;

create table squad_people (
  tenant_id text not null,
  squad_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  primary key (tenant_id, squad_id, account_id),
  foreign key (tenant_id, squad_id) references squads (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index squad_people_account on squad_people (tenant_id, account_id);

create table patrol_rounds (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  route_id uuid not null,
  kind text not null,
  node_id uuid not null,
  squad_id uuid,
  planned_at timestamptz,
  -- Not begun until then: missed.
  begin_until timestamptz,
  started_at timestamptz,
  -- Ended by itself then.
  end_until timestamptz,
  ended_at timestamptz,
  status text not null check (status in ('planned', 'under-way', 'done', 'short', 'missed')),
  points_needed integer not null,
  points_ticked integer not null default 0,
  note text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, route_id) references patrol_routes (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, squad_id) references squads (tenant_id, id)
);
create unique index patrol_rounds_once on patrol_rounds (tenant_id, route_id, planned_at, squad_id) nulls not distinct
  where planned_at is not null;
create index patrol_rounds_time on patrol_rounds (tenant_id, (coalesce(planned_at, started_at)) desc, id desc);
create index patrol_rounds_waiting on patrol_rounds (tenant_id, begin_until) where status = 'planned';
create index patrol_rounds_running on patrol_rounds (tenant_id, end_until) where status = 'under-way';

create table patrol_round_people (
  tenant_id text not null,
  round_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  primary key (tenant_id, round_id, account_id),
  foreign key (tenant_id, round_id) references patrol_rounds (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index patrol_round_people_account on patrol_round_people (tenant_id, account_id);

create table patrol_ticks (
  tenant_id text not null,
  round_id uuid not null,
  point_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, round_id, point_id),
  foreign key (tenant_id, round_id) references patrol_rounds (tenant_id, id),
  foreign key (tenant_id, point_id) references patrol_points (tenant_id, id)
);
create index patrol_ticks_time on patrol_ticks (tenant_id, at);

create table patrol_findings (
  tenant_id text not null,
  id uuid not null,
  round_id uuid not null,
  point_id uuid,
  words text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, round_id) references patrol_rounds (tenant_id, id),
  foreign key (tenant_id, point_id) references patrol_points (tenant_id, id)
);
create index patrol_findings_round on patrol_findings (tenant_id, round_id);

-- Regular visits. Who is visited, where, why and whom to call stands sealed in one piece; the index finds a name without
-- making it readable.
create table care_plans (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  kind text not null,
  node_id uuid not null,
  person_sealed bytea not null,
  name_index bytea not null,
  every_days integer not null check (every_days between 1 and 365),
  -- A team whose members may all go, besides those named.
  team_id uuid,
  status text not null check (status in ('active', 'paused', 'ended')),
  next_on date,
  paused_until date,
  -- Up to which due day visitors have been reminded and the desk warned: each is told once.
  reminded_for date,
  warned_for date,
  last_visit_at timestamptz,
  -- Why it was paused or ended: about someone's health as a rule.
  reason_sealed bytea,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, team_id) references nodes (tenant_id, id)
);
create index care_plans_due on care_plans (tenant_id, next_on, id) where status = 'active';
create index care_plans_name on care_plans (tenant_id, name_index);

create table care_visitors (
  tenant_id text not null,
  plan_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  primary key (tenant_id, plan_id, account_id),
  foreign key (tenant_id, plan_id) references care_plans (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index care_visitors_account on care_visitors (tenant_id, account_id);

-- What was done and said, never changed afterwards; its words are about someone's health and home.
create table care_entries (
  tenant_id text not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  node_id uuid not null,
  type text not null check (type in ('visit', 'not-met', 'note')),
  at timestamptz not null,
  account_id uuid not null,
  account_name text not null,
  content_sealed bytea not null,
  case_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references care_plans (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index care_entries_plan on care_entries (tenant_id, plan_id, at desc, id desc);
create index care_entries_time on care_entries (tenant_id, at);

do $$
declare t text;
begin
  foreach t in array array['patrol_routes', 'patrol_points', 'squads', 'squad_people', 'patrol_rounds', 'patrol_round_people', 'care_plans', 'care_visitors', 'patrol_ticks', 'patrol_findings', 'care_entries'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant_only on %I using (tenant_id = current_setting(''ginkgo.tenant'', true)) with check (tenant_id = current_setting(''ginkgo.tenant'', true))', t);
    execute format('grant select, insert on %I to ginkgo_app', t);
  end loop;
  -- What happened stays as it was written.
  foreach t in array array['patrol_routes', 'patrol_points', 'squads', 'squad_people', 'patrol_rounds', 'patrol_round_people', 'care_plans', 'care_visitors'] loop
    execute format('grant update, delete on %I to ginkgo_app', t);
  end loop;
end $$;
