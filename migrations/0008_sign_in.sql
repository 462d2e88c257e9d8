-- How people are recognised. The facts for it (password hashes, secrets of one-time codes, public keys)
-- leave the database only through functions that demand a message signed by the program, and only those
-- set them: a smuggled SQL statement can neither read a hash nor plant a credential. What remains is
-- one's own: the list of own passkeys and sessions, as oneself.

create table access.password (
  user_id    uuid primary key references access.user_account (id),
  hash       text not null check (hash ~ '^\$argon2id\$' and length(hash) <= 300),
  changed_at timestamptz not null default now()
);
comment on table access.password is 'Password of an account, as argon2id in PHC format with its parameters.';

create table access.one_time_code (
  user_id      uuid primary key references access.user_account (id),
  secret       bytea not null check (length(secret) between 40 and 200),
  confirmed_at timestamptz not null default now(),
  last_step    bigint not null check (last_step >= 0)
);
comment on table access.one_time_code is 'Secret of the one-time codes (RFC 6238) of an account.';
comment on column access.one_time_code.secret is 'Encrypted by the program for this account; the database cannot read it.';
comment on column access.one_time_code.last_step is 'Step of the code that was used last: a code works once, and none before it works again.';

create table access.recovery_code (
  hash    bytea not null check (length(hash) = 32),
  user_id uuid not null references access.user_account (id),
  used_at timestamptz,
  primary key (user_id, hash)
);
comment on table access.recovery_code is 'Codes on paper for whoever has lost the device that makes one-time codes; each works once.';

create table access.passkey (
  id            uuid primary key default gen_random_uuid(),
  user_id       uuid not null references access.user_account (id),
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key    bytea not null check (length(public_key) between 1 and 4000),
  counter       bigint not null check (counter >= 0),
  transports    text[] not null default '{}' check (cardinality(transports) <= 10),
  name          text not null check (length(name) between 1 and 60),
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz
);
create index passkey_user on access.passkey (user_id);
comment on table access.passkey is 'Public keys of devices that recognise their holder (WebAuthn).';
comment on column access.passkey.counter is 'How often the device says it has signed; one that falls back was copied.';

create table access.used_challenge (
  hash    bytea primary key check (length(hash) = 32),
  ends_at timestamptz not null
);
create index used_challenge_ends on access.used_challenge (ends_at);
comment on table access.used_challenge is 'Challenges that a passkey has answered, until they are too old to be answered again.';

create table access.federated_identity (
  issuer    text not null check (length(issuer) <= 500),
  subject   text not null check (length(subject) between 1 and 255),
  user_id   uuid not null references access.user_account (id),
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index federated_identity_user on access.federated_identity (user_id);
comment on table access.federated_identity is 'Who an account is to an identity provider (OpenID Connect).';

create table access.invitation (
  id         uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  user_id    uuid not null references access.user_account (id),
  invited_by uuid references access.user_account (id),
  made_at    timestamptz not null default now(),
  ends_at    timestamptz not null check (ends_at > made_at and ends_at <= made_at + interval '14 days'),
  used_at    timestamptz,
  ended_at   timestamptz,
  agreed_by  uuid references access.user_account (id),
  code_hash  bytea check (length(code_hash) = 32),
  wrong_codes    integer not null default 0 check (wrong_codes between 0 and 5),
  provider_until timestamptz,
  check ((agreed_by is null) = (code_hash is null)),
  check (agreed_by <> invited_by)
);
create index invitation_user on access.invitation (user_id);
create index invitation_invited_by on access.invitation (invited_by);
create index invitation_agreed_by on access.invitation (agreed_by);
comment on table access.invitation is 'Addresses by which somebody sets a password and a second factor for the first time, or anew.';
comment on column access.invitation.invited_by is 'Who invited, and saw the address; null where the command line did.';
comment on column access.invitation.ended_at is 'A later invitation took its place, the account was closed, a second administrator did not agree, or too many wrong codes were typed.';
comment on column access.invitation.agreed_by is 'The second administrator, who saw the code. Nobody is let in by what one of the two saw.';
comment on column access.invitation.code_hash is 'HMAC of the code under a key of the program: it cannot be found by trying here.';
comment on column access.invitation.provider_until is 'The code was shown a moment ago: until then whoever showed it may take it up through the identity provider.';

create table access.sign_in_failure (
  bucket   bytea primary key check (length(bucket) = 32),
  failures integer not null check (failures >= 0),
  last_at  timestamptz not null,
  open_at  timestamptz not null
);
create index sign_in_failure_last on access.sign_in_failure (last_at);
comment on table access.sign_in_failure is 'How often signing in failed of late, for each account and each network address, known or not.';
comment on column access.sign_in_failure.bucket is 'HMAC of what was typed as the account, or of the address, under a key of the program: neither can be read here.';
comment on column access.sign_in_failure.open_at is 'No try before this.';

do $$
declare t text;
begin
  foreach t in array array['password', 'one_time_code', 'recovery_code', 'passkey', 'used_challenge',
    'federated_identity', 'invitation', 'sign_in_failure'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force  row level security', t);
    execute format('create policy functions_of_the_owner on access.%I to turnstone_owner using (true) with check (true)', t);
  end loop;
end $$;

create policy own_reads on access.password for select to turnstone_app using (user_id = (select access.user_id()));
create policy own_reads on access.one_time_code for select to turnstone_app using (user_id = (select access.user_id()));
create policy own_reads on access.recovery_code for select to turnstone_app using (user_id = (select access.user_id()));
create policy own_reads on access.passkey for select to turnstone_app using (user_id = (select access.user_id()));
create policy own_removes on access.passkey for delete to turnstone_app using (user_id = (select access.user_id()));
create policy own_reads on access.federated_identity for select to turnstone_app using (user_id = (select access.user_id()));
grant select (user_id, changed_at) on access.password to turnstone_app;
grant select (user_id, confirmed_at) on access.one_time_code to turnstone_app;
grant select (user_id, used_at) on access.recovery_code to turnstone_app;
grant select (id, user_id, name, created_at, last_used_at), delete on access.passkey to turnstone_app;
grant select (user_id, issuer, linked_at) on access.federated_identity to turnstone_app;

-- What the program says ------------------------------------------------------------------------------
-- purpose|fields…|epoch seconds. Texts and bytes are written in hex, so that no field can hold a bar.

create function access.said(purpose text, fields integer, key_id text, message text, tag bytea) returns text[]
  language plpgsql
  set search_path = pg_catalog
as $$
declare
  words text[] := string_to_array(message, '|');
begin
  if words[1] is distinct from purpose or array_length(words, 1) is distinct from fields + 2
    or not access.program_says(key_id, message, tag) then
    raise exception using errcode = '42501', message = 'not said by a program that is known here';
  end if;
  if abs(extract(epoch from clock_timestamp()) - words[fields + 2]::numeric) > 60 then
    raise exception using errcode = '42501', message = 'said too long ago, or too early';
  end if;
  return words[2:fields + 1];
end $$;
comment on function access.said is 'The fields of a message that a known program has signed within the last minute; refuses any other';

create function access.text_of(hex text) returns text
  language sql immutable strict
  set search_path = pg_catalog
  return convert_from(decode(hex, 'hex'), 'UTF8');
comment on function access.text_of is 'A text that was written in hex';

create function access.is_live(who uuid) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select exists (
      select from access.user_account u join access.agency a on a.id = u.agency_id
      where u.id = who and u.kind = 'person' and u.disabled_at is null and a.stopped_at is null);
  end;
comment on function access.is_live is 'Whether this is a person''s account that is open, of an agency that is open';

-- facts|e-mail
create function access.sign_in_facts(key_id text, message text, tag bytea)
  returns table (user_id uuid, hash text, secret bytea, last_step bigint)
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('facts', 1, key_id, message, tag);
begin
  return query
    select e.user_id, p.hash, c.secret, c.last_step
    from access.user_contact e
    left join access.password p on p.user_id = e.user_id
    left join access.one_time_code c on c.user_id = e.user_id
    where e.email = access.text_of(fields[1]) and access.is_live(e.user_id);
end $$;
comment on function access.sign_in_facts is 'What recognises the holder of an e-mail address, for the program alone';

-- rehash|user|hash before|hash after
create function access.rehash(key_id text, message text, tag bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('rehash', 3, key_id, message, tag);
begin
  update access.password set hash = access.text_of(fields[3])
  where user_id = fields[1]::uuid and hash = access.text_of(fields[2]);
  return found;
end $$;
comment on function access.rehash is 'The same password with the parameters of today';

-- code|user|step
create function access.use_code(key_id text, message text, tag bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('code', 2, key_id, message, tag);
begin
  update access.one_time_code set last_step = fields[2]::bigint
  where user_id = fields[1]::uuid and last_step < fields[2]::bigint;
  return found;
end $$;
comment on function access.use_code is 'Uses the code of a step; false when it, or a later one, was used before';

-- recovery|user|hash of the code
create function access.use_recovery_code(key_id text, message text, tag bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('recovery', 2, key_id, message, tag);
begin
  update access.recovery_code set used_at = clock_timestamp()
  where user_id = fields[1]::uuid and hash = decode(fields[2], 'hex') and used_at is null;
  return found;
end $$;
comment on function access.use_recovery_code is 'Uses a code on paper; false when there is none such';

-- Slowing down ---------------------------------------------------------------------------------------
-- A try counts as a failure before anything is compared, so that fifty at once are not fifty free
-- guesses; success takes it back. Pauses double: an account from the fifth failure in a day, 30 seconds
-- to 15 minutes (about 100 guesses a day); an address, which a whole agency may share, from the fiftieth
-- in an hour, 10 seconds to 5 minutes.

create function access.pause_after(failures integer, free integer, first integer, longest integer) returns interval
  language sql immutable
  set search_path = pg_catalog
  return make_interval(secs => case when failures < free then 0
    else least(longest, first * 2.0 ^ least(failures - free, 20)) end);
comment on function access.pause_after is 'How long the next try must wait after so many failures';

create function access.failed_once(of_bucket bytea, within interval, free integer, first integer, longest integer) returns void
  language sql
  set search_path = pg_catalog
  begin atomic
    update access.sign_in_failure f
    set failures = n.failures, last_at = clock_timestamp(),
        open_at = clock_timestamp() + access.pause_after(n.failures, free, first, longest)
    from (
      select 1 + case when b.last_at < clock_timestamp() - within then 0 else b.failures end as failures
      from access.sign_in_failure b where b.bucket = of_bucket) n
    where f.bucket = of_bucket;
  end;
comment on function access.failed_once is 'Counts a try as failed';

-- try|bucket of the account|bucket of the address
create function access.begin_try(key_id text, message text, tag bytea) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('try', 2, key_id, message, tag);
  account bytea := decode(fields[1], 'hex');
  address bytea := decode(fields[2], 'hex');
  opens timestamptz;
begin
  delete from access.sign_in_failure where bucket in (
    select f.bucket from access.sign_in_failure f
    where f.last_at < clock_timestamp() - interval '25 hours' limit 20 for update skip locked);
  -- Always the account first: two tries that share both cannot wait for each other.
  insert into access.sign_in_failure values (account, 0, clock_timestamp(), clock_timestamp()) on conflict do nothing;
  perform from access.sign_in_failure where bucket = account for update;
  insert into access.sign_in_failure values (address, 0, clock_timestamp(), clock_timestamp()) on conflict do nothing;
  perform from access.sign_in_failure where bucket = address for update;
  select max(f.open_at) into opens from access.sign_in_failure f where f.bucket in (account, address);
  if opens > clock_timestamp() then
    return ceil(extract(epoch from opens - clock_timestamp()));
  end if;
  perform access.failed_once(account, interval '24 hours', 5, 30, 900);
  perform access.failed_once(address, interval '1 hour', 50, 10, 300);
  return 0;
end $$;
comment on function access.begin_try is 'Seconds until a try is allowed; 0 when it is, and then it counts as failed until it is known to be good';

-- good|bucket of the account|bucket of the address
create function access.good_try(key_id text, message text, tag bytea) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('good', 2, key_id, message, tag);
begin
  delete from access.sign_in_failure where bucket = decode(fields[1], 'hex');
  update access.sign_in_failure set failures = greatest(failures - 1, 0), open_at = clock_timestamp()
  where bucket = decode(fields[2], 'hex');
end $$;
comment on function access.good_try is 'Takes a try back that was good: the account begins anew, the address has one failure less';

-- Credentials ----------------------------------------------------------------------------------------

create function access.keep_password(who uuid, new_hash text) returns void
  language sql
  set search_path = pg_catalog
  begin atomic
    insert into access.password (user_id, hash) values (who, new_hash)
    on conflict (user_id) do update set hash = excluded.hash, changed_at = now();
  end;
comment on function access.keep_password is 'For functions of the owner: the password of somebody is now this';

create function access.keep_code(who uuid, new_secret bytea, step bigint) returns void
  language sql
  set search_path = pg_catalog
  begin atomic
    insert into access.one_time_code (user_id, secret, last_step) values (who, new_secret, step)
    on conflict (user_id) do update
      set secret = excluded.secret, last_step = excluded.last_step, confirmed_at = now();
  end;
comment on function access.keep_code is 'For functions of the owner: the one-time codes of somebody come from this secret now';

-- Whoever is invited anew has lost what was there before, or somebody else has found it.
create function access.forget_ways_in(who uuid) returns void
  language sql
  set search_path = pg_catalog
  begin atomic
    delete from access.password where user_id = who;
    delete from access.one_time_code where user_id = who;
    delete from access.recovery_code where user_id = who;
    delete from access.passkey where user_id = who;
    delete from access.federated_identity where user_id = who;
    update access.session set ended_at = clock_timestamp(), ended_by = 'sign-out everywhere'
    where user_id = who and ended_at is null;
  end;
comment on function access.forget_ways_in is 'For functions of the owner: nothing by which somebody signed in holds any more, and nobody is signed in so';

-- password|user|hash
create function access.set_password(key_id text, message text, tag bytea) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('password', 2, key_id, message, tag);
begin
  perform access.keep_password(fields[1]::uuid, access.text_of(fields[2]));
end $$;
comment on function access.set_password is 'Sets a password, when the program says so';

-- new code|user|secret|step
create function access.set_code(key_id text, message text, tag bytea) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('new code', 3, key_id, message, tag);
begin
  perform access.keep_code(fields[1]::uuid, decode(fields[2], 'hex'), fields[3]::bigint);
end $$;
comment on function access.set_code is 'Sets the secret of one-time codes, when the program says so';

-- recovery codes|user|hash,hash,…
create function access.set_recovery_codes(key_id text, message text, tag bytea) returns void
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('recovery codes', 2, key_id, message, tag);
begin
  delete from access.recovery_code where user_id = fields[1]::uuid;
  insert into access.recovery_code (user_id, hash)
    select fields[1]::uuid, decode(h, 'hex') from unnest(string_to_array(fields[2], ',')) h;
end $$;
comment on function access.set_recovery_codes is 'Sets the codes on paper, when the program says so; those of before stop working';

-- Passkeys -------------------------------------------------------------------------------------------

create function access.use_challenge(of_hash bytea) returns boolean
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  delete from access.used_challenge where ends_at < clock_timestamp();
  insert into access.used_challenge (hash, ends_at)
    values (of_hash, clock_timestamp() + interval '10 minutes') on conflict do nothing;
  return found;
end $$;
comment on function access.use_challenge is 'For functions of the owner: false when this challenge was answered before';

-- passkey|credential
create function access.passkey_facts(key_id text, message text, tag bytea)
  returns table (id uuid, user_id uuid, public_key bytea, counter bigint, transports text[])
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('passkey', 1, key_id, message, tag);
begin
  return query
    select k.id, k.user_id, k.public_key, k.counter, k.transports from access.passkey k
    where k.credential_id = decode(fields[1], 'hex') and access.is_live(k.user_id);
end $$;
comment on function access.passkey_facts is 'What checks the answer of a passkey, for the program alone';

-- passkeys of|user
create function access.passkeys_of(key_id text, message text, tag bytea)
  returns table (credential_id bytea, transports text[])
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('passkeys of', 1, key_id, message, tag);
begin
  return query
    select k.credential_id, k.transports from access.passkey k where k.user_id = fields[1]::uuid
    order by k.created_at, k.id;
end $$;
comment on function access.passkeys_of is 'Which passkeys somebody has, so that a device offers the right one';

-- used passkey|passkey|counter|hash of the challenge
create function access.use_passkey(key_id text, message text, tag bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('used passkey', 3, key_id, message, tag);
begin
  if not access.use_challenge(decode(fields[3], 'hex')) then return false; end if;
  -- Devices that do not count always say 0.
  update access.passkey set counter = fields[2]::bigint, last_used_at = clock_timestamp()
  where id = fields[1]::uuid and (counter < fields[2]::bigint or (counter = 0 and fields[2]::bigint = 0));
  return found;
end $$;
comment on function access.use_passkey is 'Uses up a challenge; false when it was used before, or when the passkey was copied';

-- new passkey|user|credential|public key|counter|transports,…|name|hash of the challenge
create function access.add_passkey(key_id text, message text, tag bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('new passkey', 7, key_id, message, tag);
begin
  if not access.use_challenge(decode(fields[7], 'hex')) then return false; end if;
  insert into access.passkey (user_id, credential_id, public_key, counter, transports, name)
    values (fields[1]::uuid, decode(fields[2], 'hex'), decode(fields[3], 'hex'), fields[4]::bigint,
      string_to_array(fields[5], ','), access.text_of(fields[6]))
    on conflict (credential_id) do nothing;
  return found;
end $$;
comment on function access.add_passkey is 'Adds a passkey, when the program says so; false when it is known already';

-- Identity provider and invitations ------------------------------------------------------------------

create function access.open_invitation(of_user uuid) returns setof access.invitation
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select i.* from access.invitation i
    where i.user_id = of_user and i.used_at is null and i.ended_at is null and i.ends_at > clock_timestamp()
      and (i.invited_by is null or i.agreed_by is not null)
      and access.is_live(i.user_id);
  end;
comment on function access.open_invitation is 'The invitation of somebody that still holds, and needs nobody''s word any more';

-- The code is looked at under a lock, so that fifty at once are not fifty free guesses. The fifth wrong one
-- ends the invitation, and is answered as any that ended.
create function access.code_fits(which uuid, code bytea) returns boolean
  language plpgsql
  set search_path = pg_catalog
as $$
declare one access.invitation;
begin
  select * into one from access.invitation i where i.id = which and i.used_at is null and i.ended_at is null for update;
  if not found then return null; end if;
  if one.invited_by is null or one.code_hash = code then return true; end if;
  update access.invitation i set wrong_codes = i.wrong_codes + 1,
    ended_at = case when i.wrong_codes >= 4 then clock_timestamp() end
  where i.id = which;
  return case when one.wrong_codes < 4 then false end;
end $$;
comment on function access.code_fits is 'For functions of the owner: whether this is the code of an invitation, counting those that are not; null when it holds no more';

-- to provider|token's digest|digest of the code
create function access.open_to_provider(key_id text, message text, tag bytea) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('to provider', 2, key_id, message, tag);
  which uuid;
  fits boolean;
begin
  select i.id into which from access.invitation i
  where i.token_hash = decode(fields[1], 'hex') and i.id in (select o.id from access.open_invitation(i.user_id) o);
  if not found then return 'over'; end if;
  fits := access.code_fits(which, decode(fields[2], 'hex'));
  if fits then
    update access.invitation set provider_until = clock_timestamp() + interval '10 minutes' where id = which;
  end if;
  return case when fits then 'done' when not fits then 'wrong code' else 'over' end;
end $$;
comment on function access.open_to_provider is 'Lets an invitation be taken up through the identity provider for ten minutes, by its code';

-- federated|issuer|subject|verified e-mail, or nothing|token's digest of the invitation whose code was shown, or nothing
create function access.federated_user(key_id text, message text, tag bytea) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('federated', 4, key_id, message, tag);
  known uuid;
  invited uuid;
begin
  select f.user_id into known from access.federated_identity f
  where f.issuer = access.text_of(fields[1]) and f.subject = access.text_of(fields[2]);
  if found then return case when access.is_live(known) then known end; end if;
  update access.invitation i set used_at = clock_timestamp()
  from access.user_contact e
  where e.email = access.text_of(fields[3]) and i.id in (select o.id from access.open_invitation(e.user_id) o)
    and (i.invited_by is null or (i.token_hash = decode(fields[4], 'hex') and i.provider_until > clock_timestamp()))
    and i.used_at is null and i.ended_at is null
  returning i.user_id into invited;
  if invited is null then return null; end if;
  perform access.forget_ways_in(invited);
  insert into access.federated_identity (issuer, subject, user_id)
    values (access.text_of(fields[1]), access.text_of(fields[2]), invited);
  return invited;
end $$;
comment on function access.federated_user is 'Who this is to us: linked before, or invited now under an e-mail address that the provider has verified';

create function access.invitation_of(token bytea)
  returns table (user_id uuid, given_name text, family_name text, email text, agency text, ends_at timestamptz, by_code boolean)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select u.id, u.given_name, u.family_name, e.email, a.name, i.ends_at, i.invited_by is not null
    from access.invitation i
    join access.user_account u on u.id = i.user_id
    join access.user_contact e on e.user_id = u.id
    join access.agency a on a.id = u.agency_id
    where i.token_hash = token and i.id in (select o.id from access.open_invitation(i.user_id) o);
  end;
comment on function access.invitation_of is 'Whom a token invites; no row when it invites nobody (any more)';

-- accept|token's digest|password hash|secret|step|digest of the code, or nothing
create function access.accept_invitation(key_id text, message text, tag bytea, out outcome text, out invited uuid)
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('accept', 5, key_id, message, tag);
  which uuid;
  fits boolean;
begin
  outcome := 'over';
  select i.id into which from access.invitation i
  where i.token_hash = decode(fields[1], 'hex') and i.id in (select o.id from access.open_invitation(i.user_id) o);
  if not found then return; end if;
  fits := access.code_fits(which, decode(fields[5], 'hex'));
  if fits is not true then
    if not fits then outcome := 'wrong code'; end if;
    return;
  end if;
  outcome := 'done';
  update access.invitation i set used_at = clock_timestamp() where i.id = which returning i.user_id into invited;
  perform access.forget_ways_in(invited);
  perform access.keep_password(invited, access.text_of(fields[2]));
  perform access.keep_code(invited, decode(fields[3], 'hex'), fields[4]::bigint);
end $$;
comment on function access.accept_invitation is 'Sets password and one-time codes of whoever was invited, once: done, wrong code, or over';

-- Own sessions ---------------------------------------------------------------------------------------

-- proof|session
create function access.prove(key_id text, message text, tag bytea) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  fields text[] := access.said('proof', 1, key_id, message, tag);
begin
  update access.session set proven_at = clock_timestamp()
  where id = fields[1]::uuid and ended_at is null;
  return found;
end $$;
comment on function access.prove is 'A second factor was just shown in this session, says the program';

create function access.own_sessions()
  returns table (id uuid, means text, began_at timestamptz, seen_at timestamptz, ends_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select s.id, s.means, s.began_at, s.seen_at, s.ends_at from access.session s
    where s.user_id = access.user_id() and s.kind = 'browser' and s.ended_at is null and s.ends_at > clock_timestamp()
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
    order by s.seen_at desc, s.id;
  end;
comment on function access.own_sessions is 'Live sessions of whoever acts';

create function access.end_own_session(which uuid) returns boolean
  language sql security definer
  set search_path = pg_catalog
  begin atomic
    with ended as (
      update access.session s set ended_at = clock_timestamp(), ended_by = 'sign-out'
      where s.id = which and s.user_id = access.user_id() and s.ended_at is null returning 1)
    select exists (select from ended);
  end;
comment on function access.end_own_session is 'Ends one session of whoever acts';

create function access.end_own_other_sessions() returns integer
  language sql security definer
  set search_path = pg_catalog
  begin atomic
    with ended as (
      update access.session s set ended_at = clock_timestamp(), ended_by = 'sign-out everywhere'
      where s.user_id = access.user_id() and s.id <> access.session_id() and s.ended_at is null returning 1)
    select count(*)::integer from ended;
  end;
comment on function access.end_own_other_sessions is 'Ends every session of whoever acts but this one; how many';

do $$
declare f text;
begin
  foreach f in array array['said', 'text_of', 'is_live', 'sign_in_facts', 'rehash', 'use_code', 'use_recovery_code',
    'pause_after', 'failed_once', 'begin_try', 'good_try', 'keep_password', 'keep_code', 'set_password', 'set_code',
    'set_recovery_codes', 'use_challenge', 'passkey_facts', 'passkeys_of', 'use_passkey', 'add_passkey',
    'open_invitation', 'code_fits', 'open_to_provider', 'federated_user', 'invitation_of', 'accept_invitation',
    'prove', 'own_sessions', 'end_own_session', 'end_own_other_sessions'] loop
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.sign_in_facts, access.rehash, access.use_code, access.use_recovery_code,
  access.begin_try, access.good_try, access.set_password, access.set_code, access.set_recovery_codes,
  access.passkey_facts, access.passkeys_of, access.use_passkey, access.add_passkey, access.federated_user,
  access.invitation_of, access.open_to_provider, access.accept_invitation, access.prove, access.own_sessions,
  access.end_own_session, access.end_own_other_sessions to turnstone_app;
