-- Whether the people in this database are invented. Invented people never stand beside real ones: a
-- demonstration is made only where nobody has an account, and where it was made nothing real is served.

create table platform.deployment (
  is_only boolean primary key default true check (is_only),
  kind    text not null check (kind in ('demo', 'real')),
  made_at timestamptz not null default now()
);
comment on table platform.deployment is 'What this database is for: one row, or none before anybody has said';
comment on column platform.deployment.kind is 'demo: all people are invented. real: they are not.';
alter table platform.deployment enable row level security;
alter table platform.deployment force  row level security;
create policy functions_of_the_owner on platform.deployment to turnstone_owner using (true) with check (true);

-- Accounts without a mark are taken for real ones.
create function platform.deployment_found() returns text
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select coalesce(
      (select d.kind from platform.deployment d),
      case when exists (select from access.user_account) then 'real' else 'empty' end);
  end;
comment on function platform.deployment_found() is 'demo, real, or empty where nobody has an account yet';
revoke all on function platform.deployment_found() from public;
grant execute on function platform.deployment_found() to turnstone_app;
