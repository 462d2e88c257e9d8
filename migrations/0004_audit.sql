-- Who looked at what, and who changed what: one entry for each, in the same transaction, before the
-- answer is sent. Entries are inserted without any lock; the sequencer numbers those whose transactions
-- are settled, grows one RFC 6962 tree for each force area and keeps a signed checkpoint of it.
-- Entries hold ids and codes, never text; words that were searched are encrypted by the program.

create schema audit;
comment on schema audit is 'The log of who did what, and the hash tree over it';
grant usage on schema audit to turnstone_app;

create table audit.entry (
  id         uuid primary key default gen_random_uuid(),
  area_id    uuid not null references access.force_area (id),
  at         timestamptz not null default transaction_timestamp(),
  xid        xid8 not null default pg_current_xact_id(),
  class      text not null check (class in ('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
  verb       text not null check (verb ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  outcome    text not null check (outcome in ('done', 'refused')),
  user_id    uuid,
  session_id uuid,
  request_id uuid,
  case_id    uuid,
  person_id  uuid,
  subjects   uuid[] not null default '{}' check (cardinality(subjects) <= 50),
  asked      text check (asked ~ '^[0-9A-Za-z-]{1,40}$'),
  allowed_by text check (allowed_by in ('team', 'force-wide', 'named', 'share', 'break-glass', 'role')),
  purpose    text check (purpose ~ '^[a-z]+(-[a-z]+)*$'),
  recipient  uuid,
  codes      text[] not null default '{}' check (cardinality(codes) <= 10),
  sought     bytea check (length(sought) <= 1000)
);
create index entry_settling on audit.entry (area_id, xid, id);
create index entry_newest on audit.entry (area_id, at desc, id);
create index entry_user on audit.entry (user_id, at desc);
create index entry_case on audit.entry (case_id, at desc) where case_id is not null;
create index entry_person on audit.entry (person_id, at desc) where person_id is not null;
create index entry_subjects on audit.entry using gin (subjects);
comment on table audit.entry is 'One thing that somebody did or was refused. Never changed, never deleted.';
comment on column audit.entry.at is 'When the transaction began, by the clock of the database.';
comment on column audit.entry.xid is 'The transaction: entries are numbered when no earlier one is still under way.';
comment on column audit.entry.class is 'The six classes of section 62 of the Data Protection Act 2018.';
comment on column audit.entry.verb is 'The action of the permission tables.';
comment on column audit.entry.user_id is 'Who; null for somebody whom the program did not recognise. No foreign key: the log outlives what it speaks of.';
comment on column audit.entry.subjects is 'Other records that were shown or touched, 50 at most.';
comment on column audit.entry.asked is 'What was asked for and refused, as it was written in the address.';
comment on column audit.entry.allowed_by is 'What let this person reach the record.';
comment on column audit.entry.recipient is 'Of a disclosure: the agency or person that received.';
comment on column audit.entry.codes is 'What the program noticed, such as own-surname.';
comment on column audit.entry.sought is 'Words that were searched, encrypted by the program under the audit key.';

create table audit.leaf (
  area_id  uuid not null references access.force_area (id),
  index    bigint not null check (index >= 0),
  entry_id uuid not null unique,
  hash     bytea not null check (length(hash) = 32),
  primary key (area_id, index)
);
comment on table audit.leaf is 'The place of each entry in the tree of its area, and its leaf hash. No foreign key: that an entry is gone must show as a gap, not be prevented from showing.';

create table audit.checkpoint (
  area_id   uuid not null references access.force_area (id),
  number    bigint not null check (number >= 0),
  size      bigint not null check (size > 0),
  range     bytea not null,
  note      text not null check (note <> ''),
  signed_at timestamptz not null default clock_timestamp(),
  primary key (area_id, number),
  unique (area_id, size)
);
comment on table audit.checkpoint is 'Signed notes over the tree (C2SP tlog-checkpoint), the newest first copied outside the database.';
comment on column audit.checkpoint.range is 'Roots of the largest whole subtrees, from which the tree grows on.';

create function audit.never_changes() returns trigger
  language plpgsql
  set search_path = pg_catalog
  as $$ begin raise exception using errcode = '42501', message = 'the audit log never changes'; end $$;
comment on function audit.never_changes() is 'Refuses to change or delete, whoever asks';
create trigger never_changes before update or delete or truncate on audit.entry
  for each statement execute function audit.never_changes();
create trigger never_changes before update or delete or truncate on audit.leaf
  for each statement execute function audit.never_changes();
create trigger never_changes before update or delete or truncate on audit.checkpoint
  for each statement execute function audit.never_changes();

-- Who acts is taken from the signed context and from nowhere else. Somebody who is not recognised is
-- nobody, in the area that was made first.
-- Numbering is for the sequencer, which the program says it is, and for the owner's own commands.
create function audit.may_number() returns boolean
  language sql stable
  set search_path = pg_catalog
  return session_user = 'turnstone_owner' or 'system:sequencer' = any (access.roles());
comment on function audit.may_number() is 'Whether whoever acts may see what waits and give it its place';

create function audit.append(
    class text, verb text, outcome text, request_id uuid, case_id uuid, person_id uuid, subjects uuid[],
    asked text, allowed_by text, purpose text, recipient uuid, codes text[], sought bytea) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  who text[] := access.verified();
  added uuid;
begin
  insert into audit.entry (area_id, class, verb, outcome, user_id, session_id, request_id, case_id, person_id,
    subjects, asked, allowed_by, purpose, recipient, codes, sought)
  values (
    coalesce(nullif(who[3], '')::uuid, (select a.id from access.force_area a order by a.created_at, a.id limit 1)),
    append.class, append.verb, append.outcome, nullif(who[1], '')::uuid, nullif(who[2], '')::uuid, append.request_id,
    append.case_id, append.person_id, append.subjects, append.asked, append.allowed_by, append.purpose, append.recipient,
    append.codes, append.sought)
  returning id into added;
  return added;
end $$;
comment on function audit.append is 'Adds what whoever acts has done, in this transaction';

-- What is settled and has no number yet, oldest first: no transaction that is still under way can add
-- an entry before these. What is visible although its transaction is still to come was restored from
-- another cluster: it is settled, and comes before anything newer; once something newer has its number,
-- restored entries are not looked at again. Called several times a second, so it must never read more
-- than what waits: the settings keep the planner to the indexes, whatever it knows of the tables.
create function audit.waiting(area uuid, most integer) returns setof audit.entry
  language sql stable security definer
  set search_path = pg_catalog
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
  begin atomic
    with last as (
      select coalesce((
        select e.xid from audit.leaf l join audit.entry e on e.id = l.entry_id
        where l.area_id = area order by l.index desc limit 1), '0'::xid8) as xid
    ), bounds as (
      select xid as last, xid >= pg_snapshot_xmax(pg_current_snapshot()) as is_restored from last
    ), restored as (
      select e.id, e.xid from audit.entry e
      where e.area_id = area
        and e.xid >= (select greatest(last, pg_snapshot_xmax(pg_current_snapshot())) from bounds
          where is_restored or last = '0'::xid8)
        and (select l.index from audit.leaf l where l.entry_id = e.id) is null
      order by e.xid, e.id limit most
    ), settled as (
      select e.id, e.xid from audit.entry e
      where e.area_id = area
        and e.xid >= (select case when is_restored then '0'::xid8 else last end from bounds)
        and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        and (select l.index from audit.leaf l where l.entry_id = e.id) is null
      order by e.xid, e.id limit most
    ), waiting as (
      select 0 as turn, id, xid from restored union all select 1, id, xid from settled
      order by turn, xid, id limit most
    )
    select e.* from waiting w cross join lateral (select * from audit.entry e where e.id = w.id offset 0) e
    where (select audit.may_number())
    order by w.turn, w.xid, w.id;
  end;
comment on function audit.waiting is 'Entries that may be numbered now';

create function audit.newest(area uuid) returns audit.checkpoint
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select c.* from audit.checkpoint c where c.area_id = area and (select audit.may_number()) order by c.number desc limit 1;
  end;
comment on function audit.newest is 'The newest checkpoint of an area';

create function audit.areas() returns table (id uuid, slug text)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select a.id, a.slug from access.force_area a where (select audit.may_number()) order by a.created_at, a.id;
  end;
comment on function audit.areas is 'The areas that have a log';

-- Numbers entries and keeps the checkpoint over them, both or neither.
create function audit.number(area uuid, first bigint, entries uuid[], hashes bytea[], range bytea, note text) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  before audit.checkpoint := audit.newest(area);
begin
  if not audit.may_number() then
    raise exception using errcode = '42501', message = 'numbering is for the sequencer';
  end if;
  if first <> coalesce(before.size, 0) then
    raise exception using errcode = '40001', message = 'the tree has grown meanwhile';
  end if;
  insert into audit.leaf (area_id, index, entry_id, hash)
    select area, first + n - 1, e, h from unnest(entries, hashes) with ordinality as given (e, h, n);
  insert into audit.checkpoint (area_id, number, size, range, note)
    values (area, coalesce(before.number + 1, 0), first + cardinality(entries), range, note);
end $$;
comment on function audit.number is 'Gives entries their places in the tree, with the signed checkpoint over them';

do $$
declare t text; f text;
begin
  foreach t in array array['entry', 'leaf', 'checkpoint'] loop
    execute format('alter table audit.%I enable row level security', t);
    execute format('alter table audit.%I force row level security', t);
    execute format('create policy functions_of_the_owner on audit.%I to turnstone_owner using (true) with check (true)', t);
  end loop;
  for f in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'audit'::regnamespace loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;

create policy standards_auditor_reads on audit.entry for select to turnstone_app
  using (area_id = (select access.area_id()) and 'standards-auditor' = any ((select access.roles())::text[]));
create policy own_reads on audit.entry for select to turnstone_app
  using (user_id = (select access.user_id()));
create policy standards_auditor_reads on audit.leaf for select to turnstone_app
  using (area_id = (select access.area_id()) and 'standards-auditor' = any ((select access.roles())::text[]));
create policy standards_auditor_reads on audit.checkpoint for select to turnstone_app
  using (area_id = (select access.area_id()) and 'standards-auditor' = any ((select access.roles())::text[]));
grant select on audit.entry, audit.leaf, audit.checkpoint to turnstone_app;
grant execute on function audit.append, audit.waiting, audit.newest, audit.areas, audit.number to turnstone_app;
