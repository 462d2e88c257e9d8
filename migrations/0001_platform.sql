-- What the program runs on, before any module: who is acting, which reference files are loaded,
-- and how far this database is. Roles turnstone_owner and turnstone_app exist already
-- (docs/operations.md shows how they are made).

create schema platform;
comment on schema platform is 'What every module relies on; knows nothing of the product';
grant usage on schema platform to turnstone_app;

-- Row policies compare with this. After a transaction that set it, the setting is '' and not null,
-- so both mean "nobody", and nobody sees no rows.
create function platform.actor() returns text
  language sql stable parallel safe
  set search_path = pg_catalog
  return nullif(current_setting('app.actor', true), '');
comment on function platform.actor() is 'Code of who is acting in this transaction; null when nobody is named';
revoke all on function platform.actor() from public;
grant execute on function platform.actor() to turnstone_app;

-- The application has no rights in schema migration, but must refuse to serve a database of another
-- version. This tells it the applied files and nothing else.
create function platform.applied_migrations() returns table (name text, sha256 text)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select a.name::text, d.sha256
    from migration.applied a left join migration.digest d on d.name = a.name
    order by a.name;
  end;
comment on function platform.applied_migrations() is 'Which migration files this database has applied, with their digests';
revoke all on function platform.applied_migrations() from public;
grant execute on function platform.applied_migrations() to turnstone_app;

-- For the health page. When the server's packages are upgraded under it, SQL goes on working while
-- every PL/pgSQL call fails until the restart; so this is PL/pgSQL on purpose.
create function platform.answers() returns boolean
  language plpgsql stable
  set search_path = pg_catalog
  as $$ begin return true; end $$;
comment on function platform.answers() is 'True, from PL/pgSQL: the database can do all that it must';
revoke all on function platform.answers() from public;
grant execute on function platform.answers() to turnstone_app;

create table platform.reference_file (
  folder      text not null,
  path        text not null,
  version     text not null,
  digest      text not null check (digest ~ '^[0-9a-f]{64}$'),
  source      text not null,
  source_date date not null,
  licence     text not null,
  loaded_at   timestamptz not null default now(),
  primary key (folder, path)
);
comment on table platform.reference_file is 'Each file of reference/ that is loaded: where it comes from and what text it had';
comment on column platform.reference_file.folder is 'Folder below reference/, such as forces';
comment on column platform.reference_file.path is 'File in that folder';
comment on column platform.reference_file.version is 'Version that the file gives itself';
comment on column platform.reference_file.digest is 'SHA-256 of the file as loaded, in hexadecimal';
comment on column platform.reference_file.source is 'Who published it, and where';
comment on column platform.reference_file.source_date is 'Day on which the source was published or read';
comment on column platform.reference_file.licence is 'Terms under which it may be shipped';
comment on column platform.reference_file.loaded_at is 'When this text was loaded';

alter table platform.reference_file enable row level security;
alter table platform.reference_file force  row level security;
create policy anyone_reads on platform.reference_file for select to turnstone_app
  using ((select platform.actor()) is not null);
create policy loader_writes on platform.reference_file for all to turnstone_owner
  using ((select platform.actor()) = 'system:reference-loader')
  with check ((select platform.actor()) = 'system:reference-loader');
grant select on platform.reference_file to turnstone_app;
