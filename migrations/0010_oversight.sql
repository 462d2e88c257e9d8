-- Oversight: the standards auditor reads who looked at what, and answers for look-ups that nothing led
-- to. An auditor sees no case: the functions below read casework past the row policies, and hand out ids
-- of entries, moments and kinds of ways alone. Each asks itself whether a standards auditor acts.

create schema oversight;
comment on schema oversight is 'What the standards auditor has answered for, and what leads from people to records';
grant usage on schema oversight to turnstone_app;

-- Few entries are so: the auditor's questions find them without reading all others.
create index entry_noticed on audit.entry (area_id, at desc) where codes <> '{}';
create index entry_refused on audit.entry (area_id, at desc) where outcome = 'refused';

create table oversight.answer (
  id          uuid primary key default gen_random_uuid(),
  area_id     uuid not null default access.area_id() references access.force_area (id),
  rule        text not null check (rule in ('nothing-led', 'own-search', 'many-lookers', 'refused-in-a-row')),
  about       uuid not null,
  verdict     text not null check (verdict in ('explained', 'passed on')),
  reason      text not null check (length(reason) between 10 and 1000),
  answered_by uuid not null default access.user_id() references access.user_account (id),
  answered_at timestamptz not null default now()
);
create index answer_newest on oversight.answer (area_id, answered_at desc, id);
create index answer_answered_by on oversight.answer (answered_by);
comment on table oversight.answer is 'What a standards auditor said of look-ups that a rule found: explained, or passed on to professional standards.';
comment on column oversight.answer.about is 'Whom the rule found: a colleague, or for many-lookers the person whose record it was. No foreign key: as in the log.';

create table oversight.answered_entry (
  rule      text not null,
  entry_id  uuid not null,
  answer_id uuid not null references oversight.answer (id),
  primary key (rule, entry_id)
);
create index answered_entry_answer on oversight.answered_entry (answer_id);
comment on table oversight.answered_entry is 'The entries of the log that an answer speaks of; a later look-up of the same kind is a new finding.';

-- Whether a standards auditor acts: all functions below ask it, and answer nothing to others.
create function oversight.audits() returns boolean
  language sql stable
  set search_path = pg_catalog
  return coalesce('standards-auditor' = any (access.roles()), false);
comment on function oversight.audits() is 'Whether a standards auditor acts';

-- The entries about a case, a person or a colleague, also where they were only shown or touched.
-- `&&` and `@>` may use no index under a row policy (decision 2), so this is a function.
create function oversight.entries_about(least_id uuid, greatest_id uuid, since timestamptz, until timestamptz) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select e.id from audit.entry e
      where (select oversight.audits()) and e.area_id = (select access.area_id())
        and e.case_id between least_id and greatest_id and e.at >= since and e.at < until
    union
    select e.id from audit.entry e
      where (select oversight.audits()) and e.area_id = (select access.area_id())
        and e.person_id between least_id and greatest_id and e.at >= since and e.at < until
    union
    select e.id from audit.entry e
      where (select oversight.audits()) and e.area_id = (select access.area_id())
        and least_id = greatest_id and e.subjects @> array[least_id] and e.at >= since and e.at < until;
  end;
comment on function oversight.entries_about is 'Ids of the entries about a record, to a standards auditor';

-- An auditor who was told of a reference finds what the log says of it, and nothing of the case.
create function oversight.case_with(which text) returns uuid
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select c.id from casework.case c
    where oversight.audits() and c.reference = which and c.area_id = access.area_id() and not (c.deny && access.self());
  end;
comment on function oversight.case_with is 'The id of the case with a reference, to a standards auditor who is not blocked from it';

-- Rules look at so many entries at most, so that a page does not wait for a log of any length.
create function oversight.reach_back(most integer) returns timestamptz
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select e.at from audit.entry e
    where (select oversight.audits()) and e.area_id = (select access.area_id())
    order by e.at desc, e.id offset most limit 1;
  end;
comment on function oversight.reach_back is 'When the entry before the newest so many was added; null where there are fewer';

-- What ever led one colleague to one case, each with its time. History of the team of a case is not
-- kept: where the log says that it moved later, the team of before counts as the colleague's own.
create function oversight.ways(who uuid, which uuid, moment timestamptz)
  returns table (kind text, from_at timestamptz, until_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select case when p.force_wide then 'area' when p.team_id = c.team_id then 'team' else 'earlier-team' end, p.from_at, p.until_at
      from casework.case c
      join access.posting p on p.user_id = who
      join access.role r on r.code = p.role and r.team_cases
      where c.id = which and oversight.audits() and (p.force_wide or p.team_id = c.team_id or exists (
        select from audit.entry a where a.case_id = c.id and a.verb = 'case.assign' and a.outcome = 'done' and a.at > moment))
    union all
    select 'own', c.created_at, null from casework.case c
      where c.id = which and oversight.audits() and (c.owner_id = who or c.created_by = who)
    union all
    select 'named', n.named_at, n.ended_at from casework.named_person n
      where n.case_id = which and n.user_id = who and oversight.audits()
    union all
    select l.kind, l.from_at, least(l.until_at, l.ended_at) from access.lease l
      where oversight.audits()
        and l.id in (select s.lease_id from casework.share s where s.case_id = which
          union all select g.lease_id from casework.glass g where g.case_id = which)
        and (l.holder_user = who or l.holder_agency in (
          select t.agency_id from access.posting p join access.team t on t.id = p.team_id
          join access.role r on r.code = p.role and r.agency_shares
          where p.user_id = who and p.from_at <= moment and (p.until_at is null or p.until_at > moment)));
  end;
comment on function oversight.ways is 'What ever led a colleague to a case, to a standards auditor';

-- Looks at records to which nothing led at that moment. First those whose own posting of all that time
-- says the same as their entry fall out, which is nearly all: what the program wrote down was true when
-- it was written, and can only be contradicted by a posting that ended. The others are looked at one by
-- one; the rule in the program decides again, by the ways that are handed out.
create function oversight.looks_without_a_way(since timestamptz, until timestamptz, most integer)
  returns table (id uuid, at timestamptz, user_id uuid, verb text, allowed_by text, case_id uuid, person_id uuid, ways jsonb)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    with posted as materialized (
      select p.user_id, case when p.force_wide then 'force-wide' else 'team' end as way
      from access.posting p join access.role r on r.code = p.role
      group by p.user_id, way
      having bool_and(p.until_at is null) and bool_or(r.team_cases and p.from_at <= since)
    ), doubtful as materialized (
      select e.id, e.at, e.user_id, e.verb, e.allowed_by, e.case_id, e.person_id
      from audit.entry e
      where (select oversight.audits()) and e.area_id = (select access.area_id())
        and e.at >= since and e.at < until and e.outcome = 'done' and e.user_id is not null
        and (e.case_id is not null or e.person_id is not null)
        and e.verb not like 'glass.%' and e.verb not like 'log.%' and e.verb not like 'look-up.%'
        and not exists (select from posted s where s.user_id = e.user_id and s.way = e.allowed_by)
    ), strayed as materialized (
      -- The commonest way by itself, a scalar sub-select so that each look costs a few index probes.
      select d.* from doubtful d
      where (select true
        from access.posting p join access.role r on r.code = p.role and r.team_cases
        where p.user_id = d.user_id and p.from_at <= d.at and (p.until_at is null or p.until_at > d.at)
          and (p.force_wide
            or p.team_id = (select c.team_id from casework.case c where c.id = d.case_id)
            or (d.case_id is null and exists (
              select from casework.case_person cp join casework.case c on c.id = cp.case_id
              where cp.person_id = d.person_id and cp.added_at <= d.at and c.team_id = p.team_id)))
        limit 1) is null
    ), unled as (
      select d.* from strayed d
      where not exists (
          select from people.person p where p.id = d.person_id and p.created_by = d.user_id)
        and not exists (
          select from (
            select d.case_id as id where d.case_id is not null
            union all
            select cp.case_id from casework.case_person cp
            where cp.person_id = d.person_id and d.case_id is null and cp.added_at <= d.at
          ) through, lateral oversight.ways(d.user_id, through.id, d.at) w
          where w.from_at <= d.at and (w.until_at is null or w.until_at > d.at))
        and not exists (select from oversight.answered_entry a where a.rule = 'nothing-led' and a.entry_id = d.id)
      order by d.at desc, d.id
      limit most
    )
    select u.id, u.at, u.user_id, u.verb, u.allowed_by, u.case_id, u.person_id, coalesce((
      select jsonb_agg(jsonb_build_object('kind', w.kind, 'from', w.from_at, 'until', w.until_at) order by w.from_at)
      from (
        select u.case_id as id where u.case_id is not null
        union all
        select cp.case_id from casework.case_person cp where cp.person_id = u.person_id and u.case_id is null and cp.added_at <= u.at
      ) through, lateral oversight.ways(u.user_id, through.id, u.at) w), '[]')
    from unled u order by u.at desc, u.id;
  end;
comment on function oversight.looks_without_a_way is 'Looks at records to which nothing led, with what led to them at other times';

-- Searches for the own name or address, and when the searcher next changed a case of somebody who was
-- shown: work that follows explains a search.
create function oversight.own_searches(since timestamptz, until timestamptz, most integer)
  returns table (id uuid, at timestamptz, user_id uuid, codes text[], shown integer, worked_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select e.id, e.at, e.user_id, e.codes, cardinality(e.subjects), (
      select min(w.at) from audit.entry w
      where w.user_id = e.user_id and w.at >= e.at and w.at < e.at + interval '2 hours'
        and w.class in ('alteration', 'collection', 'disclosure') and w.outcome = 'done' and (
          w.person_id = any (e.subjects) or w.case_id = any (e.subjects) or exists (
            select from casework.case_person cp where cp.case_id = w.case_id and cp.person_id = any (e.subjects))))
    from audit.entry e
    where (select oversight.audits()) and e.area_id = (select access.area_id())
      and e.at >= since and e.at < until and e.codes <> '{}' and e.codes && array['own-surname', 'own-address']
      and e.user_id is not null
      and not exists (select from oversight.answered_entry a where a.rule = 'own-search' and a.entry_id = e.id)
    order by e.at desc, e.id
    limit most;
  end;
comment on function oversight.own_searches is 'Searches for the own name or address, with the work that followed';

-- Openings of records that enough people opened within some two days; the rule counts 24 hours exactly.
create function oversight.crowds(since timestamptz, until timestamptz, least_people integer, most integer)
  returns table (id uuid, at timestamptz, user_id uuid, person_id uuid)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    with looks as materialized (
      select e.id, e.at, e.user_id, e.person_id from audit.entry e
      where (select oversight.audits()) and e.area_id = (select access.area_id())
        and e.at >= since and e.at < until and e.verb = 'person.read' and e.outcome = 'done'
        and e.person_id is not null and e.user_id is not null
        and not exists (select from oversight.answered_entry a where a.rule = 'many-lookers' and a.entry_id = e.id)
    ), often as (
      select l.person_id from looks l group by l.person_id having count(*) >= least_people
    ), days as (
      select distinct l.person_id, l.user_id, extract(epoch from l.at)::bigint / 86400 + step as day
      from looks l join often o on o.person_id = l.person_id cross join generate_series(0, 1) step
    ), crowded as (
      select d.person_id from days d group by d.person_id, d.day having count(*) >= least_people
    )
    select l.id, l.at, l.user_id, l.person_id from looks l
    where l.person_id in (select c.person_id from crowded c)
    order by l.at desc, l.id
    limit most;
  end;
comment on function oversight.crowds is 'Openings of records that many people opened in a short time';

create function oversight.answer_finding(rule text, about uuid, entries uuid[], verdict text, reason text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare made uuid;
begin
  if not oversight.audits() or coalesce(cardinality(entries), 0) not between 1 and 1000 or cardinality(entries) <> (
    select count(*) from audit.entry e where e.id = any (entries) and e.area_id = access.area_id()) then return 'absent'; end if;
  if exists (select from (select distinct e.user_id from audit.entry e where e.id = any (entries)) who
    where access.in_line(who.user_id, access.user_id())) then
    return 'own line';
  end if;
  insert into oversight.answer (rule, about, verdict, reason) values (rule, about, verdict, reason) returning id into made;
  insert into oversight.answered_entry (rule, entry_id, answer_id) select answer_finding.rule, e, made from unnest(entries) e;
  return 'done';
exception when unique_violation then return 'answered already';
end $$;
comment on function oversight.answer_finding is 'Says of look-ups that they are explained or passed on; never of those of whoever acts, or of their line';

do $$
declare t text; f text;
begin
  foreach t in array array['answer', 'answered_entry'] loop
    execute format('alter table oversight.%I enable row level security', t);
    execute format('alter table oversight.%I force row level security', t);
    execute format('create policy functions_of_the_owner on oversight.%I to turnstone_owner using (true) with check (true)', t);
  end loop;
  for f in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'oversight'::regnamespace loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;

create policy standards_auditor_reads on oversight.answer for select to turnstone_app
  using (area_id = (select access.area_id()) and (select oversight.audits()));
create policy standards_auditor_reads on oversight.answered_entry for select to turnstone_app
  using ((select true from oversight.answer a where a.id = answer_id));

grant select on oversight.answer, oversight.answered_entry to turnstone_app;
grant execute on function oversight.audits, oversight.entries_about, oversight.case_with, oversight.reach_back,
  oversight.looks_without_a_way,
  oversight.own_searches, oversight.crowds, oversight.answer_finding to turnstone_app;
