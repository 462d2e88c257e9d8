/**
 * What must hold of every object of the database, asked of the catalogue: each guard finds what breaks
 * it, a line for each, and says what to plant to see that it does.
 */
import { definers } from './definers.ts'

export interface Guard {
  /** A sentence that holds when nothing is found. */
  readonly says: string
  /** A query of one column, each row a fault; may begin with `ours`. */
  readonly finds: string
  readonly values?: readonly unknown[]
  /** Statements of a superuser that break it, each with the fault that must then be found. */
  readonly plants: Readonly<Record<string, string>>
}

/** Tables, views and functions of the product: all but PostgreSQL's own and the bookkeeping of migrations. */
const ours = `
  with schemas as (
    select oid, nspname, nspacl, nspowner from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'migration')
  ), relations as (
    select c.* , c.oid::regclass::text as name from pg_class c join schemas s on s.oid = c.relnamespace
  ), tables as (
    select * from relations where relkind in ('r', 'p')
  ), functions as (
    select p.*, n.nspname || '.' || p.proname as name
    from pg_proc p join schemas n on n.oid = p.pronamespace
  )`

/** Where the application deletes: what somebody typed, and one's own passkey. Everything else stays. */
const deletes = ['access.passkey', 'platform.draft']

export const guards: readonly Guard[] = [
  {
    says: 'row security is enabled and forced on every table',
    finds: `${ours} select name from tables where not (relrowsecurity and relforcerowsecurity)`,
    plants: {
      'create table casework.planted (id int)': 'casework.planted',
      'alter table people.name no force row level security': 'people.name',
      'alter table audit.entry disable row level security': 'audit.entry',
    },
  },
  {
    says: 'every table has a policy',
    finds: `${ours} select name from tables t where not exists (select from pg_policy where polrelid = t.oid)`,
    plants: { 'create table people.planted (id int)': 'people.planted' },
  },
  {
    says: 'no policy lets the application through without asking who acts',
    finds: `${ours}
      select name || ' ' || polname from tables t join pg_policy p on p.polrelid = t.oid
      where polpermissive and polroles <> array['turnstone_owner'::regrole::oid]
        and 'true' in (pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))`,
    plants: {
      'create policy planted on casework.case for select using (true)': 'casework."case" planted',
      'create policy planted on people.name for insert to turnstone_app with check (true)':
        'people.name planted',
    },
  },
  {
    says: 'nothing is granted to everybody: no schema, table, column, sequence or function',
    finds: `${ours}, rights as (
        select nspname || ' ' || a.privilege_type as what, a.grantee from schemas, aclexplode(nspacl) a
        union all select name || ' ' || a.privilege_type, a.grantee from relations, aclexplode(relacl) a
        union all select r.name || '.' || attname || ' ' || a.privilege_type, a.grantee
          from relations r join pg_attribute on attrelid = r.oid, aclexplode(attacl) a
        union all select name || ' ' || a.privilege_type, a.grantee
          from functions, aclexplode(coalesce(proacl, acldefault('f', proowner))) a)
      select what from rights where grantee = 0`,
    plants: {
      'grant usage on schema people to public': 'people USAGE',
      'grant select on access.role to public': 'access.role SELECT',
      'grant select (name) on access.team to public': 'access.team.name SELECT',
      'grant usage on sequence access.principal to public': 'access.principal USAGE',
      'create function people.planted() returns int return 1': 'people.planted EXECUTE',
    },
  },
  {
    says: 'every view reads as whoever asks, and the application reads no view that was worked out before',
    finds: `${ours}
      select name from relations
      where relkind = 'v' and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false)
        or relkind = 'm' and has_any_column_privilege('turnstone_app', oid, 'select')`,
    plants: {
      'create view people.planted as select id from people.person': 'people.planted',
      'create view people.planted with (security_invoker = false) as select id from people.person':
        'people.planted',
      'create materialized view people.planted as select id from people.person; grant select on people.planted to turnstone_app':
        'people.planted',
    },
  },
  {
    says: 'every function of the owner’s rights is in the list of definers.ts, and each in the list is there',
    values: [Object.keys(definers)],
    finds: `${ours}, there as (select distinct name from functions where prosecdef)
      select name || ' is not listed' from there where name <> all ($1)
      union all select name || ' is gone' from unnest($1::text[]) name where name not in (select name from there)
      union all select name || ' has two forms' from functions where prosecdef group by name having count(*) > 1`,
    plants: {
      'create function people.planted() returns int security definer return 1':
        'people.planted is not listed',
      'drop function casework.may_read(uuid)': 'casework.may_read is gone',
      'alter function casework.may_read(uuid) security invoker': 'casework.may_read is gone',
      'create function casework.may_read() returns int security definer return 1':
        'casework.may_read has two forms',
    },
  },
  {
    says: 'the application may call those functions that the list gives it, and no other of them',
    values: [Object.keys(definers), Object.values(definers).map(each => each.for)],
    finds: `${ours}
      select f.name || case when called then ' may be called' else ' may not be called' end
      from functions f join unnest($1::text[], $2::text[]) as listed (name, caller) on listed.name = f.name,
        lateral (select has_function_privilege('turnstone_app', f.oid, 'execute') as called) c
      where called <> (caller in ('the application', 'the program'))`,
    plants: {
      'grant execute on function access.rotate_context_key() to turnstone_app':
        'access.rotate_context_key may be called',
      'revoke execute on function casework.may_read(uuid) from turnstone_app':
        'casework.may_read may not be called',
    },
  },
  {
    says: 'every function of the owner’s rights belongs to the owner, looks names up in pg_catalog alone and builds no statement from text',
    finds: `${ours}
      select name || ' belongs to ' || proowner::regrole from functions where prosecdef and proowner <> 'turnstone_owner'::regrole
      union all select name || ' does not pin its search path' from functions
        where prosecdef and not coalesce('search_path=pg_catalog' = any (proconfig), false)
      union all select name || ' builds a statement' from functions where prosecdef and prosrc ~* '\\mexecute\\M'`,
    plants: {
      'alter function casework.may_read(uuid) owner to postgres':
        'casework.may_read belongs to postgres',
      'alter function casework.may_read(uuid) reset search_path':
        'casework.may_read does not pin its search path',
      'alter function casework.may_read(uuid) set search_path = casework, pg_catalog':
        'casework.may_read does not pin its search path',
      [`create function people.planted(t text) returns void language plpgsql security definer
        set search_path = pg_catalog as $$ begin execute t; end $$; alter function people.planted owner to turnstone_owner`]:
        'people.planted builds a statement',
    },
  },
  {
    says: 'no function of ours claims to be leakproof, which would let it see hidden rows',
    finds: `${ours} select name from functions where proleakproof`,
    plants: { 'alter function casework.may_read(uuid) leakproof': 'casework.may_read' },
  },
  {
    says: 'every foreign key has an index that begins with its columns',
    finds: `${ours}
      select k.conrelid::regclass || ' ' || conname from pg_constraint k join tables t on t.oid = k.conrelid
      where contype = 'f' and not exists (
        select from pg_index i where i.indrelid = k.conrelid and indisvalid and indpred is null and (
          select array_agg(column_number order by column_number) = (select array_agg(c order by c) from unnest(k.conkey) c)
          from unnest(i.indkey::smallint[]) with ordinality as columns (column_number, place)
          where place <= cardinality(k.conkey)))`,
    plants: {
      'drop index people.person_area': 'people.person person_area_id_fkey',
      'drop index people.person_area; create index on people.person (id, area_id)':
        'people.person person_area_id_fkey',
      'drop index people.person_area; create index on people.person (area_id) where version > 1':
        'people.person person_area_id_fkey',
    },
  },
  {
    says: 'the application owns nothing, belongs to no role and can make nothing, not even for a moment',
    finds: `${ours}
      select 'owns ' || classid::regclass || ' ' || objid from pg_shdepend
        where refobjid = 'turnstone_app'::regrole and refclassid = 'pg_authid'::regclass and deptype = 'o'
      union all select 'belongs to ' || roleid::regrole from pg_auth_members where member = 'turnstone_app'::regrole
      union all select 'makes objects in ' || nspname from pg_namespace
        where has_schema_privilege('turnstone_app', oid, 'create')
      union all select 'makes schemas' where has_database_privilege('turnstone_app', current_database(), 'create')
      union all select 'makes temporary tables' where has_database_privilege('turnstone_app', current_database(), 'temporary')
      union all select 'is more than an ordinary role' from pg_roles
        where rolname = 'turnstone_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    plants: {
      'alter table people.name owner to turnstone_app': 'owns pg_class',
      'grant pg_read_all_data to turnstone_app': 'belongs to pg_read_all_data',
      'grant create on schema people to turnstone_app': 'makes objects in people',
      'alter role turnstone_app bypassrls': 'is more than an ordinary role',
    },
  },
  {
    says: 'the application can keep nothing beside the tables: no large objects',
    finds: `
      select p.oid::regprocedure::text from pg_proc p
      where pronamespace = 'pg_catalog'::regnamespace
        and proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open', 'lowrite', 'lo_put', 'lo_unlink', 'lo_import', 'lo_export')
        and has_function_privilege('turnstone_app', p.oid, 'execute')`,
    plants: {
      'grant execute on function lo_from_bytea(oid, bytea) to turnstone_app': 'lo_from_bytea',
    },
  },
  {
    says: 'a function that the owner will make is for nobody else until it is granted',
    finds: `
      select 'functions of turnstone_owner' where not exists (
        select from pg_default_acl where defaclrole = 'turnstone_owner'::regrole and defaclobjtype = 'f'
          and defaclnamespace = 0 and not exists (select from aclexplode(defaclacl) where grantee = 0))`,
    plants: {
      'alter default privileges for role turnstone_owner grant execute on functions to public':
        'functions of turnstone_owner',
    },
  },
  {
    says: 'the application deletes only where the list says so',
    values: [deletes],
    finds: `${ours}, deleting as (select name from relations where has_table_privilege('turnstone_app', oid, 'delete') and relkind <> 'S')
      select name || ' may be deleted from' from deleting where name <> all ($1)
      union all select name || ' is listed without need' from unnest($1::text[]) name where name not in (select name from deleting)`,
    plants: {
      'grant delete on casework.case to turnstone_app': 'casework."case" may be deleted from',
      'revoke delete on platform.draft from turnstone_app': 'platform.draft is listed without need',
    },
  },
  {
    says: 'the application never empties, refers to or hangs triggers on a table, changes no column that was not named, hands no right on and uses no sequence',
    finds: `${ours}, rights as (
        select name, a.* from relations, aclexplode(relacl) a
        union all select r.name || '.' || attname, a.* from relations r join pg_attribute on attrelid = r.oid, aclexplode(attacl) a)
      select name || ' ' || privilege_type from rights
        where grantee = 'turnstone_app'::regrole
          and (privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or is_grantable)
      union all select name || ' UPDATE of every column' from relations
        where relkind <> 'S' and has_table_privilege('turnstone_app', oid, 'update')
      union all select name || ' is a sequence' from relations
        where case relkind when 'S' then has_sequence_privilege('turnstone_app', oid, 'usage, select, update') end`,
    plants: {
      'grant truncate on casework.case to turnstone_app': 'casework."case" TRUNCATE',
      'grant references (id) on people.person to turnstone_app': 'people.person.id REFERENCES',
      'grant trigger on people.person to turnstone_app': 'people.person TRIGGER',
      'grant update on people.person to turnstone_app': 'people.person UPDATE of every column',
      'grant select on people.person to turnstone_app with grant option': 'people.person SELECT',
      'grant usage on sequence access.principal to turnstone_app': 'access.principal is a sequence',
    },
  },
  {
    says: 'no column is of an enumerated or numeric type, whose comparisons tell of hidden rows',
    finds: `${ours}
      select name || '.' || attname from tables join pg_attribute on attrelid = tables.oid
        join pg_type y on y.oid = atttypid left join pg_type e on e.oid = y.typelem and y.typcategory = 'A'
      where attnum > 0 and not attisdropped and (
        'numeric'::regtype in (y.oid, e.oid) or 'e' in (y.typtype, e.typtype))`,
    plants: {
      'alter table casework.case add planted numeric': 'casework."case".planted',
      'alter table casework.case add planted numeric(5, 2)[]': 'casework."case".planted',
      [`create type people.planted as enum ('a'); alter table people.name add planted people.planted`]:
        'people.name.planted',
    },
  },
  {
    says: 'every column of an ordinary index is compared by functions that tell nothing of hidden rows, so that row security leaves the index in use',
    finds: `${ours}
      select distinct i.indexrelid::regclass || ' ' || o.amopopr::regoperator
      from pg_index i join tables t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
        join pg_am on pg_am.oid = x.relam and amname = 'btree',
        unnest(i.indclass::oid[]) as class join pg_opclass c on c.oid = class
        join pg_amop o on o.amopfamily = c.opcfamily and o.amoplefttype = c.opcintype and o.amoprighttype = c.opcintype
        join pg_operator on pg_operator.oid = o.amopopr join pg_proc p on p.oid = oprcode
      where not p.proleakproof`,
    plants: {
      'alter table people.name add planted numeric unique':
        'people.name_planted_key =(numeric,numeric)',
      'create index planted on people.person (deny)': 'people.planted =(anyarray,anyarray)',
    },
  },
  {
    says: 'names are searched by operators that tell nothing of hidden rows: the same, begins with, before and after',
    finds: `
      with searched (operator) as (values
        ('=(text,text)'::regoperator), ('^@(text,text)'), ('<(text,text)'), ('<=(text,text)'),
        ('>(text,text)'), ('>=(text,text)'), ('=(uuid,uuid)'), ('=(date,date)'), ('=(bytea,bytea)'))
      select operator::text from searched join pg_operator o on o.oid = operator join pg_proc p on p.oid = oprcode
      where not proleakproof`,
    plants: { 'alter function pg_catalog.starts_with(text, text) not leakproof': '^@(text,text)' },
  },
  {
    says: 'the keys under which names are searched sort byte by byte, so that an index finds how they begin',
    finds: `
      select attname::text from pg_attribute
      where attrelid = 'people.name'::regclass and attname ~ '_key$' and attcollation <> '"C"'::regcollation`,
    plants: {
      'alter table people.name add planted_key text': 'planted_key',
    },
  },
]
