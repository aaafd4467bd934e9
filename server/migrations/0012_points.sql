-- Points: a double-entry ledger that is only ever added to, who takes part, where a deed is recognised, and the shop.
create table point_members (
  tenant_id text not null references tenants (tenant_id),
  account_id uuid not null,
  -- What is done from here on earns, until they leave.
  joined_at timestamptz not null,
  left_at timestamptz,
  ranked boolean not null default false,
  -- The sum of their entries, kept in the transaction that writes these. Below zero only after a reversal.
  balance integer not null default 0,
  version integer not null default 1,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index point_members_ranked on point_members (tenant_id) where ranked;

create table ledger_transactions (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  -- When it was booked; done_at: when the deed was done, by which ceilings count.
  at timestamptz not null,
  done_at timestamptz not null,
  kind text not null check (kind in ('earn', 'reverse', 'redeem', 'cancel', 'adjust')),
  -- Whose points.
  account_id uuid not null,
  -- Where the deed was done, or the shop stands.
  node_id uuid not null,
  rule text,
  subject_type text not null,
  subject_id uuid not null,
  -- Names the deed of this person: whatever is asked twice is booked once.
  source_key text not null,
  reverses uuid,
  words text not null,
  actor_id uuid,
  actor_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references point_members (tenant_id, account_id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, reverses) references ledger_transactions (tenant_id, id),
  check ((reverses is not null) = (kind in ('reverse', 'cancel')))
);
create unique index ledger_source on ledger_transactions (tenant_id, kind, source_key);
create unique index ledger_reverses on ledger_transactions (tenant_id, reverses) where reverses is not null;
create index ledger_rule on ledger_transactions (tenant_id, account_id, rule, done_at) where rule is not null;
create index ledger_person on ledger_transactions (tenant_id, account_id, at desc, id desc);
create index ledger_subject on ledger_transactions (tenant_id, subject_type, subject_id);
create index ledger_newest on ledger_transactions (tenant_id, at desc, id desc);
create index ledger_node on ledger_transactions (tenant_id, node_id, at desc, id desc);

-- account: person/<account>, issued/<rule>, corrections, shop/<node>.
create table ledger_entries (
  tenant_id text not null references tenants (tenant_id),
  transaction_id uuid not null,
  account text not null,
  points integer not null check (points <> 0),
  primary key (tenant_id, transaction_id, account),
  foreign key (tenant_id, transaction_id) references ledger_transactions (tenant_id, id)
);
create index ledger_account on ledger_entries (tenant_id, account, transaction_id);

-- What leaves one account arrives in another: looked at once more when the transaction commits.
create function ledger_adds_up() returns trigger language plpgsql as $$
declare
  booked uuid := case when tg_table_name = 'ledger_entries' then (to_jsonb(new) ->> 'transaction_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end;
  entries integer;
  total bigint;
begin
  select count(*), coalesce(sum(points), 0) into entries, total
  from ledger_entries where tenant_id = new.tenant_id and transaction_id = booked;
  if entries < 2 or total <> 0 then
    raise exception 'ledger transaction % has % entries that sum to %', booked, entries, total using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger ledger_entries_add_up after insert on ledger_entries
  deferrable initially deferred for each row execute function ledger_adds_up();
create constraint trigger ledger_transactions_add_up after insert on ledger_transactions
  deferrable initially deferred for each row execute function ledger_adds_up();

-- One deed, recognised where the person lives and in their unit: once on each side, whoever adds up which.
create table recognitions (
  tenant_id text not null references tenants (tenant_id),
  transaction_id uuid not null,
  side text not null check (side in ('home', 'unit')),
  node_id uuid not null,
  account_id uuid not null,
  points integer not null check (points <> 0),
  at timestamptz not null,
  primary key (tenant_id, transaction_id, side),
  foreign key (tenant_id, transaction_id) references ledger_transactions (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id)
);
create index recognitions_node on recognitions (tenant_id, node_id, at);

create table point_goods (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  node_id uuid not null,
  kind text not null check (kind in ('goods', 'service')),
  name text not null check (name <> ''),
  detail text not null default '',
  price integer not null check (price > 0),
  stock integer not null check (stock >= 0),
  -- The most one person may have in a year; none: no limit.
  per_person integer check (per_person > 0),
  offered boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id)
);
create index point_goods_node on point_goods (tenant_id, node_id, created_at desc, id desc);

create table redemptions (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  goods_id uuid not null,
  goods_name text not null,
  node_id uuid not null,
  account_id uuid not null,
  points integer not null check (points > 0),
  code text not null,
  status text not null check (status in ('reserved', 'handed', 'cancelled', 'expired')),
  reserved_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_name text,
  reason text,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, goods_id) references point_goods (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  foreign key (tenant_id, account_id) references point_members (tenant_id, account_id)
);
create unique index redemptions_code on redemptions (tenant_id, code) where status = 'reserved';
create index redemptions_account on redemptions (tenant_id, account_id, reserved_at desc, id desc);
create index redemptions_goods on redemptions (tenant_id, goods_id, account_id, reserved_at);
create index redemptions_node on redemptions (tenant_id, node_id, reserved_at desc, id desc);
create index redemptions_expiry on redemptions (tenant_id, expires_at) where status = 'reserved';

-- A person says that something is missing or wrong; a desk decides, with its reason.
create table point_requests (
  tenant_id text not null references tenants (tenant_id),
  id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  words text not null check (words <> ''),
  -- The booking it is about, if it is about one.
  about_id uuid,
  node_id uuid not null,
  status text not null default 'open' check (status in ('open', 'granted', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_name text,
  answer text,
  -- What was booked upon it.
  booked_id uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references point_members (tenant_id, account_id),
  foreign key (tenant_id, about_id) references ledger_transactions (tenant_id, id),
  foreign key (tenant_id, booked_id) references ledger_transactions (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id)
);
create index point_requests_account on point_requests (tenant_id, account_id, at desc, id desc);
create index point_requests_node on point_requests (tenant_id, node_id, at desc, id desc);

do $$
declare
  one text;
begin
  foreach one in array array[
    'point_members', 'ledger_transactions', 'ledger_entries', 'recognitions', 'point_goods', 'redemptions', 'point_requests']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format(
      'create policy tenant_only on %I using (tenant_id = current_setting(''ginkgo.tenant'', true)) with check (tenant_id = current_setting(''ginkgo.tenant'', true))',
      one);
  end loop;
end
$$;
-- The ledger is appended to and never changed; nobody stops being known, goods are taken off the shelf.
grant select, insert on ledger_transactions, ledger_entries, recognitions to ginkgo_app;
grant select, insert, update on point_members, point_goods, redemptions, point_requests to ginkgo_app;
