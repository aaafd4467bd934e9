-- By which version of its pack a place's cases have been counted; a newer one has them counted again.
create table figure_counts (
  tenant_id text primary key references tenants (tenant_id),
  pack_version integer not null
);

alter table figure_counts enable row level security;
alter table figure_counts force row level security;
create policy tenant_only on figure_counts
  using (tenant_id = current_setting('ginkgo.tenant', true))
  with check (tenant_id = current_setting('ginkgo.tenant', true));
grant select, insert, update, delete on figure_counts to ginkgo_app;
