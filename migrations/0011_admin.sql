-- What an administrator does alone with users, teams, programs and settings: what gives nobody access, and
-- what takes it away, at once. What gives access needs two (0012_two_administrators.sql). Administrators see no case.

create function access.is_administrator() returns boolean
  language sql stable
  set search_path = pg_catalog
  return 'administrator' = any (access.roles());
comment on function access.is_administrator() is 'Whether whoever acts is an administrator now';

create function access.of_own_area(who uuid) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select exists (select from access.user_account u join access.agency a on a.id = u.agency_id
      where u.id = who and a.area_id = access.area_id());
  end;
comment on function access.of_own_area(uuid) is 'Whether an account belongs to the area of whoever acts';

create function access.agency_of_own_area(which uuid) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select exists (select from access.agency a where a.id = which and a.area_id = access.area_id());
  end;
comment on function access.agency_of_own_area(uuid) is 'Whether an agency belongs to the area of whoever acts';

-- A posting that holds now.
create function access.holds(p access.posting) returns boolean
  language sql stable
  set search_path = pg_catalog
  return p.from_at <= clock_timestamp() and (p.until_at is null or p.until_at > clock_timestamp());
comment on function access.holds(access.posting) is 'Whether a posting holds at this moment';

-- Somebody who may administer now, whoever asks.
create function access.administrates(who uuid) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select exists (
      select from access.user_account u
      join access.agency a on a.id = u.agency_id
      join access.posting p on p.user_id = u.id
      where u.id = who and u.disabled_at is null and a.stopped_at is null
        and p.role = 'administrator' and access.holds(p));
  end;
comment on function access.administrates(uuid) is 'Whether somebody is an administrator now, with an account and an agency that are open';

-- Acts of the administrators of one area go one after the other, and each looks again whether whoever acts
-- still is one: of two who shut each other out at once, one does, and the area is not left without any.
create function access.administers() returns boolean
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  if not access.is_administrator() then return false; end if;
  perform from access.force_area a where a.id = access.area_id() for no key update;
  return access.administrates(access.user_id());
end $$;
comment on function access.administers() is 'For functions of the owner: whether whoever acts may administer, with other administrators of the area waiting until it is done';

create function access.add_team(to_agency uuid, called text) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare made uuid;
begin
  if not access.administers() or not access.agency_of_own_area(to_agency) then return null; end if;
  insert into access.team (agency_id, name) values (to_agency, called) on conflict (agency_id, name) do nothing returning id into made;
  return made;
end $$;
comment on function access.add_team is 'Makes a team; null where the agency is not of the own area, or has a team of this name';

create function access.add_user(to_agency uuid, given text, family text, address text, out outcome text, out made uuid)
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  outcome := 'absent';
  if address is null or not access.administers() or not access.agency_of_own_area(to_agency) then return; end if;
  insert into access.user_account (agency_id, given_name, family_name) values (to_agency, given, family) returning id into made;
  insert into access.user_contact (user_id, email) values (made, lower(address)) on conflict (email) do nothing;
  outcome := case when found then 'done' else 'known already' end;
  if outcome = 'done' then return; end if;
  delete from access.user_account where id = made;
  made := null;
end $$;
comment on function access.add_user is 'Makes the account of a person, without any posting; none where the address of e-mail has an account';

create function access.add_program(to_team uuid, called text) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare made uuid;
begin
  if not access.administers() then return null; end if;
  insert into access.user_account (agency_id, given_name, family_name, kind)
    select t.agency_id, called, '', 'program' from access.team t
    where t.id = to_team and access.agency_of_own_area(t.agency_id)
    returning id into made;
  insert into access.posting (user_id, team_id, role, posted_by)
    select made, to_team, 'practitioner', access.user_id() where made is not null;
  return made;
end $$;
comment on function access.add_program is 'Makes the account of a program, posted as practitioner: it reads what is shared with its agency, once two administrators have given it a token';

-- Within the own line a posting is not ended either: whoever ends his supervisor's is in nobody's line.
-- The account of a colleague in the own line can be closed at once, and only another opens it again.
create function access.end_posting(which uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare of_user uuid := (select p.user_id from access.posting p where p.id = which);
begin
  if of_user is null or not access.administers() or not access.of_own_area(of_user) then return 'absent'; end if;
  if of_user = access.user_id() then return 'oneself'; end if;
  if access.in_line(of_user, access.user_id()) then return 'own line'; end if;
  update access.posting p set until_at = greatest(clock_timestamp(), p.from_at + interval '1 microsecond')
    where p.id = which and (p.until_at is null or p.until_at > clock_timestamp());
  return case when found then 'done' else 'ended already' end;
end $$;
comment on function access.end_posting is 'Ends a posting at once';

create function access.end_sessions_of(who uuid) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare ended integer;
begin
  if not access.administers() or not access.of_own_area(who) then return null; end if;
  update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where user_id = who and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
comment on function access.end_sessions_of is 'Signs somebody out everywhere; how many sessions ended';

create function access.end_token(which uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not access.administers() or not exists (
    select from access.session s where s.id = which and s.kind = 'program' and access.of_own_area(s.user_id)) then return 'absent'; end if;
  update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where id = which and ended_at is null;
  return case when found then 'done' else 'ended already' end;
end $$;
comment on function access.end_token is 'Ends a token of a program at once';

create function access.stop_agency(which uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not access.administers() or not access.agency_of_own_area(which) then return 'absent'; end if;
  if which = (select u.agency_id from access.user_account u where u.id = access.user_id()) then return 'own agency'; end if;
  update access.agency set stopped_at = clock_timestamp() where id = which and stopped_at is null;
  if not found then return 'so already'; end if;
  -- People sign in anew when the agency is let in again; tokens of its programs, which nobody could type, go on then.
  update access.session s set ended_at = clock_timestamp(), ended_by = 'administrator'
    from access.user_account u
    where u.agency_id = which and s.user_id = u.id and s.kind = 'browser' and s.ended_at is null;
  return 'done';
end $$;
comment on function access.stop_agency is 'Shuts out everybody of an agency at once';

create function platform.set_setting(called text, wanted integer, expected integer) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare s platform.setting;
begin
  if not access.administers() then return 'absent'; end if;
  select * into s from platform.setting t where t.name = called for update;
  if not found then return 'absent'; end if;
  if s.value is distinct from expected then return 'changed meanwhile'; end if;
  if wanted is null or wanted not between s.least and s.most then return 'out of range'; end if;
  update platform.setting set value = wanted where name = called;
  return 'done';
end $$;
comment on function platform.set_setting is 'Changes a setting within its limits';

-- Sessions of somebody, for whoever administers: when and by what means, never a token.
create function access.sessions_of(who uuid) returns table (kind text, means text, began_at timestamptz, seen_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select s.kind, s.means, s.began_at, s.seen_at from access.session s
    where s.user_id = who and access.is_administrator() and access.of_own_area(who)
      and s.ended_at is null and s.ends_at > clock_timestamp()
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
    order by s.began_at desc;
  end;
comment on function access.sessions_of is 'The live sessions of somebody of the own area';

create function access.program_tokens()
  returns table (id uuid, user_id uuid, began_at timestamptz, seen_at timestamptz, ends_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select s.id, s.user_id, s.began_at, s.seen_at, s.ends_at
    from access.session s
    join access.user_account u on u.id = s.user_id
    join access.agency a on a.id = u.agency_id
    where access.is_administrator() and u.kind = 'program' and s.kind = 'program' and a.area_id = access.area_id()
      and s.ended_at is null and s.ends_at > clock_timestamp()
      and s.seen_at + make_interval(secs => s.idle_seconds) > clock_timestamp()
    order by s.began_at desc;
  end;
comment on function access.program_tokens is 'The live tokens of programs of the own area: when, never the token';

create function access.waiting_invitations()
  returns table (user_id uuid, made_at timestamptz, ends_at timestamptz, agreed boolean)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select i.user_id, i.made_at, i.ends_at, i.invited_by is null or i.agreed_by is not null from access.invitation i
    where access.is_administrator() and i.used_at is null and i.ended_at is null and access.of_own_area(i.user_id);
  end;
comment on function access.waiting_invitations is 'Who of the own area was invited and has not come, also where the invitation has run out';

grant execute on function access.holds, access.administrates, access.add_team, access.add_user, access.add_program,
  access.end_posting, access.end_sessions_of, access.end_token, access.stop_agency, access.sessions_of,
  access.program_tokens, access.waiting_invitations, platform.set_setting to turnstone_app;
