-- The server's role owns nothing and cannot bypass row-level security: every tenant table shows and takes only rows of the
-- tenant named by the transaction. A transaction that names none sees nothing.
do $$
declare
  one text;
begin
  for one in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'tenants'
  loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format(
      'create policy tenant_only on %I using (tenant_id = current_setting(''ginkgo.tenant'', true)) with check (tenant_id = current_setting(''ginkgo.tenant'', true))',
      one);
    execute format('grant select, insert, update, delete on %I to ginkgo_app', one);
  end loop;
end
$$;

-- What is appended is never changed.
revoke update, delete on events, disclosures from ginkgo_app;

alter table tenants enable row level security;
create policy everyone_reads on tenants for select using (true);
create policy own_row on tenants for update using (tenant_id = current_setting('ginkgo.tenant', true));
grant select on tenants, packs to ginkgo_app;
grant update (tree_version, pack_version) on tenants to ginkgo_app;
