-- Taking a list of cases out as a file (docs/decisions/0019-exports.md). Somebody asks and says why; a supervisor of
-- the same agency who is outside the asker's line agrees; then the asker alone takes the file, for some
-- hours and some times. What is in it is read at that moment, as the asker.

insert into platform.setting (name, value, least, most, unit, what) values
  ('export-rows',        500,  1,  500, 'cases', 'How many cases one exported file may hold'),
  ('export-rows-a-day', 1000,  1, 5000, 'cases', 'How many cases one person may take out in files within 24 hours'),
  ('export-lasts',        24,  1,   72, 'hours', 'How long a file may be taken after somebody agreed to it'),
  ('export-downloads',     3,  1,   10, 'times', 'How often a file may be taken after somebody agreed to it');

create table casework.export_request (
  id          uuid primary key default gen_random_uuid(),
  area_id     uuid not null default access.area_id() references access.force_area (id),
  state       text not null check (state in ('open', 'closed', 'all')),
  type        text not null check (type in ('', 'child sexual exploitation', 'child criminal exploitation',
    'missing child', 'abuse in the family', 'online abuse', 'abuse in an institution', 'safeguarding concern')),
  team_id     uuid references access.team (id),
  sensitivity text not null check (sensitivity in ('ordinary', 'restricted')),
  own         boolean not null,
  by_name     boolean not null,
  purpose     text not null check (purpose in ('team-review', 'problem-profile', 'inspection', 'request-for-information')),
  why         text not null check (length(why) between 20 and 500),
  counted     integer not null check (counted between 1 and 500),
  asked_by    uuid not null default access.user_id() references access.user_account (id),
  asked_at    timestamptz not null default now(),
  lapses_at   timestamptz not null default now() + interval '7 days' check (lapses_at > asked_at),
  decided_by  uuid references access.user_account (id),
  decided_at  timestamptz,
  agreed      boolean,
  reason      text check (length(reason) between 10 and 500),
  until_at    timestamptz check (until_at > decided_at),
  check (num_nonnulls(decided_by, decided_at, agreed) in (0, 3)),
  check (decided_by <> asked_by),
  check ((until_at is not null) = (agreed is not distinct from true)),
  check (agreed is distinct from false or reason is not null),
  check (agreed is not null or reason is null)
);
create index export_request_area on casework.export_request (area_id, asked_at desc, id);
create index export_request_team on casework.export_request (team_id);
create index export_request_asked_by on casework.export_request (asked_by, asked_at desc);
create index export_request_decided_by on casework.export_request (decided_by);
comment on table casework.export_request is 'Cases of a list that somebody wants to take out as a file, and what a second person said to it. Ids and codes, and why; never the cases.';
comment on column casework.export_request.sensitivity is 'Ordinary cases, or restricted ones that name the asker; never both in one file, and sealed ones in none.';
comment on column casework.export_request.by_name is 'Whether the name of somebody was searched; the name itself stands in export_name.';
comment on column casework.export_request.counted is 'How many cases fitted when it was asked, of those that the asker reached.';
comment on column casework.export_request.until_at is 'Until when the file may be taken; only where somebody agreed.';

create table casework.export_name (
  request_id uuid primary key references casework.export_request (id),
  name       text not null check (name <> '' and length(name) <= 100),
  whole      boolean not null
);
comment on table casework.export_name is 'The name that was searched, apart, because a standards auditor sees the request and not the name.';

create table casework.export_download (
  id         uuid primary key default gen_random_uuid(),
  request_id uuid not null references casework.export_request (id),
  taken_by   uuid not null default access.user_id() references access.user_account (id),
  taken_at   timestamptz not null default clock_timestamp(),
  cases      integer not null check (cases between 0 and 500),
  digest     bytea not null check (length(digest) = 32)
);
create index export_download_request on casework.export_download (request_id);
create index export_download_taken_by on casework.export_download (taken_by, taken_at);
comment on table casework.export_download is 'A file that was taken: how many cases it holds, and its SHA-256. Which cases, the audit log says.';

-- The second person is told, and so is the asker. Such a notice is of no case.
alter table casework.notice
  alter column case_id drop not null,
  add column export_id uuid references casework.export_request (id),
  drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in (
    'glass-broken', 'glass-overdue', 'glass-reviewed', 'seal-asked', 'seal-decided', 'export-asked', 'export-decided')),
  add constraint notice_about_check check (num_nonnulls(case_id, export_id) = 1);
create index notice_export on casework.notice (export_id);

-- One entry says of each case in a file that it left: whoever asks the log about a case finds it. Nothing
-- that is there breaks a wider limit, so there is nothing to look through.
alter table audit.entry
  drop constraint entry_subjects_check,
  add constraint entry_subjects_check check (
    cardinality(subjects) <= case when class = 'disclosure' then 500 else 50 end) not valid;
alter table audit.entry validate constraint entry_subjects_check;

-- Functions --------------------------------------------------------------------------------------------

-- A share is for reading one case for a time, and broken glass for a need of the hour: neither lets a case
-- leave in a file. What a posting or one's own name leads to does.
create function casework.posted_reach() returns integer[]
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select array(select p from unnest(access.readers()) p
      where not exists (select from access.lease l where l.principal = p));
  end;
comment on function casework.posted_reach() is 'Principals by posting and by name of whoever acts, without what shares and broken glass lend';

-- The agency answers for what leaves it, so the second person is one of its own.
create function casework.may_agree_export(asker uuid) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select coalesce('supervisor' = any (access.roles()), false) and not access.in_line(asker, access.user_id()) and exists (
      select from access.user_account a join access.user_account own on own.agency_id = a.agency_id
      where a.id = asker and own.id = access.user_id());
  end;
comment on function casework.may_agree_export(uuid) is 'Whether whoever acts may decide what this person asks to take out: a supervisor of the same agency, outside the line';

create function casework.ask_export(asked jsonb) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  team uuid := asked->>'team';
  called text := coalesce(asked->>'name', '');
  made uuid;
begin
  if not access.roles() && array['supervisor', 'analyst'] then return null; end if;
  if team is not null and not exists (select from access.team t join access.agency a on a.id = t.agency_id
    where t.id = team and a.area_id = access.area_id()) then return null; end if;
  insert into casework.export_request (state, type, team_id, sensitivity, own, by_name, purpose, why, counted)
    values (asked->>'state', asked->>'type', team, asked->>'sensitivity', (asked->>'own')::boolean, called <> '',
      asked->>'purpose', asked->>'why', (asked->>'counted')::integer)
    returning id into made;
  insert into casework.export_name (request_id, name, whole)
    select made, called, (asked->>'whole')::boolean where called <> '';
  -- Told at once: those who could decide.
  insert into casework.notice (user_id, kind, export_id)
    select distinct u.id, 'export-asked', made
    from access.user_account own
    join access.user_account u on u.agency_id = own.agency_id and u.disabled_at is null
    join access.posting p on p.user_id = u.id and p.role = 'supervisor'
      and p.from_at <= now() and (p.until_at is null or p.until_at > now())
    where own.id = access.user_id() and not access.in_line(u.id, own.id);
  return made;
end $$;
comment on function casework.ask_export is 'Asks a second person to agree that cases are taken out as a file; null for whoever may not ask';

create function casework.decide_export(request uuid, agree boolean, reason text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare asked casework.export_request;
begin
  select * into asked from casework.export_request r where r.id = request and r.area_id = access.area_id() for update;
  if not found or not casework.may_agree_export(asked.asked_by) then return 'absent'; end if;
  if asked.decided_at is not null then return 'decided already'; end if;
  if asked.lapses_at <= clock_timestamp() then return 'lapsed'; end if;
  update casework.export_request r set decided_by = access.user_id(), decided_at = clock_timestamp(), agreed = agree,
      reason = decide_export.reason,
      until_at = case when agree then clock_timestamp() + make_interval(hours => (
        select s.value from platform.setting s where s.name = 'export-lasts')) end
    where r.id = request;
  insert into casework.notice (user_id, kind, export_id) values (asked.asked_by, 'export-decided', request);
  return 'done';
end $$;
comment on function casework.decide_export is 'The second person agrees that cases are taken out, or declines';

-- Two files that one person takes at once go one after the other, so that neither goes past a limit unseen.
create function casework.may_take_export(request uuid, out outcome text, out cases_left integer)
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare asked casework.export_request;
begin
  perform from access.user_account u where u.id = access.user_id() for no key update;
  select * into asked from casework.export_request r where r.id = request and r.asked_by = access.user_id();
  if not found or not access.roles() && array['supervisor', 'analyst'] then
    outcome := 'absent';
    return;
  end if;
  select s.value - (select coalesce(sum(d.cases), 0) from casework.export_download d
      where d.taken_by = access.user_id() and d.taken_at > clock_timestamp() - interval '24 hours')
    into cases_left from platform.setting s where s.name = 'export-rows-a-day';
  outcome := case
    when asked.agreed is distinct from true then 'not agreed'
    when asked.until_at <= clock_timestamp() then 'over'
    when (select count(*) from casework.export_download d where d.request_id = request) >= (
      select s.value from platform.setting s where s.name = 'export-downloads') then 'used up'
    else 'open' end;
end $$;
comment on function casework.may_take_export is 'Whether whoever acts may take this file now, and how many cases are left for them today; another file of theirs waits until this transaction ends';

-- Looks at each case again: what is out of sight since it was read must not leave.
create function casework.take_export(request uuid, cases uuid[], digest bytea) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  found_outcome text;
  left_today integer;
  reach integer[] := casework.posted_reach();
begin
  select m.outcome, m.cases_left into found_outcome, left_today from casework.may_take_export(request) m;
  if found_outcome <> 'open' then return found_outcome; end if;
  if cardinality(cases) > (select s.value from platform.setting s where s.name = 'export-rows') then return 'too many'; end if;
  if cardinality(cases) > left_today then return 'budget'; end if;
  if cardinality(cases) <> (
    select count(*) from casework.case c join casework.export_request r on r.id = request
    where c.id = any (cases) and c.sensitivity = r.sensitivity and c.acl && reach and not (c.deny && access.self())) then
    return 'changed meanwhile';
  end if;
  insert into casework.export_download (request_id, cases, digest) values (request, cardinality(cases), digest);
  return 'done';
end $$;
comment on function casework.take_export is 'Keeps that whoever acts takes these cases out now, if they may';

-- Policies ---------------------------------------------------------------------------------------------

do $$
declare t text; f text;
begin
  foreach t in array array['export_request', 'export_name', 'export_download'] loop
    execute format('alter table casework.%I enable row level security', t);
    execute format('alter table casework.%I force row level security', t);
    execute format('create policy functions_of_the_owner on casework.%I to turnstone_owner using (true) with check (true)', t);
  end loop;
  foreach f in array array['posted_reach', 'may_agree_export', 'ask_export', 'decide_export', 'may_take_export', 'take_export'] loop
    execute format('revoke all on function casework.%I from public', f);
  end loop;
end $$;

create policy own_reads on casework.export_request for select to turnstone_app
  using (asked_by = (select access.user_id()));
create policy second_person_reads on casework.export_request for select to turnstone_app
  using (decided_by = (select access.user_id())
    or (decided_at is null and lapses_at > now() and 'supervisor' = any ((select access.roles())::text[])
      and area_id = (select access.area_id()) and casework.may_agree_export(asked_by)));
create policy standards_auditor_reads on casework.export_request for select to turnstone_app
  using (area_id = (select access.area_id()) and 'standards-auditor' = any ((select access.roles())::text[]));

create policy follows_the_request on casework.export_name for select to turnstone_app
  using (not 'standards-auditor' = any ((select access.roles())::text[])
    and (select true from casework.export_request r where r.id = request_id));
create policy follows_the_request on casework.export_download for select to turnstone_app
  using ((select true from casework.export_request r where r.id = request_id));

grant select on casework.export_request, casework.export_name, casework.export_download to turnstone_app;
grant execute on function casework.posted_reach, casework.may_agree_export, casework.ask_export, casework.decide_export,
  casework.may_take_export, casework.take_export to turnstone_app;
