-- A place runs several workflows; a case may stand in several states at once, each with its own clock; it may have
-- sub-cases, helpers with a part of their own, an outcome that is public, and it knows which figures it counts in.
alter table cases no force row level security;
alter table events no force row level security;

alter table cases
  add column workflow text not null default 'order',
  -- Every state it stands in, outer ones included, as `workflow:path`: what lists ask for. `state` holds the innermost.
  add column active text[] not null default '{}',
  add column clocks jsonb not null default '{}',
  add column parent_id uuid,
  add column open_sub_cases integer not null default 0 check (open_sub_cases >= 0),
  add column metrics text[] not null default '{}',
  add column published_at timestamptz,
  add foreign key (tenant_id, parent_id) references cases (tenant_id, id);

update cases set
  active = array['order:' || state],
  clocks = (case when due_at is null then '{}'::jsonb else jsonb_build_object(state, jsonb_build_object(
      'dueAt', to_jsonb(due_at), 'warnAt', to_jsonb(warn_at), 'warned', coalesce(warn_at <= now(), false), 'late', late, 'left', null)) end)
    || (case when paused_state is null then '{}'::jsonb else jsonb_build_object(paused_state, jsonb_build_object(
      'dueAt', null, 'warnAt', null, 'warned', false, 'late', false, 'left', paused_minutes)) end);

alter table cases
  alter column workflow drop default,
  alter column active drop default,
  drop column paused_minutes,
  drop column paused_state;

create index cases_parent on cases (tenant_id, parent_id) where parent_id is not null;
create index cases_published on cases (tenant_id, published_at desc, id desc) where published_at is not null;
create index cases_metrics on cases using gin (metrics);

alter table case_workers
  drop constraint case_workers_relation_check,
  add check (relation in ('offered', 'invited', 'lead', 'assist')),
  add column plays text,
  add column done_at timestamptz;

alter table events
  drop constraint events_seen_by_check,
  add check (seen_by in ('everyone', 'staff', 'desk', 'handlers', 'reporter'));

alter table cases force row level security;
alter table events force row level security;
