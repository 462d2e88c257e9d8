-- Who people are: names, days of birth, identifiers and addresses, each with its source. A person is
-- visible to whoever may see a case that the person is on; that policy comes with casework, and until
-- a case names the person only its maker sees it, within the transaction that made it.

create schema people;
comment on schema people is 'Persons of all cases, each recorded once for the force area';
grant usage on schema people to turnstone_app;

create table people.person (
  id              uuid primary key default gen_random_uuid(),
  area_id         uuid not null default access.area_id() references access.force_area (id),
  birth_on        date,
  birth_precision text not null default 'unknown' check (birth_precision in ('day', 'month', 'year', 'about', 'unknown')),
  birth_source    text check (birth_source <> ''),
  sex             text not null default 'not known' check (sex in ('not known', 'male', 'female', 'not specified')),
  deny            integer[] not null default '{}',
  version         integer not null default 1,
  created_by      uuid default access.user_id() references access.user_account (id),
  created_at      timestamptz not null default now(),
  created_in      xid8 not null default pg_current_xact_id(),
  check ((birth_on is null) = (birth_precision = 'unknown')),
  check (birth_on is null or birth_source is not null)
);
create index person_area on people.person (area_id);
create index person_created_by on people.person (created_by);
comment on table people.person is 'Somebody who is on a case.';
comment on column people.person.birth_on is 'First day of the month, or of the year, where no more is known.';
comment on column people.person.sex is 'As ISO/IEC 5218 counts: not known, male, female, not specified.';
comment on column people.person.deny is 'Principals with a conflict of interest, who see neither this person nor any case of theirs.';
comment on column people.person.created_in is 'The transaction that made the record: its maker sees it within that transaction alone.';

create table people.name (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references people.person (id),
  position   integer not null default 1 check (position > 0),
  kind       text not null check (kind in ('legal', 'birth', 'known as', 'alias', 'nickname', 'handle')),
  given      text not null default '' check (length(given) <= 100),
  family     text not null default '' check (length(family) <= 100),
  given_key  text not null collate "C",
  family_key text not null collate "C",
  from_on    date,
  until_on   date check (until_on >= from_on),
  source     text not null check (source <> '' and length(source) <= 200),
  check (given <> '' or family <> ''),
  -- Asked at the end of a statement: another name that comes first moves those before it by one.
  unique (person_id, position) deferrable initially immediate
);
create index name_family on people.name (family_key, given_key);
create index name_given on people.name (given_key);
comment on table people.name is 'A name of a person, with its kind and when it was used.';
comment on column people.name.position is '1 is the name that is shown first.';
comment on column people.name.family_key is 'The family name as it is searched: without accents and case. Searched with = and ^@ only, which row security lets use the index.';

create table people.shown_first (
  id        uuid primary key default gen_random_uuid(),
  person_id uuid not null references people.person (id),
  name_id   uuid not null references people.name (id),
  why       text not null check (why in ('chosen', 'the name before ended')),
  by_id     uuid not null default access.user_id() references access.user_account (id),
  from_at   timestamptz not null default now()
);
create index shown_first_person on people.shown_first (person_id, from_at desc);
create index shown_first_name on people.shown_first (name_id);
create index shown_first_by on people.shown_first (by_id);
comment on table people.shown_first is 'Since when which name of a person is shown first, and why. No row while it is the first that was recorded.';

create table people.identifier (
  id        uuid primary key default gen_random_uuid(),
  person_id uuid not null references people.person (id),
  kind      text not null check (kind in ('NHS number', 'police national computer', 'local authority', 'school', 'other')),
  value     text not null check (value <> '' and length(value) <= 60),
  source    text not null check (source <> '' and length(source) <= 200)
);
create index identifier_person on people.identifier (person_id);
create index identifier_value on people.identifier (value);
comment on table people.identifier is 'Numbers under which others know a person. Not unique: a key would tell that somebody else has it.';

create table people.address (
  id        uuid primary key default gen_random_uuid(),
  person_id uuid not null references people.person (id),
  lines     text not null check (lines <> '' and length(lines) <= 300),
  postcode  text check (postcode ~ '^[A-Z0-9]{5,7}$'),
  from_on   date,
  until_on  date check (until_on >= from_on),
  source    text not null check (source <> '' and length(source) <= 200)
);
create index address_person on people.address (person_id);
create index address_postcode on people.address (postcode);
comment on table people.address is 'Where a person lives or lived, from when until when.';
comment on column people.address.postcode is 'In capitals, without space.';

do $$
declare t text;
begin
  foreach t in array array['person', 'name', 'shown_first', 'identifier', 'address'] loop
    execute format('alter table people.%I enable row level security', t);
    execute format('alter table people.%I force row level security', t);
    execute format('create policy functions_of_the_owner on people.%I to turnstone_owner using (true) with check (true)', t);
  end loop;
  -- The words after a person follow the person: a scalar sub-select, which the planner cannot turn
  -- into a list of every visible person.
  foreach t in array array['name', 'shown_first', 'identifier', 'address'] loop
    execute format('create policy follows_the_person on people.%I for select to turnstone_app using ((select true from people.person p where p.id = person_id))', t);
  end loop;
  foreach t in array array['name', 'identifier', 'address'] loop
    execute format('create policy maker_adds on people.%I for insert to turnstone_app with check ((select true from people.person p where p.id = person_id and p.created_in = pg_current_xact_id_if_assigned()))', t);
  end loop;
end $$;
create policy maker_sees_in_the_transaction on people.person for select to turnstone_app
  using (created_by = (select access.user_id()) and created_in = (select pg_current_xact_id_if_assigned()));
create policy blocked_sees_nothing on people.person as restrictive to turnstone_app
  using (not deny && (select access.self()))
  with check (true);
create policy who_works_adds on people.person for insert to turnstone_app
  with check (cardinality((select access.writers())) > 0 and area_id = (select access.area_id())
    and created_by = (select access.user_id()) and deny = '{}');

-- What other modules read: the name that is shown first, and every name by which somebody is found. No
-- address in it: row security would look at each one although nobody asked.
create view people.known_as with (security_invoker = true) as
  select p.id as person_id, n.given, n.family, p.birth_on, p.birth_precision, p.sex
  from people.person p join people.name n on n.person_id = p.id and n.position = 1;
comment on view people.known_as is 'Each person with the name that is shown first.';
create view people.found_by with (security_invoker = true) as
  select person_id, given_key, family_key from people.name;
comment on view people.found_by is 'By which names somebody is found: search with = and ranges only.';

grant select on people.known_as, people.found_by to turnstone_app;
grant select on people.person, people.name, people.shown_first, people.identifier, people.address to turnstone_app;
grant insert (person_id, name_id, why) on people.shown_first to turnstone_app;
grant insert (id, birth_on, birth_precision, birth_source, sex) on people.person to turnstone_app;
grant insert, update (kind, given, family, given_key, family_key, from_on, until_on, source, position) on people.name to turnstone_app;
grant insert, update (kind, value, source) on people.identifier to turnstone_app;
grant insert, update (lines, postcode, from_on, until_on, source) on people.address to turnstone_app;
grant update (birth_on, birth_precision, birth_source, sex, version) on people.person to turnstone_app;
