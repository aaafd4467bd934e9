-- Who is registered with which community: what is particular to a registration, beside its row in `matters`.
create table registrations (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  kind text not null,
  node_id uuid not null,
  community_id uuid not null,
  -- A person or a unit, never both.
  account_id uuid,
  body_id uuid,
  skills text[] not null default '{}',
  -- Weekly free times: [{"day": 1 … 7, "from": minutes, "to": minutes}]; empty: not said.
  free jsonb not null default '[]',
  reach_meters integer check (reach_meters > 0),
  most_at_once integer check (most_at_once > 0),
  -- Given by the person for tasks that have limits of age; in no list.
  birth_year integer,
  -- It counts as registered now.
  active boolean not null,
  ended boolean not null default false,
  -- First counted as registered; ended for good.
  registered_at timestamptz,
  ended_at timestamptz,
  agreed_at timestamptz,
  primary key (tenant_id, id),
  check ((account_id is null) <> (body_id is null)),
  foreign key (tenant_id, id) references matters (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, community_id) references nodes (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, body_id) references nodes (tenant_id, id)
);
-- Of two that come at once the second is refused.
create unique index registrations_person_once on registrations (tenant_id, kind, node_id, account_id)
  where account_id is not null and not ended;
create unique index registrations_unit_once on registrations (tenant_id, kind, node_id, body_id)
  where body_id is not null and not ended;
create index registrations_person on registrations (tenant_id, account_id) where account_id is not null;
create index registrations_body on registrations (tenant_id, body_id) where body_id is not null;
create index registrations_community on registrations (tenant_id, community_id, registered_at);
create index registrations_skills on registrations using gin (skills) where active;

-- How a unit's members did in a period, told to the unit once.
create table unit_feedback (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  kind text not null,
  period text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  unit_id uuid not null,
  -- What the unit gets to see: sums, or records of those who agreed.
  unit_sees text not null check (unit_sees in ('sums', 'records')),
  sums jsonb not null,
  created_at timestamptz not null,
  -- Sent by itself at this moment if a community has not confirmed by then.
  send_by timestamptz not null,
  sent_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references nodes (tenant_id, id)
);
create unique index unit_feedback_once on unit_feedback (tenant_id, kind, period, unit_id);
create index unit_feedback_unit on unit_feedback (tenant_id, unit_id, from_at desc, id desc);
create index unit_feedback_waiting on unit_feedback (tenant_id, send_by) where sent_at is null;

-- Each community with members of the unit looks through its own part before it is sent.
create table unit_feedback_parts (
  tenant_id text not null references tenants (tenant_id),
  feedback_id uuid not null,
  community_id uuid not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_name text,
  primary key (tenant_id, feedback_id, community_id),
  foreign key (tenant_id, feedback_id) references unit_feedback (tenant_id, id),
  foreign key (tenant_id, community_id) references nodes (tenant_id, id)
);
create index unit_feedback_parts_community on unit_feedback_parts (tenant_id, community_id) where confirmed_at is null;

create table unit_feedback_lines (
  tenant_id text not null references tenants (tenant_id),
  feedback_id uuid not null,
  registration_id uuid not null,
  community_id uuid not null,
  claims integer not null,
  activities integer not null,
  minutes integer not null,
  -- [{"type", "title", "at"}]: what was done, as it stood at the end of the period.
  deeds jsonb not null,
  words text,
  primary key (tenant_id, feedback_id, registration_id),
  foreign key (tenant_id, feedback_id) references unit_feedback (tenant_id, id),
  foreign key (tenant_id, registration_id) references registrations (tenant_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['registrations', 'unit_feedback', 'unit_feedback_parts', 'unit_feedback_lines'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant_only on %I using (tenant_id = current_setting(''ginkgo.tenant'', true)) with check (tenant_id = current_setting(''ginkgo.tenant'', true))',
      name
    );
    execute format('grant select, insert, update, delete on %I to ginkgo_app', name);
  end loop;
end $$;
