-- What a functional zone governs beyond its own branch of the tree. The legal parent of a covered node stays what it is.
create table zone_covers (
  tenant_id text not null references tenants (tenant_id),
  zone_id uuid not null,
  node_id uuid not null,
  primary key (tenant_id, zone_id, node_id),
  foreign key (tenant_id, zone_id) references nodes (tenant_id, id),
  foreign key (tenant_id, node_id) references nodes (tenant_id, id),
  check (zone_id <> node_id)
);

alter table zone_covers enable row level security;
alter table zone_covers force row level security;
create policy tenant_only on zone_covers
  using (tenant_id = current_setting('ginkgo.tenant', true))
  with check (tenant_id = current_setting('ginkgo.tenant', true));
grant select, insert, update, delete on zone_covers to ginkgo_app;
