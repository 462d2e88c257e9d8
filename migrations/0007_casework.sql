-- Cases, the people on them, and who may reach which. The access list and the deny list stand on the
-- row of the case (decision 0002); they are written by the triggers below from the rows that are the
-- source of truth: team, sensitivity, named people, shares, broken glass and blocks.

create schema casework;
comment on schema casework is 'Cases and the people on them';
grant usage on schema casework to turnstone_app;

create table casework.case (
  id          uuid primary key default gen_random_uuid(),
  reference   text not null unique check (reference ~ '^TS-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  area_id     uuid not null default access.area_id() references access.force_area (id),
  team_id     uuid not null references access.team (id),
  owner_id    uuid references access.user_account (id),
  type        text not null check (type in ('child sexual exploitation', 'child criminal exploitation',
    'missing child', 'abuse in the family', 'online abuse', 'abuse in an institution', 'safeguarding concern')),
  summary     text not null check (summary <> '' and length(summary) <= 200),
  sensitivity text not null default 'ordinary' check (sensitivity in ('ordinary', 'restricted', 'sealed')),
  opened_on   date not null,
  closed_on   date check (closed_on >= opened_on),
  acl         integer[] not null default '{}',
  deny        integer[] not null default '{}',
  version     integer not null default 1,
  created_by  uuid default access.user_id() references access.user_account (id),
  created_at  timestamptz not null default now()
);
create index case_area on casework.case (area_id);
create index case_team on casework.case (team_id);
create index case_owner on casework.case (owner_id);
create index case_created_by on casework.case (created_by);
create index case_open_newest on casework.case (opened_on desc, reference desc) where closed_on is null;
create index case_newest on casework.case (opened_on desc, reference desc);
create index case_open_type on casework.case (type, opened_on desc, reference desc) where closed_on is null;
create index case_type on casework.case (type, opened_on desc, reference desc);
create index case_sensitive on casework.case (sensitivity, opened_on desc, reference desc) where sensitivity <> 'ordinary';
comment on table casework.case is 'One investigation or safeguarding matter.';
comment on column casework.case.reference is 'What people read and say: made by chance, with a check character.';
comment on column casework.case.sensitivity is 'Ordinary: the team. Restricted: named people only. Sealed: named people only, and nobody else learns that it exists.';
comment on column casework.case.acl is 'Principals that may read, 32 at most in ordinary use.';
comment on column casework.case.deny is 'Principals with a conflict of interest; beats everything.';
comment on column casework.case.version is 'Grows with each change, so that nobody overwrites what somebody else has just written.';

create table casework.case_person (
  id         uuid primary key default gen_random_uuid(),
  case_id    uuid not null references casework.case (id),
  person_id  uuid not null references people.person (id),
  role       text not null check (role in ('child at risk', 'suspect', 'witness', 'parent or carer', 'associate', 'professional')),
  source     text not null check (source <> '' and length(source) <= 200),
  from_on    date not null,
  until_on   date check (until_on >= from_on),
  added_by   uuid default access.user_id() references access.user_account (id),
  added_at   timestamptz not null default now(),
  unique (case_id, person_id, role)
);
create index case_person_person on casework.case_person (person_id);
create index case_person_added_by on casework.case_person (added_by);
comment on table casework.case_person is 'Who is on a case as what. Somebody may have two roles; they are two rows.';

create table casework.named_person (
  case_id    uuid not null references casework.case (id),
  user_id    uuid not null references access.user_account (id),
  named_by   uuid not null default access.user_id() references access.user_account (id),
  named_at   timestamptz not null default now(),
  ended_at   timestamptz,
  primary key (case_id, user_id, named_at)
);
create index named_person_user on casework.named_person (user_id);
create index named_person_named_by on casework.named_person (named_by);
comment on table casework.named_person is 'Colleagues who reach a case by name, whatever its sensitivity.';

create table casework.share (
  id          uuid primary key default gen_random_uuid(),
  case_id     uuid not null references casework.case (id),
  lease_id    uuid not null unique references access.lease (id),
  legal_basis text not null check (legal_basis in ('Children Act 1989 section 47', 'Children Act 1989 section 17',
    'Children Act 2004 section 10', 'Crime and Disorder Act 1998 section 115', 'consent')),
  why         text not null check (length(why) between 10 and 500),
  shared_by   uuid not null default access.user_id() references access.user_account (id),
  shared_at   timestamptz not null default now()
);
create index share_case on casework.share (case_id);
create index share_shared_by on casework.share (shared_by);
comment on table casework.share is 'A case that an agency or one person may read until a day. Ends by itself.';

create table casework.block (
  id         uuid primary key default gen_random_uuid(),
  case_id    uuid references casework.case (id),
  person_id  uuid references people.person (id),
  user_id    uuid not null references access.user_account (id),
  why        text not null check (length(why) between 10 and 500),
  blocked_by uuid not null default access.user_id() references access.user_account (id),
  blocked_at timestamptz not null default now(),
  ended_at   timestamptz,
  check ((case_id is null) <> (person_id is null))
);
create index block_case on casework.block (case_id);
create index block_person on casework.block (person_id);
create index block_user on casework.block (user_id);
create index block_blocked_by on casework.block (blocked_by);
comment on table casework.block is 'A conflict of interest: this colleague sees neither this case, or no case of this person.';

create table casework.glass (
  id          uuid primary key default gen_random_uuid(),
  case_id     uuid not null references casework.case (id),
  lease_id    uuid not null unique references access.lease (id),
  user_id     uuid not null default access.user_id() references access.user_account (id),
  category    text not null check (category in ('a child in danger now', 'a suspect being dealt with now', 'a request from another force or agency', 'out-of-hours cover')),
  reason      text not null check (length(reason) between 20 and 500),
  broken_at   timestamptz not null default now(),
  review_by   date not null,
  reviewed_by uuid references access.user_account (id),
  reviewed_at timestamptz,
  finding     text check (finding in ('justified', 'not justified')),
  review      text check (length(review) between 10 and 1000),
  check (num_nonnulls(reviewed_by, reviewed_at, finding, review) in (0, 4)),
  check (reviewed_by <> user_id)
);
create index glass_case on casework.glass (case_id);
create index glass_user on casework.glass (user_id, broken_at);
create index glass_reviewed_by on casework.glass (reviewed_by);
create index glass_unreviewed on casework.glass (review_by) where reviewed_at is null;
comment on table casework.glass is 'Access that somebody took in need, by breaking the glass; somebody else reviews it.';

insert into platform.setting (name, value, least, most, unit, what) values
  ('glass-unjustified-limit', 3, 1, 10, 'findings', 'How many broken glasses found not justified, within 12 months, keep somebody from breaking more');

create table casework.glass_lift (
  id        uuid primary key default gen_random_uuid(),
  user_id   uuid not null references access.user_account (id),
  why       text not null check (length(why) between 10 and 500),
  lifted_by uuid not null default access.user_id() references access.user_account (id),
  lifted_at timestamptz not null default now(),
  check (lifted_by <> user_id)
);
create index glass_lift_user on casework.glass_lift (user_id, lifted_at);
create index glass_lift_lifted_by on casework.glass_lift (lifted_by);
comment on table casework.glass_lift is 'Somebody whom findings kept from breaking the glass may do so again: what was found before counts no more.';

create table casework.notice (
  id       uuid primary key default gen_random_uuid(),
  user_id  uuid not null references access.user_account (id),
  kind     text not null check (kind in ('glass-broken', 'glass-overdue', 'glass-reviewed', 'seal-asked', 'seal-decided')),
  case_id  uuid not null references casework.case (id),
  glass_id uuid references casework.glass (id),
  told_at  timestamptz not null default now(),
  seen_at  timestamptz
);
create index notice_user on casework.notice (user_id, told_at desc);
create index notice_unseen on casework.notice (user_id) where seen_at is null;
create index notice_case on casework.notice (case_id);
create index notice_glass on casework.notice (glass_id);
create unique index notice_overdue_once on casework.notice (glass_id, user_id) where kind = 'glass-overdue';
comment on table casework.notice is 'Something that somebody must be told at once. Says what kind of thing, never a name.';

create table casework.seal_request (
  id         uuid primary key default gen_random_uuid(),
  case_id    uuid not null references casework.case (id),
  wanted     text not null check (wanted in ('sealed', 'restricted', 'ordinary')),
  why        text not null check (length(why) between 10 and 500),
  asked_by   uuid not null default access.user_id() references access.user_account (id),
  asked_at   timestamptz not null default now(),
  decided_by uuid references access.user_account (id),
  decided_at timestamptz,
  agreed     boolean,
  check (num_nonnulls(decided_by, decided_at, agreed) in (0, 3)),
  check (decided_by <> asked_by)
);
create index seal_request_case on casework.seal_request (case_id);
create index seal_request_asked_by on casework.seal_request (asked_by);
create index seal_request_decided_by on casework.seal_request (decided_by);
create unique index seal_request_open on casework.seal_request (case_id) where decided_at is null;
comment on table casework.seal_request is 'Sealing and unsealing need a second person.';

-- The lists on the row ---------------------------------------------------------------------------------

create function casework.acl_of(case_id uuid, area_id uuid, team_id uuid, sensitivity text) returns integer[]
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    with reaching (principal) as (
      select t.principal from access.team t
        where t.id = acl_of.team_id and acl_of.sensitivity = 'ordinary'
      union select a.force_wide from access.force_area a
        where a.id = acl_of.area_id and acl_of.sensitivity = 'ordinary'
      union select u.principal from casework.named_person n join access.user_account u on u.id = n.user_id
        where n.case_id = acl_of.case_id and n.ended_at is null
      union select l.principal from casework.share s join access.lease l on l.id = s.lease_id
        where s.case_id = acl_of.case_id and l.ended_at is null and l.until_at > now()
          and (acl_of.sensitivity = 'ordinary' or (acl_of.sensitivity = 'restricted' and l.holder_user is not null))
      union select l.principal from casework.glass g join access.lease l on l.id = g.lease_id
        where g.case_id = acl_of.case_id and l.ended_at is null and l.until_at > now()
          and acl_of.sensitivity <> 'sealed'
    )
    select array(select principal from reaching order by principal);
  end;
comment on function casework.acl_of is 'Who reaches a case, worked out from what is recorded';

create function casework.deny_of(case_id uuid) returns integer[]
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select array(
      select distinct u.principal from casework.block b join access.user_account u on u.id = b.user_id
      where b.ended_at is null and (b.case_id = deny_of.case_id or b.person_id in (
        select cp.person_id from casework.case_person cp where cp.case_id = deny_of.case_id))
      order by u.principal);
  end;
comment on function casework.deny_of is 'Who is blocked from a case, itself or through somebody on it';

create function casework.case_lists() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  new.acl := casework.acl_of(new.id, new.area_id, new.team_id, new.sensitivity);
  if tg_op = 'INSERT' then new.deny := '{}'; end if;
  return new;
end $$;
comment on function casework.case_lists() is 'Trigger: keeps the access list when team or sensitivity change';
create trigger lists before insert or update of team_id, sensitivity on casework.case
  for each row execute function casework.case_lists();

-- Locks first and looks then, each in a statement of its own: a statement that waited for somebody else's
-- change would go on with what it saw before, and a block that was just recorded would be lost.
create function casework.refresh_lists(which uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from casework.case c where c.id = which for no key update;
  update casework.case c set acl = casework.acl_of(c.id, c.area_id, c.team_id, c.sensitivity), deny = casework.deny_of(c.id)
  where c.id = which;
end $$;
comment on function casework.refresh_lists is 'Works both lists of a case out anew';

create function casework.reach_changed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform casework.refresh_lists(new.case_id);
  return null;
end $$;
comment on function casework.reach_changed() is 'Trigger: somebody was named, shared with, or broke the glass';
create trigger reach_changed after insert or update on casework.named_person
  for each row execute function casework.reach_changed();
create trigger reach_changed after insert on casework.share
  for each row execute function casework.reach_changed();
create trigger reach_changed after insert on casework.glass
  for each row execute function casework.reach_changed();

-- Somebody who is blocked from a person is blocked from each case that this person is on.
create function casework.person_added() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  -- Whoever is blocking this person at the same moment changes the person's row: one waits for the other.
  perform from people.person p where p.id = new.person_id for share;
  if exists (select from casework.block b where b.person_id = new.person_id and b.ended_at is null) then
    perform casework.refresh_lists(new.case_id);
  end if;
  return null;
end $$;
comment on function casework.person_added() is 'Trigger: blocks of a person reach the case that the person is added to';
create trigger person_added after insert on casework.case_person
  for each row execute function casework.person_added();

create function casework.block_changed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if new.case_id is not null then
    perform casework.refresh_lists(new.case_id);
  else
    update people.person p set deny = array(
      select distinct u.principal from casework.block b join access.user_account u on u.id = b.user_id
      where b.person_id = p.id and b.ended_at is null order by u.principal)
    where p.id = new.person_id;
    perform casework.refresh_lists(cp.case_id) from casework.case_person cp where cp.person_id = new.person_id;
  end if;
  return null;
end $$;
comment on function casework.block_changed() is 'Trigger: keeps deny lists when somebody is blocked or no longer';
create trigger block_changed after insert or update on casework.block
  for each row execute function casework.block_changed();

-- The people of one case, by the case's own list. Through the policies each name would ask person, which
-- asks case_person, which asks the case, for every row again; this looks at the case once.
create function casework.people_on(which uuid) returns table (
    id uuid, person_id uuid, role text, given text, family text, birth_on date, birth_precision text, sex text,
    from_on date, until_on date, source text, child_elsewhere boolean)
  language plpgsql stable security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan
as $$
declare
  readers integer[] := access.readers();
  self integer[] := access.self();
begin
  if not exists (select from casework.case c where c.id = which and c.acl && readers and not c.deny && self) then return; end if;
  return query
    select cp.id, cp.person_id, cp.role, n.given, n.family, p.birth_on, p.birth_precision, p.sex, cp.from_on, cp.until_on, cp.source,
      exists (select from casework.case_person o join casework.case c on c.id = o.case_id
        where o.person_id = cp.person_id and o.role = 'child at risk' and c.acl && readers and not c.deny && self)
    from casework.case_person cp
    join people.person p on p.id = cp.person_id and not p.deny && self
    join people.name n on n.person_id = p.id and n.position = 1
    where cp.case_id = which;
end $$;
comment on function casework.people_on is 'Who is on a case that whoever acts may read; nobody on any other';

-- Who reaches a case and who is kept from it, looking at the case once, like people_on: through the policies
-- of six tables the plan alone would cost more than the rows. Blocks and a request to seal are for those who may change the case;
-- of the shares the 40 that end last, of broken glass the newest 10, and when that ends only its holder sees.
create function casework.reach_on(which uuid) returns table (
    kind text, id uuid, holder_id uuid, agency_id uuid, person_id uuid, since timestamptz, until_at timestamptz, ended_at timestamptz,
    about text, who text, agency text, by_whom text)
  language plpgsql stable security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan
as $$
declare
  readers integer[] := access.readers();
  self integer[] := access.self();
  changeable boolean;
begin
  select c.acl && access.writers() into changeable from casework.case c where c.id = which and c.acl && readers and not c.deny && self;
  if not found then return; end if;
  return query
    select r.kind, r.id, r.holder_id, r.agency_id, r.person_id, r.since, r.until_at, r.ended_at, r.about,
      coalesce(u.given_name || ' ' || u.family_name, ''), coalesce(a.name, ''), coalesce(b.given_name || ' ' || b.family_name, '')
    from (
      select 'named' as kind, n.user_id as id, n.user_id as holder_id, n.named_by as by_id, null::uuid as agency_id, null::uuid as person_id,
        n.named_at as since, null::timestamptz as until_at, null::timestamptz as ended_at, null::text as about
      from casework.named_person n where n.case_id = which and n.ended_at is null
      union all (
        -- A share that ended by itself says so with the moment at which it did.
        select 'share', s.id, l.holder_user, s.shared_by, l.holder_agency, null, s.shared_at, l.until_at,
          coalesce(l.ended_at, case when l.until_at <= clock_timestamp() then l.until_at end), s.legal_basis
        from casework.share s join access.lease l on l.id = s.lease_id
        where s.case_id = which order by coalesce(l.ended_at, l.until_at) desc limit 40)
      union all (
        select 'glass', g.id, g.user_id, g.user_id, null, null, g.broken_at, l.until_at, null, g.category
        from casework.glass g
        left join access.lease l on l.id = g.lease_id and l.ended_at is null and l.until_at > clock_timestamp() and l.principal = any (readers)
        where g.case_id = which order by g.broken_at desc limit 10)
      union all
      select 'block', k.id, k.user_id, k.blocked_by, null, k.person_id, k.blocked_at, null, null, null
      from casework.block k where changeable and k.case_id = which and k.ended_at is null
      union all
      select 'block', k.id, k.user_id, k.blocked_by, null, k.person_id, k.blocked_at, null, null,
        concat_ws(' ', nullif(n.given, ''), nullif(n.family, ''))
      from casework.block k
      join people.person p on p.id = k.person_id and not p.deny && self
      join people.name n on n.person_id = p.id and n.position = 1
      where changeable and k.ended_at is null
        and k.person_id = any (array(select cp.person_id from casework.case_person cp where cp.case_id = which))
      union all
      select 'seal', q.id, q.asked_by, q.asked_by, null, null, q.asked_at, null, null, q.wanted
      from casework.seal_request q where changeable and q.case_id = which and q.decided_at is null) r
    left join access.user_account u on u.id = r.holder_id
    left join access.agency a on a.id = coalesce(r.agency_id, u.agency_id)
    left join access.user_account b on b.id = r.by_id;
end $$;
comment on function casework.reach_on is 'Who reaches a case that whoever acts may read, and who is kept from it; nothing of any other';

-- Cases by the name of a person on them: which of the first of a list whoever acts may read, as ids alone;
-- the list reads them again under its policies, with the same filter and order. Planned anew at each call,
-- because how many people a range of names holds differs by thousands. The first range is of a given or a
-- family name; the lists are ranges of given names with those of the family names beside them.
create function casework.cases_named(
    low text, high text, given_low text[], given_high text[], family_low text[], family_high text[], asked jsonb) returns uuid[]
  language plpgsql stable security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_custom_plan
  set max_parallel_workers_per_gather = 0
as $$
declare
  readers integer[] := access.readers();
  self integer[] := access.self();
  state text := asked->>'state';
  kind text := asked->>'type';
  team uuid := nullif(asked->>'team', '');
  sensitive text := asked->>'sensitivity';
  owner uuid := asked->>'owner';
  sorted text := asked->>'sort';
  after_type text := asked->'after'->>'type';
  after_on date := asked->'after'->>'openedOn';
  after_reference text := asked->'after'->>'reference';
  divided uuid[] := '{}';
begin
  if cardinality(given_low) > 0 then
    divided := array(
      select cp.case_id
      from unnest(given_low, given_high, family_low, family_high) as r (given_low, given_high, family_low, family_high)
      join people.name n on n.family_key >= r.family_low and n.family_key < r.family_high
        and n.given_key >= r.given_low and n.given_key < r.given_high
      join casework.case_person cp on cp.person_id = n.person_id);
  end if;
  return array(
    select c.id from casework.case c
    where c.id = any (divided || array(
        select cp.case_id from people.name n join casework.case_person cp on cp.person_id = n.person_id
        where n.family_key >= low and n.family_key < high or n.given_key >= low and n.given_key < high))
      and c.acl && readers and not c.deny && self
      and (state = 'all' or (state = 'open') = (c.closed_on is null)) and (kind = '' or c.type = kind)
      and (team is null or c.team_id = team) and (sensitive = '' or c.sensitivity = sensitive)
      and (owner is null or c.owner_id = owner)
      and (after_on is null or case sorted
        when 'oldest' then (c.opened_on, c.reference) > (after_on, after_reference)
        when 'reference' then c.reference > after_reference
        when 'type' then c.type > after_type or c.type = after_type and (c.opened_on, c.reference) < (after_on, after_reference)
        else (c.opened_on, c.reference) < (after_on, after_reference) end)
    order by case sorted when 'type' then c.type when 'reference' then c.reference end,
      case sorted when 'oldest' then c.opened_on end, case sorted when 'oldest' then c.reference end,
      c.opened_on desc, c.reference desc
    limit (asked->>'most')::integer);
end $$;
comment on function casework.cases_named is 'The first cases of a list with somebody of such a name, of those that whoever acts may read';

-- What moves a case out of one's own sight, or lets others in, goes through these. Each looks first
-- whether whoever acts may change the case; none tells apart "absent" and "not yours".

create function casework.may_change(which uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (select from casework.case c where c.id = which
      and c.acl && access.writers() and not (c.deny && access.self()));
  end;
comment on function casework.may_change is 'Whether whoever acts may change this case';

create function casework.may_read(which uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (select from casework.case c where c.id = which
      and c.acl && access.readers() and not (c.deny && access.self()));
  end;
comment on function casework.may_read is 'Whether whoever acts may read this case';

-- Those who review see no case, so that their policies cannot ask the case itself.
create function casework.is_blocked(which uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (select from casework.case c where c.id = which and c.deny && access.self());
  end;
comment on function casework.is_blocked is 'Whether whoever acts is blocked from this case';

-- A policy of case_person cannot ask person, whose own policy asks case_person: that would go in a circle.
create function casework.may_know(which uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (select from people.person p where p.id = which and not (p.deny && access.self()) and (
      (p.created_by = access.user_id() and p.created_in = pg_current_xact_id_if_assigned())
      or exists (select from casework.case_person cp join casework.case c on c.id = cp.case_id
        where cp.person_id = p.id and c.acl && access.readers() and not (c.deny && access.self()))));
  end;
comment on function casework.may_know is 'Whether whoever acts may see this person';

-- Why: what let whoever acts reach a case, the narrowest first.
create function casework.allowed_by(acl integer[]) returns text
  language plpgsql stable security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan
as $$
declare
  held integer[] := access.readers();
begin
  held := array(select p from unnest(acl) p where p = any (held));
  return case
    when exists (select from access.team t where t.principal = any (held)) then 'team'
    when held && access.self() then 'named'
    when exists (select from access.lease l where l.principal = any (held) and l.kind = 'share') then 'share'
    when exists (select from access.force_area a where a.force_wide = any (held)) then 'force-wide'
    when exists (select from access.lease l where l.principal = any (held) and l.kind = 'break-glass') then 'break-glass'
  end;
end $$;
comment on function casework.allowed_by is 'What let whoever acts reach a case';

create function casework.assign_team(which uuid, to_team uuid, expected integer) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not casework.may_change(which) or not 'supervisor' = any (access.roles()) then return 'absent'; end if;
  if not exists (select from access.team t join access.agency a on a.id = t.agency_id
    where t.id = to_team and a.area_id = access.area_id()) then return 'no such team'; end if;
  update casework.case set team_id = to_team, owner_id = null, version = version + 1
    where id = which and version = expected;
  return case when found then 'done' else 'changed meanwhile' end;
end $$;
comment on function casework.assign_team is 'Gives a case to another team; a supervisor of the case alone';

-- Restricting names whoever restricts; nobody may shut himself out by mistake.
create function casework.set_sensitivity(which uuid, wanted text, expected integer) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  now_is text := (select c.sensitivity from casework.case c where c.id = which);
begin
  if not casework.may_change(which) or not 'supervisor' = any (access.roles()) then return 'absent'; end if;
  if 'sealed' in (wanted, now_is) then return 'needs a second person'; end if;
  update casework.case set sensitivity = wanted, version = version + 1 where id = which and version = expected;
  if not found then return 'changed meanwhile'; end if;
  insert into casework.named_person (case_id, user_id)
    select which, access.user_id() where wanted = 'restricted' and not exists (
      select from casework.named_person n where n.case_id = which and n.user_id = access.user_id() and n.ended_at is null);
  return 'done';
end $$;
comment on function casework.set_sensitivity is 'Restricts a case or opens it to its team again; sealing needs a second person';

create function casework.ask_seal(which uuid, wanted text, why text) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare asked uuid;
begin
  if not casework.may_change(which) or not 'supervisor' = any (access.roles()) then return null; end if;
  insert into casework.seal_request (case_id, wanted, why) values (which, wanted, why)
    on conflict (case_id) where decided_at is null do nothing returning id into asked;
  -- Told at once: the others who could decide.
  insert into casework.notice (user_id, kind, case_id)
    select distinct u.id, 'seal-asked', c.id
    from casework.case c join access.posting p on p.role = 'supervisor' join access.user_account u on u.id = p.user_id
    where c.id = which and asked is not null and u.id <> access.user_id() and u.disabled_at is null
      and p.from_at <= now() and (p.until_at is null or p.until_at > now()) and not c.deny && array[u.principal]
      and ((c.sensitivity = 'ordinary' and p.team_id = c.team_id and not p.force_wide) or exists (
        select from casework.named_person n where n.case_id = c.id and n.user_id = u.id and n.ended_at is null));
  return asked;
end $$;
comment on function casework.ask_seal is 'Asks a second person to agree that a case is sealed, or no longer';

create function casework.decide_seal(request uuid, agree boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare asked casework.seal_request;
begin
  select * into asked from casework.seal_request r where r.id = request and r.decided_at is null for update;
  if not found or not casework.may_change(asked.case_id) or not 'supervisor' = any (access.roles()) then return 'absent'; end if;
  if asked.asked_by = access.user_id() then return 'own request'; end if;
  update casework.seal_request set decided_by = access.user_id(), decided_at = now(), agreed = agree where id = request;
  insert into casework.notice (user_id, kind, case_id) values (asked.asked_by, 'seal-decided', asked.case_id);
  if agree then
    insert into casework.named_person (case_id, user_id, named_by)
      select asked.case_id, who, access.user_id() from unnest(array[asked.asked_by, access.user_id()]) who
      where not exists (select from casework.named_person n where n.case_id = asked.case_id and n.user_id = who and n.ended_at is null);
    update casework.case set sensitivity = asked.wanted, version = version + 1 where id = asked.case_id;
    -- Sealed: whoever had broken the glass, or was shared with, is out.
    if asked.wanted = 'sealed' then
      update access.lease l set ended_at = clock_timestamp() where l.ended_at is null and l.id in (
        select s.lease_id from casework.share s where s.case_id = asked.case_id
        union select g.lease_id from casework.glass g where g.case_id = asked.case_id);
    end if;
  end if;
  return 'done';
end $$;
comment on function casework.decide_seal is 'The second person agrees, or does not';

create function casework.share_case(which uuid, to_user uuid, to_agency uuid, until_at timestamptz, legal_basis text, why text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare made uuid; kind text;
begin
  if not casework.may_change(which) then return 'absent'; end if;
  -- Locked first: whoever seals it at the same moment ends each share that was made before.
  select c.sensitivity into kind from casework.case c where c.id = which for no key update;
  if kind = 'sealed' then return 'sealed'; end if;
  if kind = 'restricted' and to_user is null then return 'named people only'; end if;
  if not exists (select from access.agency a where a.area_id = access.area_id() and a.stopped_at is null and a.id = coalesce(
      to_agency, (select u.agency_id from access.user_account u where u.id = to_user))) then return 'no such recipient'; end if;
  if until_at > now() + make_interval(days => (select value from platform.setting where name = 'share-longest')) then return 'too long'; end if;
  insert into access.lease (kind, holder_user, holder_agency, until_at) values ('share', to_user, to_agency, until_at) returning id into made;
  insert into casework.share (case_id, lease_id, legal_basis, why) values (which, made, legal_basis, why);
  return 'done';
end $$;
comment on function casework.share_case is 'Lets an agency or one person read a case until a moment';

create function casework.end_share(which uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare given casework.share;
begin
  select * into given from casework.share s where s.id = which;
  if not found or not casework.may_change(given.case_id) then return 'absent'; end if;
  update access.lease l set ended_at = clock_timestamp() where l.id = given.lease_id and l.ended_at is null;
  perform casework.refresh_lists(given.case_id);
  return 'done';
end $$;
comment on function casework.end_share is 'Ends a share at once';

-- What counts against somebody: found within 12 months, and since it was last lifted.
create function casework.unjustified(who uuid) returns integer
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select count(*)::integer from casework.glass g
    where g.user_id = who and g.finding = 'not justified' and g.reviewed_at > now() - interval '12 months'
      and g.reviewed_at > coalesce((select max(l.lifted_at) from casework.glass_lift l where l.user_id = who), '-infinity');
  end;
comment on function casework.unjustified is 'How many broken glasses found not justified count against somebody';

create function casework.kept_from_glass(who uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select casework.unjustified(who) >= (select s.value from platform.setting s where s.name = 'glass-unjustified-limit');
  end;
comment on function casework.kept_from_glass is 'Whether findings keep somebody from breaking the glass';

create function casework.am_kept_from_glass() returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select access.user_id() is not null and casework.kept_from_glass(access.user_id());
  end;
comment on function casework.am_kept_from_glass is 'Whether findings keep whoever acts from breaking the glass';

-- One answer for what is absent, sealed and blocked. The audit entry and the limit on tries are the program's.
create function casework.break_glass(which text, category text, reason text, review_by date) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare found_case casework.case; made uuid; broken uuid;
begin
  if not access.roles() && array['investigator', 'supervisor', 'practitioner'] or casework.am_kept_from_glass() then return null; end if;
  select * into found_case from casework.case c
    where c.reference = which and c.area_id = access.area_id() and c.sensitivity <> 'sealed' and not (c.deny && access.self())
    for no key update;
  if not found then return null; end if;
  insert into access.lease (kind, holder_user, until_at) values ('break-glass', access.user_id(),
    now() + make_interval(mins => (select value from platform.setting where name = 'break-glass'))) returning id into made;
  insert into casework.glass (case_id, lease_id, category, reason, review_by)
    values (found_case.id, made, category, reason, review_by) returning id into broken;
  insert into casework.notice (user_id, kind, case_id, glass_id)
    select told.user_id, 'glass-broken', found_case.id, broken from (
      select found_case.owner_id as user_id where found_case.owner_id is not null
      union
      select p.user_id from access.posting p join access.team t on t.id = p.team_id join access.agency a on a.id = t.agency_id
      where p.from_at <= now() and (p.until_at is null or p.until_at > now()) and (
        (p.role = 'supervisor' and p.team_id = found_case.team_id and found_case.sensitivity = 'ordinary')
        or (p.role = 'standards-auditor' and a.area_id = found_case.area_id and not access.in_line(p.user_id, access.user_id())))
      union
      select n.user_id from casework.named_person n where n.case_id = found_case.id and n.ended_at is null and found_case.sensitivity = 'restricted'
    ) told join access.user_account u on u.id = told.user_id
    where told.user_id <> access.user_id() and not (array[u.principal] && found_case.deny);
  return broken;
end $$;
comment on function casework.break_glass is 'Takes access to a case in need; tells the owner and those who review at once';

-- Two tries of one person at once go one after the other, so that no crowd of them gets past the limit.
create function casework.glass_tries_left() returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  perform from access.user_account u where u.id = access.user_id() for no key update;
  return (select s.value from platform.setting s where s.name = 'break-glass-tries') - (
    select count(*) from audit.entry e
    where e.user_id = access.user_id() and e.verb = 'glass.break' and e.at > now() - interval '1 hour');
end $$;
comment on function casework.glass_tries_left is 'How many times whoever acts may still try to break glass this hour, by the audit log';

create function casework.review_glass(which uuid, found_that text, review text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare broken casework.glass;
begin
  select * into broken from casework.glass g where g.id = which for update;
  if not found or not 'standards-auditor' = any (access.roles())
    or not exists (select from casework.case c where c.id = broken.case_id and c.area_id = access.area_id()
      and not (c.deny && access.self())) then return 'absent'; end if;
  if access.in_line(broken.user_id, access.user_id()) then return 'own line'; end if;
  if broken.reviewed_at is not null then return 'reviewed already'; end if;
  update casework.glass set reviewed_by = access.user_id(), reviewed_at = now(), finding = found_that, review = review_glass.review where id = which;
  insert into casework.notice (user_id, kind, case_id, glass_id) values (broken.user_id, 'glass-reviewed', broken.case_id, which);
  return 'done';
end $$;
comment on function casework.review_glass is 'Somebody else, outside the line, says whether breaking the glass was justified';

create function casework.kept_from_glass_here() returns table (user_id uuid, found integer, latest timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select g.user_id, casework.unjustified(g.user_id), max(g.reviewed_at)
    from casework.glass g join access.user_account u on u.id = g.user_id join access.agency a on a.id = u.agency_id
    where 'standards-auditor' = any (access.roles()) and a.area_id = access.area_id()
      and g.finding = 'not justified' and g.reviewed_at > now() - interval '12 months'
    group by g.user_id having casework.kept_from_glass(g.user_id);
  end;
comment on function casework.kept_from_glass_here is 'Whom findings keep from breaking the glass, to a standards auditor of the area';

-- Of two who lift it at once, one waits and then finds it lifted.
create function casework.lift_glass(who uuid, why text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not 'standards-auditor' = any (access.roles()) or not exists (
    select from access.user_account u join access.agency a on a.id = u.agency_id
    where u.id = who and a.area_id = access.area_id()) then return 'absent'; end if;
  if access.in_line(who, access.user_id()) then return 'own line'; end if;
  perform from access.user_account u where u.id = who for no key update;
  if not casework.kept_from_glass(who) then return 'not kept'; end if;
  insert into casework.glass_lift (user_id, why) values (who, lift_glass.why);
  return 'done';
end $$;
comment on function casework.lift_glass is 'Lets somebody break the glass again, when a standards auditor outside the line acts';

-- Says once to each standards auditor of the area that a glass waits too long: also to those in the line,
-- who may not review it and can still see that somebody does. Nobody acts, so that a registered program must say
-- that it is the program: `message` is overdue|<epoch seconds>. Programs on one database take turns.
create function casework.tell_overdue(key_id text, message text, tag bytea) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  said text[] := string_to_array(message, '|');
  made integer;
begin
  if said[1] is distinct from 'overdue' or array_length(said, 1) is distinct from 2
    or not access.program_says(key_id, message, tag)
    or abs(extract(epoch from clock_timestamp()) - said[2]::numeric) > 60 then
    raise exception using errcode = '42501', message = 'not said by a program that is known here';
  end if;
  if not pg_try_advisory_xact_lock(hashtext('turnstone overdue glass')) then return 0; end if;
  with due as (
    select g.id, g.case_id, g.user_id, c.area_id, c.deny
    from casework.glass g join casework.case c on c.id = g.case_id
    where g.reviewed_at is null and g.review_by < (clock_timestamp() at time zone 'Europe/London')::date
  ), told as (
    insert into casework.notice (user_id, kind, case_id, glass_id)
      select distinct u.id, 'glass-overdue', d.case_id, d.id
      from due d
      join access.agency a on a.area_id = d.area_id and a.stopped_at is null
      join access.team t on t.agency_id = a.id
      join access.posting p on p.team_id = t.id and p.role = 'standards-auditor'
        and p.from_at <= now() and (p.until_at is null or p.until_at > now())
      join access.user_account u on u.id = p.user_id and u.disabled_at is null
      where u.id <> d.user_id and not (array[u.principal] && d.deny)
      on conflict (glass_id, user_id) where kind = 'glass-overdue' do nothing
      returning glass_id, user_id
  ), logged as (
    insert into audit.entry (area_id, class, verb, outcome, case_id, subjects)
      select d.area_id, 'alteration', 'glass.escalate', 'done', d.case_id, (array_agg(o.user_id order by o.user_id))[:50]
      from told o join due d on d.id = o.glass_id
      group by d.id, d.area_id, d.case_id
  )
  select count(*) into made from told;
  return made;
end $$;
comment on function casework.tell_overdue is 'Tells of broken glass that nobody has reviewed in time; how many notices that made';

-- Policies ---------------------------------------------------------------------------------------------

do $$
declare t text; f text;
begin
  foreach t in array array['case', 'case_person', 'named_person', 'share', 'block', 'glass', 'glass_lift', 'notice', 'seal_request'] loop
    execute format('alter table casework.%I enable row level security', t);
    execute format('alter table casework.%I force row level security', t);
    execute format('create policy functions_of_the_owner on casework.%I to turnstone_owner using (true) with check (true)', t);
  end loop;
  for f in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'casework'::regnamespace loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;

create policy reached_reads on casework.case for select to turnstone_app
  using (acl && (select access.readers()));
create policy worker_creates on casework.case for insert to turnstone_app
  with check (acl && (select access.writers()) and area_id = (select access.area_id()) and sensitivity = 'ordinary'
    and (owner_id is null or (select true from access.user_account u where u.id = owner_id)));
create policy worker_changes on casework.case for update to turnstone_app
  using (acl && (select access.writers()))
  with check (acl && (select access.writers())
    and (owner_id is null or (select true from access.user_account u where u.id = owner_id)));
create policy blocked_sees_nothing on casework.case as restrictive to turnstone_app
  using (not deny && (select access.self()));

create policy follows_the_case on casework.case_person for select to turnstone_app
  using ((select true from casework.case c where c.id = case_id));
create policy worker_adds on casework.case_person for insert to turnstone_app
  with check ((select casework.may_change(case_id)) and (select casework.may_know(person_id)));
create policy worker_changes on casework.case_person for update to turnstone_app
  using ((select casework.may_change(case_id))) with check ((select casework.may_change(case_id)));

create policy follows_the_case on casework.named_person for select to turnstone_app
  using ((select true from casework.case c where c.id = case_id));
create policy worker_names on casework.named_person for insert to turnstone_app
  with check ((select casework.may_change(case_id)) and (select true from access.user_account u where u.id = user_id)
    and 'supervisor' = any ((select access.roles())::text[]));
create policy worker_ends on casework.named_person for update to turnstone_app
  using ((select casework.may_change(case_id)) and 'supervisor' = any ((select access.roles())::text[]));

create policy follows_the_case on casework.share for select to turnstone_app
  using ((select true from casework.case c where c.id = case_id));
-- A lease that nobody here holds is still visible to those who gave it.
create policy given_on_a_case on access.lease for select to turnstone_app
  using ((select true from casework.share s where s.lease_id = lease.id));

create policy worker_sees_blocks on casework.block for select to turnstone_app
  using ((select casework.may_change(case_id)) or (select true from people.person p where p.id = person_id) and cardinality((select access.writers())) > 0);
create policy supervisor_blocks on casework.block for insert to turnstone_app
  with check ('supervisor' = any ((select access.roles())::text[]) and (select true from access.user_account u where u.id = user_id)
    and ((select casework.may_change(case_id)) or (select true from people.person p where p.id = person_id)));
create policy supervisor_unblocks on casework.block for update to turnstone_app
  using ('supervisor' = any ((select access.roles())::text[])
    and ((select casework.may_change(case_id)) or (select true from people.person p where p.id = person_id)));

create policy own_reads on casework.glass for select to turnstone_app
  using (user_id = (select access.user_id()));
create policy follows_the_case on casework.glass for select to turnstone_app
  using ((select true from casework.case c where c.id = case_id));
create policy standards_auditor_reads on casework.glass for select to turnstone_app
  using ('standards-auditor' = any ((select access.roles())::text[])
    and (select true from access.user_account u where u.id = user_id)
    and not (select casework.is_blocked(case_id)));

create policy standards_auditor_reads on casework.glass_lift for select to turnstone_app
  using ('standards-auditor' = any ((select access.roles())::text[])
    and (select true from access.user_account u where u.id = user_id));

create policy own_reads on casework.notice for select to turnstone_app
  using (user_id = (select access.user_id()));
create policy own_marks on casework.notice for update to turnstone_app
  using (user_id = (select access.user_id()));

create policy worker_reads on casework.seal_request for select to turnstone_app
  using ((select casework.may_change(case_id)));

-- A person is visible through a visible case, and changeable through one that may be changed.
create policy seen_through_a_case on people.person for select to turnstone_app
  using ((select true from casework.case_person cp where cp.person_id = person.id limit 1));
create policy changed_through_a_case on people.person for update to turnstone_app
  using ((select true from casework.case_person cp where cp.person_id = person.id and casework.may_change(cp.case_id) limit 1));
do $$
declare t text;
begin
  foreach t in array array['name', 'identifier', 'address'] loop
    execute format('create policy added_through_a_case on people.%I for insert to turnstone_app with check ((select true from casework.case_person cp where cp.person_id = %1$I.person_id and casework.may_change(cp.case_id) limit 1))', t);
    execute format('create policy changed_through_a_case on people.%I for update to turnstone_app using ((select true from casework.case_person cp where cp.person_id = %1$I.person_id and casework.may_change(cp.case_id) limit 1))', t);
  end loop;
end $$;
create policy chosen_through_a_case on people.shown_first for insert to turnstone_app
  with check ((select true from casework.case_person cp where cp.person_id = shown_first.person_id and casework.may_change(cp.case_id) limit 1)
    and (select true from people.name n where n.id = name_id and n.person_id = shown_first.person_id));

grant select on casework.case, casework.case_person, casework.named_person, casework.share, casework.block,
  casework.glass, casework.glass_lift, casework.notice, casework.seal_request to turnstone_app;
grant insert (id, reference, team_id, owner_id, type, summary, opened_on) on casework.case to turnstone_app;
grant update (type, summary, opened_on, closed_on, owner_id, version) on casework.case to turnstone_app;
grant insert (id, case_id, person_id, role, source, from_on) on casework.case_person to turnstone_app;
grant update (until_on, source) on casework.case_person to turnstone_app;
grant insert (case_id, user_id) on casework.named_person to turnstone_app;
grant update (ended_at) on casework.named_person to turnstone_app;
grant insert (case_id, person_id, user_id, why) on casework.block to turnstone_app;
grant update (ended_at) on casework.block to turnstone_app;
grant update (seen_at) on casework.notice to turnstone_app;
grant execute on function casework.people_on, casework.reach_on, casework.cases_named, casework.is_blocked, casework.may_change, casework.may_know, casework.may_read, casework.allowed_by, casework.assign_team,
  casework.set_sensitivity, casework.ask_seal, casework.decide_seal, casework.share_case, casework.end_share,
  casework.break_glass, casework.glass_tries_left, casework.review_glass, casework.am_kept_from_glass,
  casework.kept_from_glass_here, casework.lift_glass, casework.tell_overdue to turnstone_app;
