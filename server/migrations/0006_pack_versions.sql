-- Packs belong to the place that runs on them: every version it ever had, whether shipped, edited, imported or taken back.
create table pack_versions (
  tenant_id text not null references tenants (tenant_id),
  version integer not null check (version > 0),
  hash text not null,
  -- {"text": …}: the pack as JSON text, because the order of keys is the order of buttons and jsonb does not keep it.
  content jsonb not null,
  origin text not null check (origin in ('shipped', 'edited', 'imported', 'rollback')),
  -- The version it was made from.
  based_on integer,
  published_by uuid,
  published_name text not null,
  note text not null default '',
  published_at timestamptz not null,
  primary key (tenant_id, version),
  foreign key (tenant_id, based_on) references pack_versions (tenant_id, version)
);

-- One draft for each place; version is that of its last change and never comes again, not even for a later draft.
create table pack_drafts (
  tenant_id text primary key references tenants (tenant_id),
  content jsonb not null,
  origin text not null check (origin in ('edited', 'imported')),
  based_on integer not null,
  version integer not null,
  edited_by uuid not null,
  edited_name text not null,
  edited_at timestamptz not null,
  foreign key (tenant_id, based_on) references pack_versions (tenant_id, version)
);

insert into pack_versions (tenant_id, version, hash, content, origin, published_name, published_at)
select t.tenant_id, p.version, p.hash, p.content, 'shipped', '系统', p.published_at
from tenants t join packs p on p.pack_id = t.pack_id;

-- Deferred: a tenant and its first version name each other.
alter table tenants drop constraint tenants_pack_id_pack_version_fkey;
alter table tenants add foreign key (tenant_id, pack_version) references pack_versions (tenant_id, version)
  deferrable initially deferred;
drop table packs;

alter table pack_versions enable row level security;
alter table pack_versions force row level security;
create policy tenant_only on pack_versions
  using (tenant_id = current_setting('ginkgo.tenant', true))
  with check (tenant_id = current_setting('ginkgo.tenant', true));
grant select, insert on pack_versions to ginkgo_app;

alter table pack_drafts enable row level security;
alter table pack_drafts force row level security;
create policy tenant_only on pack_drafts
  using (tenant_id = current_setting('ginkgo.tenant', true))
  with check (tenant_id = current_setting('ginkgo.tenant', true));
grant select, insert, update, delete on pack_drafts to ginkgo_app;
