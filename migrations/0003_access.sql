-- Who people are, where they work, and what they may reach just now. Nothing acts as a person without
-- a live session of that person: access.enter() is given the digest of a session's token, works out the
-- principals that hold at this moment and signs them into the transaction; row policies read them
-- through access.verified(), so that a forged setting, or one of another transaction, opens nothing.
-- Functions marked `security definer` belong to turnstone_owner; docs/access.md lists them.

-- What may be set while the program runs. Numbers only; each has the limits that make sense.
create table platform.setting (
  name       text primary key,
  value      integer not null,
  least      integer not null,
  most       integer not null,
  unit       text not null,
  what       text not null,
  check (value between least and most)
);
comment on table platform.setting is 'What an administrator may set';
insert into platform.setting (name, value, least, most, unit, what) values
  ('session-idle',        15,  5,  60, 'minutes', 'How long a session lasts when nothing is done in it'),
  ('session-lifetime',    12,  1,  24, 'hours',   'How long a session lasts in any case'),
  ('proof-lasts',          5,  1,  30, 'minutes', 'How long a second factor counts as just shown'),
  ('break-glass',         60, 15, 240, 'minutes', 'How long a broken glass gives access'),
  ('break-glass-tries',    5,  1,  20, 'an hour', 'How many times one person may try to break glass'),
  ('share-longest',       90,  1,  90, 'days',    'How long a share may last'),
  ('many-lookers',         8,  3,  50, 'people',  'How many people may open one person''s record in a day before the standards auditor is told');
alter table platform.setting enable row level security;
alter table platform.setting force  row level security;
create policy anyone_reads on platform.setting for select to turnstone_app
  using ((select platform.actor()) is not null);
create policy functions_of_the_owner on platform.setting to turnstone_owner using (true) with check (true);
grant select on platform.setting to turnstone_app;

-- What the owner makes from here on, others may run only where it is granted.
alter default privileges for role turnstone_owner revoke execute on functions from public;

create schema access;
comment on schema access is 'People, teams and agencies, and what each may reach at this moment';
grant usage on schema access to turnstone_app;

-- Principals -------------------------------------------------------------------------------------
-- A principal is a number that stands in the access list of a row. Never shown outside.

create sequence access.principal as integer;

create table access.force_area (
  id         uuid primary key default gen_random_uuid(),
  slug       text not null unique check (slug ~ '^[a-z][a-z0-9-]*$'),
  name       text not null unique check (name <> ''),
  force_wide integer not null unique default nextval('access.principal'),
  created_at timestamptz not null default now()
);
comment on table access.force_area is 'The area of one police force and the agencies beside it: a partnership.';
comment on column access.force_area.force_wide is 'Principal of those who are posted to the whole area; stands on every ordinary case.';

create table access.agency (
  id         uuid primary key default gen_random_uuid(),
  area_id    uuid not null references access.force_area (id),
  name       text not null check (name <> ''),
  kind       text not null check (kind in ('police', 'children''s social care', 'health', 'education', 'probation', 'voluntary')),
  stopped_at timestamptz,
  unique (area_id, name)
);
comment on table access.agency is 'A member of the partnership.';
comment on column access.agency.stopped_at is 'From then on nobody of this agency gets in: one switch, at once.';

create table access.team (
  id        uuid primary key default gen_random_uuid(),
  agency_id uuid not null references access.agency (id),
  name      text not null check (name <> ''),
  principal integer not null unique default nextval('access.principal'),
  unique (agency_id, name)
);
comment on table access.team is 'People of one agency who work the same cases.';

create table access.user_account (
  id          uuid primary key default gen_random_uuid(),
  agency_id   uuid not null references access.agency (id),
  principal   integer not null unique default nextval('access.principal'),
  kind        text not null default 'person' check (kind in ('person', 'program')),
  given_name  text not null check (given_name <> ''),
  family_name text not null,
  disabled_at timestamptz,
  created_at  timestamptz not null default now()
);
create index user_account_agency on access.user_account (agency_id);
comment on table access.user_account is 'Who may sign in, and programs of an agency that use the API.';
comment on column access.user_account.disabled_at is 'From then on this account gets in nowhere.';

create table access.user_contact (
  user_id       uuid primary key references access.user_account (id),
  email         text not null unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  home_postcode text check (home_postcode ~ '^[A-Z0-9]{5,7}$')
);
comment on table access.user_contact is 'What colleagues need not know: address of e-mail and where somebody lives.';
comment on column access.user_contact.home_postcode is 'Without space. Only compared with what this person searches for; the result of the comparison is kept as a code.';

create table access.role (
  code          text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  name          text not null unique check (name <> ''),
  team_cases    boolean not null,
  agency_shares boolean not null,
  changes_cases boolean not null
);
comment on table access.role is 'What somebody may do; what on, says access to the row. Both must hold.';
comment on column access.role.team_cases is 'Reaches the cases of the team of the posting, or of the area where the posting is force-wide.';
comment on column access.role.agency_shares is 'Reaches what is shared with the agency.';
comment on column access.role.changes_cases is 'May change the cases of its own teams, and those that name this person.';

insert into access.role (code, name, team_cases, agency_shares, changes_cases) values
  ('investigator',        'Investigator',        true,  true,  true),
  ('supervisor',          'Supervisor',          true,  true,  true),
  ('practitioner',        'Practitioner',        false, true,  false),
  ('analyst',             'Analyst',             true,  true,  false),
  ('auditor',             'Auditor',             false, false, false),
  ('inspector',           'Inspector',           false, false, false),
  ('board-member',        'Board member',        false, false, false),
  ('plan-owner',          'Plan owner',          false, false, false),
  ('training-lead',       'Training lead',       false, false, false),
  ('listener',            'Listener',            false, false, false),
  ('publication-officer', 'Publication officer', false, false, false),
  ('administrator',       'Administrator',       false, false, false),
  ('standards-auditor',   'Standards auditor',   false, false, false),
  ('link-reviewer',       'Link reviewer',       false, false, false);

create table access.posting (
  id         uuid primary key default gen_random_uuid(),
  user_id    uuid not null references access.user_account (id),
  team_id    uuid not null references access.team (id),
  role       text not null references access.role (code),
  force_wide boolean not null default false,
  from_at    timestamptz not null default now(),
  until_at   timestamptz check (until_at > from_at),
  posted_by  uuid references access.user_account (id)
);
create index posting_user on access.posting (user_id);
create index posting_team on access.posting (team_id);
create index posting_role on access.posting (role);
create index posting_posted_by on access.posting (posted_by);
comment on table access.posting is 'Who works where as what, from when until when.';
comment on column access.posting.force_wide is 'Reaches every ordinary case of the area instead of those of one team.';
comment on column access.posting.posted_by is 'Who gave the posting; null where the program made it with the first administrator or the demo.';

create table access.lease (
  id            uuid primary key default gen_random_uuid(),
  principal     integer not null unique default nextval('access.principal'),
  kind          text not null check (kind in ('share', 'break-glass')),
  holder_user   uuid references access.user_account (id),
  holder_agency uuid references access.agency (id),
  from_at       timestamptz not null default now(),
  until_at      timestamptz not null check (until_at > from_at),
  ended_at      timestamptz,
  check ((holder_user is null) <> (holder_agency is null)),
  check (until_at <= from_at + interval '90 days'),
  check (kind = 'share' or (holder_user is not null and until_at <= from_at + interval '240 minutes'))
);
create index lease_holder_user on access.lease (holder_user, until_at) include (from_at, ended_at, principal);
create index lease_holder_agency on access.lease (holder_agency, until_at) include (from_at, ended_at, principal);
comment on table access.lease is 'Access that ends by itself: a share or a broken glass. It stands in access lists as a principal of its own, and whoever holds it holds that principal while it lives.';

-- Sessions -----------------------------------------------------------------------------------------

create table access.session (
  id           uuid primary key default gen_random_uuid(),
  token_hash   bytea not null unique check (length(token_hash) = 32),
  user_id      uuid not null references access.user_account (id),
  kind         text not null check (kind in ('browser', 'program')),
  began_at     timestamptz not null default now(),
  seen_at      timestamptz not null default now(),
  idle_seconds integer not null check (idle_seconds > 0),
  ends_at      timestamptz not null,
  proven_at    timestamptz,
  means        text not null check (means in ('password and code', 'password and passkey', 'passkey', 'identity provider', 'demonstration', 'token')),
  ended_at     timestamptz,
  ended_by     text check (ended_by in ('sign-out', 'sign-out everywhere', 'administrator', 'idle', 'absolute')),
  check ((ended_at is null) = (ended_by is null))
);
create index session_of_user on access.session (user_id);
comment on table access.session is 'Each sign-in, and each token of a program. The token itself is nowhere but with its holder.';
comment on column access.session.proven_at is 'When the holder last showed a second factor; what needs a fresh proof looks at this.';

create table access.program_key (
  id            text primary key check (id ~ '^[0-9a-f]{16}$'),
  inner_pad     bytea not null check (length(inner_pad) = 64),
  outer_pad     bytea not null check (length(outer_pad) = 64),
  registered_at timestamptz not null default now()
);
comment on table access.program_key is 'Keys by which this database knows its program, so that one SQL statement that somebody smuggled in cannot sign anybody in. One for each machine that serves.';

create table access.context_key (
  is_current boolean primary key default true check (is_current),
  inner_pad  bytea not null check (length(inner_pad) = 64),
  outer_pad  bytea not null check (length(outer_pad) = 64)
);
comment on table access.context_key is 'Signs what access.enter() found. Never leaves the database; made anew at each start of the embedded one and with each migration.';

-- Both pads of HMAC (RFC 2104) for a key of 32 bytes, which is shorter than SHA-256's block of 64.
create function access.padded(key bytea, pad integer) returns bytea
  language plpgsql immutable strict
  set search_path = pg_catalog
as $$
declare
  block bytea := key || decode(repeat('00', 64 - length(key)), 'hex');
begin
  for i in 0..63 loop
    block := set_byte(block, i, get_byte(block, i) # pad);
  end loop;
  return block;
end $$;
comment on function access.padded(bytea, integer) is 'The key xor a pad byte, 64 bytes, as HMAC wants it';

create function access.rotate_context_key() returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  key bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
begin
  insert into access.context_key (is_current, inner_pad, outer_pad)
    values (true, access.padded(key, 54), access.padded(key, 92))
    on conflict (is_current) do update
      set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad;
end $$;
comment on function access.rotate_context_key() is 'A new random key; transactions under way under the old one fail closed';

create function access.register_program(key bytea) returns void
  language sql security definer
  set search_path = pg_catalog
  begin atomic
    insert into access.program_key (id, inner_pad, outer_pad)
      values (left(encode(sha256(key), 'hex'), 16), access.padded(key, 54), access.padded(key, 92))
      on conflict (id) do nothing;
  end;
comment on function access.register_program(bytea) is 'Makes a program known by its key; for the owner alone';

-- True when `tag` is the HMAC-SHA-256 of `message` under a registered key.
create function access.program_says(key_id text, message text, tag bytea) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (
      select from access.program_key k
      where k.id = key_id
        and tag = sha256(k.outer_pad || sha256(k.inner_pad || convert_to(message, 'UTF8')))
    );
  end;
comment on function access.program_says(text, text, bytea) is 'Whether a registered program signed this message';

create function access.knows_program(key_id text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (select from access.program_key k where k.id = key_id);
  end;
comment on function access.knows_program(text) is 'Whether a program with this key has been registered';

-- The context ----------------------------------------------------------------------------------------
-- app.ctx: user | session | area | own principal | writers | roles | seal. Short, because policies ask for it
-- several times in a statement. app.reach: seal, then the readers, as many as there are live shares. A seal is
-- an HMAC over the text, this connection and the start of this transaction; that of app.reach covers app.ctx
-- too, so that neither can be taken away or changed without closing both.

-- Called by functions of the owner alone. Null, which opens nothing, while there is no key.
create function access.seal(sealed text) returns text
  language plpgsql stable parallel restricted
  set search_path = pg_catalog
as $$
begin
  return (
    select encode(sha256(k.outer_pad || sha256(k.inner_pad || int4send(pg_backend_pid())
      || timestamptz_send(transaction_timestamp()) || convert_to(sealed, 'UTF8'))), 'hex')
    from access.context_key k where k.is_current);
end $$;
comment on function access.seal(text) is 'HMAC-SHA-256 of a text for this connection and this transaction, in hex';

create function access.verified() returns text[]
  language plpgsql stable parallel restricted security definer
  set search_path = pg_catalog
as $$
declare
  context text := current_setting('app.ctx', true);
  said text := left(context, -65);
  k access.context_key;
begin
  -- access.seal() written out, here and below: policies ask a dozen times for one page.
  select * into k from access.context_key c where c.is_current;
  if right(context, 64) = encode(sha256(k.outer_pad || sha256(k.inner_pad || int4send(pg_backend_pid())
    || timestamptz_send(transaction_timestamp()) || convert_to('who|' || said, 'UTF8'))), 'hex')
  then return string_to_array(said, '|'); end if;
  return null;
end $$;
comment on function access.verified() is 'What access.enter() signed for this very transaction; null when there is nothing, or it was forged or comes from elsewhere';

-- The list is apart from the rest because it may be long.
create function access.readers() returns integer[]
  language plpgsql stable parallel restricted security definer
  set search_path = pg_catalog
as $$
declare
  reach text := current_setting('app.reach', true);
  said text := substr(reach, 65);
  k access.context_key;
begin
  select * into k from access.context_key c where c.is_current;
  if left(reach, 64) = encode(sha256(k.outer_pad || sha256(k.inner_pad || int4send(pg_backend_pid())
    || timestamptz_send(transaction_timestamp()) || convert_to('reach|' || said || '|' || current_setting('app.ctx', true), 'UTF8'))), 'hex')
  then return said::integer[]; end if;
  return '{}';
end $$;

create function access.user_id() returns uuid
  language sql stable parallel restricted
  return nullif((access.verified())[1], '')::uuid;
create function access.session_id() returns uuid
  language sql stable parallel restricted
  return nullif((access.verified())[2], '')::uuid;
create function access.area_id() returns uuid
  language sql stable parallel restricted
  return nullif((access.verified())[3], '')::uuid;
create function access.self() returns integer[]
  language sql stable parallel restricted
  return coalesce(((access.verified())[4])::integer[], '{}'::integer[]);
create function access.writers() returns integer[]
  language sql stable parallel restricted
  return coalesce(((access.verified())[5])::integer[], '{}'::integer[]);
create function access.roles() returns text[]
  language sql stable parallel restricted
  return coalesce(((access.verified())[6])::text[], '{}'::text[]);
comment on function access.user_id() is 'Who acts; null for the public and for forged contexts';
comment on function access.session_id() is 'The session in which somebody acts';
comment on function access.area_id() is 'The force area of whoever acts';
comment on function access.self() is 'Own principal, as a list of one, for deny lists';
comment on function access.readers() is 'Principals that let read; empty for nobody';
comment on function access.writers() is 'Principals that let change; a part of the readers';
comment on function access.roles() is 'Roles of the live postings';

-- The session with this token, if it and its account live. One row or none.
create function access.session_of(token bytea) returns table (
    session_id uuid, user_id uuid, kind text, given_name text, family_name text, agency_id uuid,
    agency text, area_id uuid, roles text[], proven_at timestamptz, idle_seconds integer, ends_at timestamptz)
  language plpgsql stable security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    select s.id, u.id, s.kind, u.given_name, u.family_name, a.id, a.name, a.area_id,
      array(select distinct p.role from access.posting p
            where p.user_id = u.id and p.from_at <= clock_timestamp()
              and (p.until_at is null or p.until_at > clock_timestamp()) order by p.role),
      s.proven_at, s.idle_seconds, s.ends_at
    from access.session s
    join access.user_account u on u.id = s.user_id
    join access.agency a on a.id = u.agency_id
    where s.token_hash = token
      and s.ended_at is null and s.ends_at > clock_timestamp()
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
      and u.disabled_at is null and a.stopped_at is null;
end $$;
comment on function access.session_of(bytea) is 'Whose live session a token opens; no row when it opens none';

-- What somebody reaches now: (readers, writers). Live postings, own name, and leases that live now. "Now" is
-- when the statement came, which an index can look for; clock_timestamp() would read every lease that ever was.
create function access.principals_of(who uuid, out readers integer[], out writers integer[])
  language plpgsql stable security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan
as $$
declare
  own integer[];
  agencies uuid[];
  reaches boolean;
  changes boolean;
begin
  select array_agg(distinct case when p.force_wide then a.force_wide else t.principal end) filter (where r.team_cases),
      array_agg(distinct t.principal) filter (where r.changes_cases and r.team_cases and not p.force_wide),
      array_agg(distinct g.id) filter (where r.agency_shares),
      coalesce(bool_or(r.team_cases or r.agency_shares), false), coalesce(bool_or(r.changes_cases), false)
    into readers, writers, agencies, reaches, changes
    from access.posting p
    join access.role r on r.code = p.role
    join access.team t on t.id = p.team_id
    join access.agency g on g.id = t.agency_id
    join access.force_area a on a.id = g.area_id
    where p.user_id = who and g.stopped_at is null
      and p.from_at <= statement_timestamp() and (p.until_at is null or p.until_at > statement_timestamp());
  if not reaches then
    readers := '{}';
    writers := '{}';
    return;
  end if;
  own := array(select u.principal from access.user_account u where u.id = who);
  readers := own || readers || array(
    select l.principal from access.lease l
    where l.holder_user = who and l.ended_at is null
      and l.from_at <= statement_timestamp() and l.until_at > statement_timestamp()
    union all
    select l.principal from access.lease l
    where l.holder_agency = any (agencies) and l.ended_at is null
      and l.from_at <= statement_timestamp() and l.until_at > statement_timestamp());
  writers := coalesce(case when changes then own end || writers, '{}');
end $$;
comment on function access.principals_of(uuid) is 'What a person reaches at this moment, for reading and for changing';

-- Enters the transaction as the holder of this token. One row, or none when the token opens nothing;
-- whoever calls must then do nothing. The digest is a parameter of the statement, which no other
-- session can read.
create function access.enter(token bytea) returns table (
    session_id uuid, user_id uuid, area_id uuid, agency_id uuid, roles text[], proven_at timestamptz, moment timestamptz)
  language plpgsql security definer
  set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan
as $$
declare
  reach record;
  own integer;
  seen timestamptz;
  context text;
begin
  select s.id, u.id, a.area_id, a.id, s.proven_at, u.principal, s.seen_at
    into session_id, user_id, area_id, agency_id, proven_at, own, seen
    from access.session s
    join access.user_account u on u.id = s.user_id
    join access.agency a on a.id = u.agency_id
    where s.token_hash = token
      and s.ended_at is null and s.ends_at > clock_timestamp()
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
      and u.disabled_at is null and a.stopped_at is null;
  if not found then return; end if;
  roles := array(select distinct p.role from access.posting p
    where p.user_id = enter.user_id and p.from_at <= statement_timestamp()
      and (p.until_at is null or p.until_at > statement_timestamp()) order by p.role);
  select * into reach from access.principals_of(user_id);
  context := concat_ws('|', user_id, session_id, area_id, array[own], reach.writers, roles);
  context := context || '|' || access.seal('who|' || context);
  perform set_config('app.actor', 'person', true), set_config('app.ctx', context, true),
    set_config('app.reach', access.seal('reach|' || reach.readers::text || '|' || context) || reach.readers::text, true);
  -- Not at each request, and never waiting for another request of the same person.
  if seen < clock_timestamp() - interval '20 seconds' and current_setting('transaction_read_only') = 'off' then
    update access.session s set seen_at = clock_timestamp()
    where s.id = (
      select t.id from access.session t
      where t.id = enter.session_id and t.seen_at < clock_timestamp() - interval '20 seconds'
      for update skip locked);
  end if;
  moment := transaction_timestamp();
  return next;
end $$;
comment on function access.enter(bytea) is 'Signs into this transaction what the holder of a token may reach now';

-- Enters the transaction as a part of the system, when a registered program says so: it reaches no
-- record, only the functions made for it. `message` is enter|<part>|<epoch seconds>.
create function access.enter_as_part(key_id text, message text, tag bytea) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  said text[] := string_to_array(message, '|');
  context text;
begin
  if said[1] is distinct from 'enter' or array_length(said, 1) is distinct from 3
    or said[2] not in ('sequencer')
    or not access.program_says(key_id, message, tag)
    or abs(extract(epoch from clock_timestamp()) - said[3]::numeric) > 60 then
    raise exception using errcode = '42501', message = 'not said by a program that is known here';
  end if;
  context := concat_ws('|', '', '', '', '{}', '{}', array['system:' || said[2]]);
  perform set_config('app.ctx', context || '|' || access.seal('who|' || context), true),
    set_config('app.reach', '', true);
end $$;
comment on function access.enter_as_part is 'Signs into this transaction that a part of the system acts';

-- Begins a session, when a registered program says so. `message` is
-- session|<user>|<token digest in hex>|<kind>|<means>|<idle seconds>|<lifetime seconds>|<epoch seconds>.
create function access.begin_session(key_id text, message text, tag bytea) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  said text[] := string_to_array(message, '|');
  begun uuid;
begin
  if said[1] <> 'session' or array_length(said, 1) <> 8
    or not access.program_says(key_id, message, tag)
    or abs(extract(epoch from clock_timestamp()) - said[8]::numeric) > 60 then
    raise exception using errcode = '42501', message = 'not said by a program that is known here';
  end if;
  insert into access.session (token_hash, user_id, kind, means, idle_seconds, ends_at, proven_at)
    select decode(said[3], 'hex'), u.id, said[4], said[5], said[6]::integer,
      clock_timestamp() + make_interval(secs => said[7]::integer), clock_timestamp()
    from access.user_account u join access.agency a on a.id = u.agency_id
    where u.id = said[2]::uuid and u.disabled_at is null and a.stopped_at is null
    returning id into begun;
  return begun;
end $$;
comment on function access.begin_session(text, text, bytea) is 'Begins a session of somebody whom the program has recognised; null when the account is closed';

create function access.end_session(token bytea) returns boolean
  language sql security definer
  set search_path = pg_catalog
  begin atomic
    with ended as (
      update access.session set ended_at = clock_timestamp(), ended_by = 'sign-out'
      where token_hash = token and ended_at is null returning 1)
    select exists (select from ended);
  end;
comment on function access.end_session(bytea) is 'Signs out the holder of this token';

create function access.end_own_sessions() returns integer
  language sql security definer
  set search_path = pg_catalog
  begin atomic
    with ended as (
      update access.session set ended_at = clock_timestamp(), ended_by = 'sign-out everywhere'
      where user_id = access.user_id() and ended_at is null returning 1)
    select count(*)::integer from ended;
  end;
comment on function access.end_own_sessions() is 'Signs out whoever acts, everywhere; how many sessions ended';

-- In one's line: supervises a team in which the other works, or is supervised so.
create function access.in_line(one uuid, other uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    with live as (
      select p.user_id, p.team_id, p.role from access.posting p
      where p.user_id in (one, other) and p.from_at <= clock_timestamp()
        and (p.until_at is null or p.until_at > clock_timestamp()))
    select access.user_id() is not null and (one = other or exists (
      select from live a join live b on a.team_id = b.team_id and a.user_id <> b.user_id
      where a.role = 'supervisor' or b.role = 'supervisor'));
  end;
comment on function access.in_line(uuid, uuid) is 'Whether one of two people supervises the other, or they are the same; told to somebody who acts alone';

select access.rotate_context_key();

-- Row policies ---------------------------------------------------------------------------------------
-- Colleagues of the area see who there is; nobody outside the program's functions sees sessions or keys.

do $$
declare t text;
begin
  foreach t in array array['force_area', 'agency', 'team', 'user_account', 'user_contact', 'role', 'posting',
    'lease', 'session', 'program_key', 'context_key'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy functions_of_the_owner on access.%I to turnstone_owner using (true) with check (true)', t);
  end loop;
end $$;

create policy colleagues_read on access.force_area for select to turnstone_app
  using (id = (select access.area_id()));
create policy colleagues_read on access.agency for select to turnstone_app
  using (area_id = (select access.area_id()));
create policy colleagues_read on access.team for select to turnstone_app
  using ((select true from access.agency a where a.id = agency_id));
create policy colleagues_read on access.user_account for select to turnstone_app
  using ((select true from access.agency a where a.id = agency_id));
create policy colleagues_read on access.posting for select to turnstone_app
  using ((select true from access.user_account u where u.id = user_id));
create policy signed_in_read on access.role for select to turnstone_app
  using ((select access.user_id()) is not null);
create policy administrator_reads on access.user_contact for select to turnstone_app
  using ('administrator' = any ((select access.roles())::text[]) and (select true from access.user_account u where u.id = user_id));
create policy own_reads on access.user_contact for select to turnstone_app
  using (user_id = (select access.user_id()));
create policy holder_reads on access.lease for select to turnstone_app
  using (principal = any ((select access.readers())::integer[]));

grant select (id, slug, name) on access.force_area to turnstone_app;
grant select (id, area_id, name, kind, stopped_at) on access.agency to turnstone_app;
grant select (id, agency_id, name) on access.team to turnstone_app;
grant select (id, agency_id, kind, given_name, family_name, disabled_at) on access.user_account to turnstone_app;
grant select on access.posting, access.role, access.user_contact to turnstone_app;
grant select (id, principal, kind, holder_user, holder_agency, from_at, until_at, ended_at) on access.lease to turnstone_app;

do $$
declare f text;
begin
  for f in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'access'::regnamespace loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function access.verified(), access.user_id(), access.session_id(), access.area_id(), access.self(),
  access.readers(), access.writers(), access.roles(), access.session_of(bytea), access.enter(bytea),
  access.enter_as_part, access.begin_session(text, text, bytea), access.end_session(bytea), access.end_own_sessions(),
  access.in_line(uuid, uuid), access.knows_program(text) to turnstone_app;
