-- What units and communities agree to do together: agreements over a term, joint meetings, and the items that come of both.
-- An agreement is a matter; what is its own stands here.
create table agreements (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  purpose text not null,
  from_on date not null,
  to_on date not null,
  -- When it was laid before the parties; a draft is its drafter's alone.
  sent_at timestamptz,
  in_force boolean not null default false,
  in_force_at timestamptz,
  renews_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references matters (tenant_id, id),
  foreign key (tenant_id, renews_id) references agreements (tenant_id, id),
  check (to_on >= from_on)
);
create index agreements_running on agreements (tenant_id, to_on, id) where in_force;
create unique index agreements_renewal on agreements (tenant_id, renews_id) where renews_id is not null;

create table agreement_parties (
  tenant_id text not null references tenants (tenant_id),
  agreement_id uuid not null,
  node_id uuid not null,
  position integer not null,
  -- A unit or another body; otherwise the area that makes the agreement.
  is_body boolean not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_name text,
  -- Nobody speaks for the body here: taken from the signed paper.
  on_paper boolean not null default false,
  primary key (tenant_id, agreement_id, node_id),
  foreign key (tenant_id, agreement_id) references agreements (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id)
);
create index agreement_parties_node on agreement_parties (tenant_id, node_id, agreement_id);

create table joint_meetings (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  version integer not null,
  node_id uuid not null,
  area_id uuid not null,
  title text not null check (title <> ''),
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null check (status in ('planned', 'held', 'cancelled')),
  agenda text not null,
  others text not null,
  minutes text,
  -- Rounds of one series count up; a single meeting is a series of one.
  series_id uuid not null,
  round integer not null check (round > 0),
  every_months integer not null check (every_months between 0 and 12),
  called_by uuid not null,
  called_name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, called_by) references accounts (tenant_id, id),
  check (ends_at >= starts_at)
);
create unique index joint_meetings_round on joint_meetings (tenant_id, series_id, round);
create index joint_meetings_area on joint_meetings (tenant_id, area_id, starts_at desc, id desc);
create index joint_meetings_newest on joint_meetings (tenant_id, starts_at desc, id desc);
create index joint_meetings_planned on joint_meetings (tenant_id, starts_at) where status = 'planned';

create table joint_meeting_attendees (
  tenant_id text not null references tenants (tenant_id),
  meeting_id uuid not null,
  id uuid not null,
  position integer not null,
  -- A body, through whoever speaks for it, or one person.
  body_id uuid,
  account_id uuid,
  name text not null,
  answer text not null default 'invited' check (answer in ('invited', 'accepted', 'declined')),
  answered_at timestamptz,
  answered_name text,
  -- Who comes, or why nobody does.
  words text,
  present boolean,
  primary key (tenant_id, meeting_id, id),
  foreign key (tenant_id, meeting_id) references joint_meetings (tenant_id, id),
  foreign key (tenant_id, body_id) references nodes (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  check ((body_id is null) <> (account_id is null))
);
create index joint_meeting_attendees_body on joint_meeting_attendees (tenant_id, body_id, meeting_id) where body_id is not null;
create index joint_meeting_attendees_person on joint_meeting_attendees (tenant_id, account_id, meeting_id) where account_id is not null;

-- What someone owes by a day, out of an agreement or a meeting.
create table agreed_items (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  version integer not null,
  source_type text not null check (source_type in ('agreement', 'meeting')),
  source_id uuid not null,
  position integer not null,
  node_id uuid not null,
  area_id uuid not null,
  what text not null check (what <> ''),
  -- A party (body or area), or one person.
  owner_node_id uuid,
  owner_id uuid,
  owner_name text not null,
  due_on date not null,
  progress integer not null check (progress between 0 and 100),
  -- `planned`: not yet agreed; `lapsed`: its agreement ended before it was done.
  state text not null check (state in ('planned', 'open', 'done', 'dropped', 'lapsed')),
  note text,
  done_at timestamptz,
  done_by uuid,
  done_name text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, owner_node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, owner_id) references accounts (tenant_id, id),
  check ((owner_node_id is null) <> (owner_id is null))
);
create index agreed_items_source on agreed_items (tenant_id, source_id, position, id);
create index agreed_items_open on agreed_items (tenant_id, due_on, id) where state = 'open';
create index agreed_items_area on agreed_items (tenant_id, area_id, due_on, id);
create index agreed_items_node on agreed_items (tenant_id, owner_node_id, due_on, id) where owner_node_id is not null;
create index agreed_items_owner on agreed_items (tenant_id, owner_id, due_on, id) where owner_id is not null;

-- That a reminder was given: once for each subject, day and distance from it.
create table agreed_reminders (
  tenant_id text not null references tenants (tenant_id),
  subject_id uuid not null,
  due_on date not null,
  days integer not null,
  at timestamptz not null,
  primary key (tenant_id, subject_id, due_on, days)
);

do $$
declare
  name text;
begin
  foreach name in array array['agreements', 'agreement_parties', 'joint_meetings', 'joint_meeting_attendees', 'agreed_items', 'agreed_reminders']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy tenant_only on %I
      using (tenant_id = current_setting('ginkgo.tenant', true))
      with check (tenant_id = current_setting('ginkgo.tenant', true))$policy$, name);
  end loop;
end
$$;
grant select, insert, update, delete on agreements, agreement_parties, joint_meetings, joint_meeting_attendees, agreed_items to ginkgo_app;
grant select, insert on agreed_reminders to ginkgo_app;

-- A signed paper may be a PDF: kept as it was sent, and only ever handed out as a download.
alter table files drop constraint files_kind_check;
alter table files add constraint files_kind_check check (kind in ('photo', 'video', 'document'));
