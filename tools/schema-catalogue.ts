/**
 * Questions to PostgreSQL's catalogue, each answering ready lines of schema.sql as `line`. They sort
 * by code point, which is the collation of our databases.
 */

/** Our schemas; the bookkeeping of migrations is Kysely's. */
export const schemas = `
  select nspname::text as line from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'migration')
  order by nspname`

/** Tables and views of a schema. */
export const relations = `
  select quote_ident(relname) as line from pg_class
  where relnamespace = to_regnamespace($1) and relkind in ('r', 'p', 'v', 'm')
  order by relname`

const schema = `
  select format('create schema %I;', nspname) as line from pg_namespace where nspname = $1`

const schemaComment = `
  select format('comment on schema %I is %L;', nspname, obj_description(oid, 'pg_namespace')) as line
  from pg_namespace where nspname = $1 and obj_description(oid, 'pg_namespace') is not null`

/** A right of PUBLIC has no grantee. */
const toRole = `coalesce(quote_ident(pg_get_userbyid(nullif(grantee, 0))), 'public')`

const schemaGrants = `
  select format('grant %s on schema %I to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), nspname, ${toRole}) as line
  from pg_namespace, aclexplode(nspacl)
  where nspname = $1 and grantee <> nspowner
  group by nspname, grantee order by 1`

const enums = `
  select format('create type %s as enum (%s);', typ.oid::regtype,
           string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)) as line
  from pg_type typ join pg_enum on enumtypid = typ.oid
  where typnamespace = to_regnamespace($1)
  group by typ.oid order by 1`

const functions = `
  select E'\\n' || pg_get_functiondef(p.oid) || E';\\n'
    || coalesce('comment on function ' || p.oid::regprocedure || ' is ' || quote_literal(obj_description(p.oid, 'pg_proc')) || E';\\n', '')
    || coalesce((
         select string_agg(format('grant execute on function %s to %s;', p.oid::regprocedure, ${toRole}), E'\\n' order by grantee::regrole::text)
         from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee <> proowner), '') as line
  from pg_proc p
  where pronamespace = to_regnamespace($1) and prokind in ('f', 'p')
  order by p.oid::regprocedure::text`

export const ofSchema = [schema, schemaComment, schemaGrants, enums, functions]

/** Columns in their own order, then constraints by name; PostgreSQL 18 also lists "not null" as constraints. */
const table = `
  with column_line as (
    select 1 as part, attnum::int as place, '' as name,
      format('  %I %s%s%s%s', attname, format_type(atttypid, atttypmod),
        case when attidentity <> '' then ' generated ' || case attidentity when 'a' then 'always' else 'by default' end || ' as identity'
             when attgenerated <> '' then ' generated always as (' || pg_get_expr(adbin, adrelid, true) || ') stored'
             when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid, true) else '' end,
        case when attcollation <> 0 and attcollation <> (select oid from pg_collation where collname = 'default') then ' collate ' || attcollation::regcollation else '' end,
        case when attnotnull then ' not null' else '' end) as text
    from pg_attribute a left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = to_regclass($1) and attnum > 0 and not attisdropped
  ), constraint_line as (
    select 2, 0, conname, format('  constraint %I %s', conname, pg_get_constraintdef(oid, true))
    from pg_constraint where conrelid = to_regclass($1) and contype not in ('n', 't')
  )
  select format(E'create table %s (\\n%s\\n);', to_regclass($1),
    string_agg(text, E',\\n' order by part, place, name)) as line
  from (select * from column_line union all select * from constraint_line) lines
  where (select relkind from pg_class where oid = to_regclass($1)) in ('r', 'p')
  having count(*) > 0`

const view = `
  select format(E'create %sview %s%s as\\n%s', case relkind when 'm' then 'materialized ' else '' end, oid::regclass,
    coalesce(' with (' || array_to_string(reloptions, ', ') || ')', ''), pg_get_viewdef(oid, true)) as line
  from pg_class where oid = to_regclass($1) and relkind in ('v', 'm')`

const comments = `
  select format('comment on %s %s is %L;', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
    oid::regclass, obj_description(oid, 'pg_class')) as line
  from pg_class where oid = to_regclass($1) and obj_description(oid, 'pg_class') is not null
  union all select * from (
    select format('comment on column %s.%I is %L;', attrelid::regclass, attname, col_description(attrelid, attnum))
    from pg_attribute
    where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and col_description(attrelid, attnum) is not null
    order by attnum) column_comments`

/** Indexes that no constraint brings. */
const indexes = `
  select pg_get_indexdef(indexrelid) || ';' as line from pg_index
  where indrelid = to_regclass($1)
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  order by 1`

const triggers = `
  select pg_get_triggerdef(oid, true) || ';' as line from pg_trigger
  where tgrelid = to_regclass($1) and not tgisinternal order by tgname`

const rowSecurity = `
  select format('alter table %s %s row level security;', oid::regclass, word) as line
  from pg_class, lateral (values (1, relrowsecurity, 'enable'), (2, relforcerowsecurity, 'force')) as flag (place, isSet, word)
  where oid = to_regclass($1) and isSet order by place`

const policies = `
  select format('create policy %I on %s%s for %s to %s%s%s;', polname, polrelid::regclass,
    case when polpermissive then '' else ' as restrictive' end,
    case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    case when polroles = '{0}' then 'public' else (
      select string_agg(quote_ident(rolname), ', ' order by rolname) from pg_roles where oid = any (polroles)) end,
    E'\\n  using ' || '(' || pg_get_expr(polqual, polrelid, true) || ')',
    E'\\n  with check ' || '(' || pg_get_expr(polwithcheck, polrelid, true) || ')') as line
  from pg_policy where polrelid = to_regclass($1) order by polname`

const grants = `
  select format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), oid::regclass, ${toRole}) as line
  from pg_class, aclexplode(relacl)
  where oid = to_regclass($1) and grantee <> relowner
  group by oid, grantee order by 1`

const columnGrants = `
  select format('grant %s (%I) on %s to %s;', lower(privilege_type), attname, attrelid::regclass, ${toRole}) as line
  from pg_attribute, aclexplode(attacl)
  where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by 1`

export const ofRelation = [
  table,
  view,
  comments,
  indexes,
  triggers,
  rowSecurity,
  policies,
  grants,
  columnGrants,
]
