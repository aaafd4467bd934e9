-- Matching rounds: all open needs of an area with all that is offered, at once. A round only proposes; nothing is assigned
-- until whoever is asked says yes.
create table match_rounds (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  node_id uuid not null,
  area_id uuid not null,
  begun_by uuid not null,
  begun_name text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  -- What it is doing, for whoever waits.
  stage text not null,
  -- Proposals and calls a person may get in seven days; days in which they may answer; how far they are asked to go.
  budget integer not null check (budget between 1 and 50),
  answer_days integer not null check (answer_days between 1 and 30),
  max_meters integer check (max_meters > 0),
  needs integer,
  places integer,
  abilities integer,
  pairs integer,
  served integer,
  value double precision,
  -- No round is worth more than this.
  bound double precision,
  -- What first come, first served would have come to.
  first_come_value double precision,
  first_come_served integer,
  people integer,
  most_per_person integer,
  milliseconds integer,
  problem text,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, begun_by) references accounts (tenant_id, id)
);
create index match_rounds_newest on match_rounds (tenant_id, created_at desc, id desc);
-- Two at once would ask the same people for the same things.
create unique index match_rounds_one on match_rounds (tenant_id) where status in ('waiting', 'running');

create table match_proposals (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  round_id uuid not null,
  need_id uuid not null,
  -- What it came out of: something on offer, or somebody's registration.
  offer_id uuid,
  -- Who is asked: a person, or a body through whoever speaks for it.
  account_id uuid,
  body_id uuid,
  name text not null,
  value double precision not null,
  facts jsonb not null,
  status text not null check (status in ('proposed', 'accepted', 'refused', 'expired', 'withdrawn')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_name text,
  for_good boolean not null default false,
  words text,
  claim_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, round_id) references match_rounds (tenant_id, id),
  foreign key (tenant_id, need_id) references claimables (tenant_id, id),
  foreign key (tenant_id, offer_id) references claimables (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, body_id) references nodes (tenant_id, id),
  foreign key (tenant_id, claim_id) references matters (tenant_id, id),
  check ((account_id is null) <> (body_id is null)),
  check (status <> 'accepted' or claim_id is not null)
);
create index match_proposals_round on match_proposals (tenant_id, round_id, value desc, id);
create index match_proposals_need on match_proposals (tenant_id, need_id, created_at desc);
create index match_proposals_person on match_proposals (tenant_id, account_id, created_at desc, id desc) where account_id is not null;
create index match_proposals_body on match_proposals (tenant_id, body_id, created_at desc, id desc) where body_id is not null;
create index match_proposals_open on match_proposals (tenant_id, expires_at) where status = 'proposed';
create unique index match_proposals_once on match_proposals (tenant_id, need_id, coalesce(account_id, body_id)) where status = 'proposed';

-- What somebody never wants to be asked again.
create table match_refusals (
  tenant_id text not null references tenants (tenant_id),
  -- The account or the body.
  claimant_id uuid not null,
  need_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, claimant_id, need_id),
  foreign key (tenant_id, need_id) references claimables (tenant_id, id)
);

-- Needs for which a round found nobody, or too few, and why.
create table match_unserved (
  tenant_id text not null references tenants (tenant_id),
  round_id uuid not null,
  need_id uuid not null,
  missing integer not null check (missing > 0),
  reason jsonb not null,
  primary key (tenant_id, round_id, need_id),
  foreign key (tenant_id, round_id) references match_rounds (tenant_id, id),
  foreign key (tenant_id, need_id) references claimables (tenant_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['match_rounds', 'match_proposals', 'match_refusals', 'match_unserved']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$create policy tenant_only on %I
      using (tenant_id = current_setting('ginkgo.tenant', true))
      with check (tenant_id = current_setting('ginkgo.tenant', true))$policy$, name);
  end loop;
end
$$;
grant select, insert, update, delete on match_rounds, match_proposals to ginkgo_app;
grant select, insert on match_refusals, match_unserved to ginkgo_app;
