-- A partnership of 1,000,000 cases, 3,000,000 places of people on them and 600,000 people, all invented,
-- the same at every making. Run as a superuser on a database that has only been migrated. Triggers and
-- foreign keys are off; the lists on the row are filled here and compared with the product's own
-- functions at the end.

set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '256MB';
set search_path = pg_catalog;

-- A number between 0 and 1 that belongs to these words, the same on every machine.
create function pg_temp.chance(words text) returns double precision
  language sql immutable parallel safe
  return (hashtextextended(words, 0) & 9007199254740991)::double precision / 9007199254740992;
create function pg_temp.id(words text) returns uuid
  language sql immutable parallel safe
  return md5(words)::uuid;

-- The partnership: 8 agencies, 60 teams, 500 users.

insert into access.force_area (id, slug, name) values (pg_temp.id('area'), 'fellshire', 'Fellshire');

insert into access.agency (id, area_id, name, kind)
select pg_temp.id('agency ' || n), pg_temp.id('area'), 'Agency ' || n,
  (array['police', 'children''s social care', 'health', 'education', 'probation', 'voluntary', 'health', 'education'])[n]
from generate_series(1, 8) n;

-- 32 teams of the police, 14 of social care, the rest elsewhere.
create temporary table team_of as
select n, pg_temp.id('team ' || n) as id,
  case when n <= 32 then 1 when n <= 46 then 2 else 3 + (n - 47) % 6 end as agency
from generate_series(1, 60) n;
insert into access.team (id, agency_id, name)
select id, pg_temp.id('agency ' || agency), 'Team ' || n from team_of order by n;

create temporary table user_of as
select u as n, pg_temp.id('user ' || u) as id, t.n as team, t.id as team_id, t.agency,
  case when u < 60 then 'supervisor' when t.agency <= 2 then 'investigator' else 'practitioner' end as role
from generate_series(0, 499) u join team_of t on t.n = 1 + u % 60;
-- Four look at the whole area, one keeps the log in view.
update user_of set role = 'analyst' where n between 61 and 64;
update user_of set role = 'standards-auditor' where n = 65;
insert into access.user_account (id, agency_id, given_name, family_name)
select id, pg_temp.id('agency ' || agency), 'Given' || n, 'Family' || n from user_of order by n;
insert into access.posting (id, user_id, team_id, role, force_wide, from_at)
select pg_temp.id('posting ' || n), id, team_id, role, role = 'analyst', timestamptz '2020-01-01'
from user_of order by n;

-- Indexes that no constraint needs are made again when the rows are there.
create temporary table index_again as
select pg_get_indexdef(i.indexrelid) as make, i.indexrelid::regclass::text as name
from pg_index i join pg_class c on c.oid = i.indrelid
where c.relnamespace in ('people'::regnamespace, 'casework'::regnamespace)
  and not i.indisprimary and not exists (select from pg_constraint k where k.conindid = i.indexrelid);
do $$
declare i record;
begin
  for i in select * from index_again loop execute 'drop index ' || i.name; end loop;
end $$;

-- Names of few common families and many rare ones, as names are.
create temporary table family as
select n, initcap(a || b || c) as name
from (
  select row_number() over (order by pg_temp.chance('family ' || a || b || c)) as n, a, b, c
  from unnest(array['ar','bel','cor','dun','el','fen','gar','hal','ing','jas','kel','lor','mar','nor','ors','pel','quen','ros','sel','tam','ul','ver','wen','yar']) a,
    unnest(array['an','be','co','da','en','fi','go','ha','in','ke','li','mo','na','or','pa','ri','sa','ti','un','wo']) b,
    unnest(array['ford','wick','holt','mere','by','ton','ley','den','ham','well','field','more','stead','worth','combe','dale','gate','hurst','land','low','mont','ner','pool','ridge','sett','stone','thorpe','vale','wood','yard','cott','bury','shaw','croft','fell','garth','holme','kirk','lock','marsh']) c
) made;
create unique index on family (n);
create temporary table given as
select row_number() over (order by a, b) as n, initcap(a || b) as name
from unnest(array['al','be','ca','da','e','fa','gi','ha','i','jo','ka','le','mi','no','o','pe','ra','sa','to','zu']) a,
  unnest(array['bin','dra','fie','gon','la','len','mar','na','nix','ra','ric','rin','ro','ry','sa','tan','ten','va','ven','zel','rah','min','dor','kin','lo']) b;
create unique index on given (n);

insert into people.person (id, area_id, birth_on, birth_precision, birth_source, sex, created_by, created_at)
select pg_temp.id('person ' || n), pg_temp.id('area'), date '1950-01-01' + (pg_temp.chance('born ' || n) * 26000)::integer,
  'day', 'police record', case when n % 2 = 0 then 'male' else 'female' end, null, timestamptz '2020-01-01'
from generate_series(1, 600000) n;

-- One person in five has a second name.
insert into people.name (id, person_id, position, kind, given, family, given_key, family_key, source)
select pg_temp.id('name ' || m || ' ' || p), pg_temp.id('person ' || p), m,
  case when m = 1 then 'legal' else 'alias' end, g.name, f.name, lower(g.name), lower(f.name), 'police record'
from generate_series(1, 2) m
cross join generate_series(1, 600000) p
join family f on f.n = 1 + floor(19199 * power(pg_temp.chance('family of ' || m || ' ' || p), 1.6))::integer
join given g on g.n = 1 + floor(499 * pg_temp.chance('given of ' || m || ' ' || p))::integer
where m = 1 or p % 5 = 0;

insert into people.address (id, person_id, lines, postcode, from_on, source)
select pg_temp.id('address ' || p), pg_temp.id('person ' || p), p % 200 || ' Example Road', 'ZZ' || p % 90 + 1 || p % 9 || 'AA',
  date '2020-01-01', 'police record'
from generate_series(1, 600000) p where p % 2 = 0;

-- Ten years of cases, more of them of late; one in eight is still open. Teams differ in size. 3 in 100
-- are restricted, 3 in 1000 sealed.
create temporary table team_reach as
select o.n, t.id, t.principal,
  array(select x from unnest(array[t.principal, a.force_wide]) x order by x) as acl
from team_of o join access.team t on t.id = o.id cross join access.force_area a;

insert into casework.case (id, reference, area_id, team_id, owner_id, type, summary, sensitivity, opened_on, closed_on, acl, created_by, created_at)
select pg_temp.id('case ' || c.n),
  'TS-' || overlay(upper(lpad(to_hex((c.n * 2654435761) % 4294967296), 8, '0')) placing '-' from 5 for 0),
  pg_temp.id('area'), t.id, pg_temp.id('user ' || t.n - 1 + 60 * (c.n % 8)),
  (array['child sexual exploitation', 'child criminal exploitation', 'missing child', 'abuse in the family',
    'online abuse', 'abuse in an institution', 'safeguarding concern'])[1 + c.n % 7],
  'Referred after a call, number ' || c.n, kind, opened_on,
  case when lasted < date '2026-11-23' - opened_on then opened_on + lasted end,
  case when kind = 'ordinary' then t.acl else '{}' end, null, opened_on
from (
  select n, 1 + floor(60 * power(pg_temp.chance('team of ' || n), 1.2))::integer as team,
    date '2026-11-23' - floor(3650 * power(pg_temp.chance('opened ' || n), 1.2))::integer as opened_on,
    floor(-400 * ln(1 - pg_temp.chance('lasted ' || n)))::integer as lasted,
    case when pg_temp.chance('kind ' || n) < 0.003 then 'sealed'
         when pg_temp.chance('kind ' || n) < 0.033 then 'restricted' else 'ordinary' end as kind
  from generate_series(1::bigint, 1000000) n
) c join team_reach t on t.n = c.team;

-- Three people on a case, some on many cases.
insert into casework.case_person (id, case_id, person_id, role, source, from_on, added_by, added_at)
select pg_temp.id('place ' || slot || ' ' || n), pg_temp.id('case ' || n),
  pg_temp.id('person ' || 1 + floor(600000 * power(pg_temp.chance('on ' || slot || ' ' || n), 1.3))::integer),
  (array['child at risk', 'suspect', 'parent or carer', 'witness', 'associate', 'professional'])[slot],
  'police record', date '2026-11-23', null, timestamptz '2026-11-23'
from generate_series(1, 1000000) n cross join generate_series(1, 6) slot
where slot <= 1 + n % 5 or (slot = 6 and n % 1000 = 4);

-- Named people: two or three of the team on each restricted or sealed case, one on every hundredth other.
insert into casework.named_person (case_id, user_id, named_by, named_at)
select distinct on (c.id, u.id) c.id, u.id, u.id, timestamptz '2025-01-01'
from casework.case c join team_of t on t.id = c.team_id
cross join generate_series(1, 3) m
join user_of u on u.n = t.n - 1 + 60 * floor(8 * pg_temp.chance('named ' || m || ' ' || c.id))::integer
where c.sensitivity <> 'ordinary' or (m = 1 and pg_temp.chance('named ' || c.id) < 0.01);

-- 4,000 shares with agencies and people of which one in two has ended, and a few broken glasses.
create temporary table shared as
select n, pg_temp.id('case ' || n * 241) as case_id, pg_temp.id('lease ' || n) as lease_id,
  case when n % 4 = 0 then pg_temp.id('user ' || 1 + n % 499) end as holder_user,
  case when n % 4 <> 0 then pg_temp.id('agency ' || 1 + floor(8 * pg_temp.chance('with ' || n))::integer) end as holder_agency,
  n % 2 = 0 or n % 16 = 1 as is_live
from generate_series(1, 4000) n
where exists (select from casework.case c where c.id = pg_temp.id('case ' || n * 241)
  and (c.sensitivity = 'ordinary' or c.sensitivity = 'restricted' and n % 4 = 0));
insert into access.lease (id, kind, holder_user, holder_agency, from_at, until_at)
select lease_id, 'share', holder_user, holder_agency,
  case when is_live then now() - interval '1 hour' else now() - interval '60 days' end,
  case when is_live then now() + interval '89 days' else now() - interval '1 day' end
from shared order by n;
insert into casework.share (id, case_id, lease_id, legal_basis, why, shared_by, shared_at)
select pg_temp.id('share ' || n), case_id, lease_id, 'Children Act 1989 section 47', 'Asked for by the conference',
  pg_temp.id('user 60'), now() from shared;

-- 2,000 blocks of cases and 300 of people.
insert into casework.block (id, case_id, user_id, why, blocked_by)
select pg_temp.id('block ' || n), pg_temp.id('case ' || n * 487), pg_temp.id('user ' || 1 + n % 499), 'A relative is on the case', pg_temp.id('user 60')
from generate_series(1, 2000) n;
insert into casework.block (id, person_id, user_id, why, blocked_by)
select pg_temp.id('person block ' || n), pg_temp.id('person ' || n * 1993), pg_temp.id('user ' || 1 + n % 499), 'A relative', pg_temp.id('user 60')
from generate_series(1, 300) n;

do $$
declare i record;
begin
  for i in select * from index_again loop execute i.make; end loop;
end $$;
analyze access.team, access.user_account, access.lease, casework.named_person, casework.share, casework.block, casework.case_person;

update people.person p set deny = b.deny
from (
  select b.person_id, array_agg(distinct u.principal order by u.principal) as deny
  from casework.block b join access.user_account u on u.id = b.user_id
  where b.person_id is not null group by b.person_id
) b where b.person_id = p.id;

-- What is not simply its team's: worked out by the product's own functions.
update casework.case c
set acl = casework.acl_of(c.id, c.area_id, c.team_id, c.sensitivity), deny = casework.deny_of(c.id)
from (
  select case_id from casework.named_person
  union select case_id from casework.share
  union select case_id from casework.block where case_id is not null
  union select cp.case_id from casework.case_person cp join casework.block b on b.person_id = cp.person_id
) other where c.id = other.case_id;

set session_replication_role = origin;
do $$
declare wrong integer;
begin
  select count(*) into wrong
  from (select * from casework.case order by id limit 5000) c
  where c.acl <> casework.acl_of(c.id, c.area_id, c.team_id, c.sensitivity) or c.deny <> casework.deny_of(c.id);
  if wrong > 0 then raise exception '% of 5000 cases have other lists than the product gives them', wrong; end if;
end $$;
