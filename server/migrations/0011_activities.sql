-- Activities: what an activity is beside its matter, its shifts, who signed up, how their hours came about, certificates.
create table activities (
  tenant_id text not null references tenants (tenant_id),
  matter_id uuid not null,
  words text not null,
  venue text not null,
  lng double precision,
  lat double precision,
  -- A claimable facility where it is held.
  facility_id uuid,
  -- Who organises it, in words: the body or the person.
  organiser text not null,
  min_age integer,
  max_age integer,
  skills text[] not null default '{}',
  health text not null default '',
  conditions text not null default '',
  insurance text not null default '',
  contact text not null default '',
  -- Activities of one series share the id of the first.
  series_id uuid not null,
  -- From the first shift that is not cancelled to the last.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Who was there has been settled; from then on the hours lie open until they are final.
  finished_at timestamptz,
  final_at timestamptz,
  primary key (tenant_id, matter_id),
  foreign key (tenant_id, matter_id) references matters (tenant_id, id),
  foreign key (tenant_id, facility_id) references matters (tenant_id, id)
);
create index activities_starts on activities (tenant_id, starts_at, matter_id);
create index activities_ends on activities (tenant_id, ends_at) where finished_at is null;
create index activities_series on activities (tenant_id, series_id, starts_at);

create table activity_shifts (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  activity_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  capacity integer not null check (capacity > 0),
  -- Kept under the lock of this row: the last place is given once.
  taken integer not null default 0,
  waiting integer not null default 0,
  cancelled boolean not null default false,
  -- Counts the changes a calendar must take over (SEQUENCE of RFC 5545).
  sequence integer not null default 0,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, activity_id) references activities (tenant_id, matter_id),
  check (ends_at > starts_at),
  check (taken between 0 and capacity)
);
create index activity_shifts_activity on activity_shifts (tenant_id, activity_id, starts_at, id);
create index activity_shifts_starts on activity_shifts (tenant_id, starts_at, id);

create table sign_ups (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  shift_id uuid not null,
  activity_id uuid not null,
  account_id uuid not null,
  name text not null,
  unit_id uuid,
  status text not null check (status in ('signed', 'waiting', 'present', 'done', 'absent', 'withdrawn', 'refused')),
  -- Order on the waiting list, and of signing up.
  place_no integer not null,
  signed_at timestamptz not null,
  in_at timestamptz,
  out_at timestamptz,
  in_by text check (in_by in ('code', 'staff')),
  out_by text check (out_by in ('code', 'staff')),
  -- The newest window a code of theirs was taken from: no code counts twice for the same person.
  code_window bigint,
  wrong_codes integer not null default 0,
  wrong_at timestamptz,
  -- How far from the venue they said they were, rounded; never where they were.
  meters integer,
  minutes integer check (minutes >= 0),
  minutes_by text check (minutes_by in ('record', 'granted', 'corrected')),
  -- Until then the minutes lie open to those who took part.
  final_at timestamptz,
  -- Under which the deed has been credited, to take it back when the minutes change.
  credit_key text,
  reason text,
  consents jsonb not null default '{}',
  stars integer check (stars between 1 and 5),
  words text,
  note text,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, shift_id) references activity_shifts (tenant_id, id),
  foreign key (tenant_id, activity_id) references activities (tenant_id, matter_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, unit_id) references nodes (tenant_id, id),
  check ((minutes is null) = (minutes_by is null))
);
create unique index sign_ups_once on sign_ups (tenant_id, shift_id, account_id);
create index sign_ups_queue on sign_ups (tenant_id, shift_id, status, place_no);
create index sign_ups_activity on sign_ups (tenant_id, activity_id, place_no, id);
create index sign_ups_account on sign_ups (tenant_id, account_id, signed_at desc, id desc);

-- Someone says that their hours are not right; a desk that is not theirs decides.
create table hour_corrections (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  sign_up_id uuid not null,
  activity_id uuid not null,
  account_id uuid not null,
  status text not null default 'open' check (status in ('open', 'accepted', 'refused')),
  had integer,
  minutes integer not null check (minutes >= 0),
  reason text not null,
  asked_at timestamptz not null,
  decided_id uuid,
  decided_by text,
  decided_at timestamptz,
  answer text,
  primary key (tenant_id, id),
  foreign key (tenant_id, sign_up_id) references sign_ups (tenant_id, id),
  foreign key (tenant_id, activity_id) references activities (tenant_id, matter_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create unique index hour_corrections_open on hour_corrections (tenant_id, sign_up_id) where status = 'open';
create index hour_corrections_newest on hour_corrections (tenant_id, asked_at desc, id desc);
create index hour_corrections_sign_up on hour_corrections (tenant_id, sign_up_id, asked_at desc);

-- A snapshot with a seal over it; what has been issued stays as it was issued.
create table service_certificates (
  tenant_id text not null references tenants (tenant_id),
  code text not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  from_day date not null,
  to_day date not null,
  minutes integer not null,
  lines jsonb not null,
  issuer text not null,
  issued_at timestamptz not null,
  seal text not null,
  primary key (tenant_id, code),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index service_certificates_account on service_certificates (tenant_id, account_id, issued_at desc, id desc);

-- The address of a feed is made of this number and a key; counting it up makes the one before worthless.
create table calendar_feeds (
  tenant_id text not null references tenants (tenant_id),
  account_id uuid not null,
  number integer not null,
  active boolean not null,
  since timestamptz not null,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);

do $$
declare
  t text;
begin
  foreach t in array array['activities', 'activity_shifts', 'sign_ups', 'hour_corrections', 'service_certificates', 'calendar_feeds'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant_only on %I using (tenant_id = current_setting(''ginkgo.tenant'', true)) with check (tenant_id = current_setting(''ginkgo.tenant'', true))', t);
  end loop;
end
$$;
grant select, insert, update, delete on activities, activity_shifts, sign_ups, hour_corrections, calendar_feeds to ginkgo_app;
grant select, insert on service_certificates to ginkgo_app;
