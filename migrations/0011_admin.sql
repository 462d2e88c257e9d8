-- What an administrator does with users, teams and settings. Administrators see no case; nobody gives a
-- posting to himself or within his own line, because a second person has to (trust: two people).

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

create function access.add_team(to_agency uuid, called text) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare made uuid;
begin
  if not access.is_administrator() or not exists (
    select from access.agency a where a.id = to_agency and a.area_id = access.area_id()) then return null; end if;
  insert into access.team (agency_id, name) values (to_agency, called) on conflict (agency_id, name) do nothing returning id into made;
  return made;
end $$;
comment on function access.add_team is 'Makes a team; null where the agency is not of the own area, or has a team of this name';

-- Answers null where the address has an account: the administrator finds it in the list, where it is of the own area.
create function access.add_user(to_agency uuid, given text, family text, address text, of_kind text) returns uuid
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare made uuid;
begin
  if not access.is_administrator() or not exists (
    select from access.agency a where a.id = to_agency and a.area_id = access.area_id()) then return null; end if;
  insert into access.user_account (agency_id, given_name, family_name, kind) values (to_agency, given, family, of_kind) returning id into made;
  if address is null then return made; end if;
  insert into access.user_contact (user_id, email) values (made, lower(address)) on conflict (email) do nothing;
  if found then return made; end if;
  delete from access.user_account where id = made;
  return null;
end $$;
comment on function access.add_user is 'Makes an account without any posting';

create function access.invite(who uuid, token bytea, ends timestamptz) returns boolean
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not access.is_administrator() or not access.of_own_area(who) or not access.is_live(who)
    or not exists (select from access.user_contact c where c.user_id = who) then return false; end if;
  update access.invitation set ended_at = clock_timestamp() where user_id = who and used_at is null and ended_at is null;
  insert into access.invitation (token_hash, user_id, invited_by, ends_at) values (token, who, access.user_id(), ends);
  return true;
end $$;
comment on function access.invite is 'Invites somebody to set a password and a second factor; an earlier invitation ends';

create function access.post_user(who uuid, to_team uuid, as_role text, reaching_all boolean, until timestamptz) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not access.is_administrator() or not access.of_own_area(who) or not exists (
    select from access.team t join access.agency a on a.id = t.agency_id
    where t.id = to_team and a.area_id = access.area_id()) then return 'absent'; end if;
  if access.in_line(who, access.user_id()) then return 'own line'; end if;
  -- Two administrators at once: one of them finds it there.
  perform from access.user_account u where u.id = who for no key update;
  if exists (select from access.posting p where p.user_id = who and p.team_id = to_team and p.role = as_role
    and p.from_at <= clock_timestamp() and (p.until_at is null or p.until_at > clock_timestamp())) then return 'there already'; end if;
  insert into access.posting (user_id, team_id, role, force_wide, until_at, posted_by)
    values (who, to_team, as_role, reaching_all, until, access.user_id());
  return 'done';
end $$;
comment on function access.post_user is 'Gives a posting, from now on';

create function access.end_posting(which uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare of_user uuid := (select p.user_id from access.posting p where p.id = which);
begin
  if not access.is_administrator() or of_user is null or not access.of_own_area(of_user) then return 'absent'; end if;
  update access.posting p set until_at = greatest(clock_timestamp(), p.from_at + interval '1 microsecond')
    where p.id = which and (p.until_at is null or p.until_at > clock_timestamp());
  return case when found then 'done' else 'ended already' end;
end $$;
comment on function access.end_posting is 'Ends a posting at once';

create function access.set_disabled(who uuid, closed boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if closed is null or not access.is_administrator() or not access.of_own_area(who) then return 'absent'; end if;
  if who = access.user_id() then return 'oneself'; end if;
  if not closed and access.in_line(who, access.user_id()) then return 'own line'; end if;
  update access.user_account set disabled_at = case when closed then clock_timestamp() end where id = who;
  update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where user_id = who and ended_at is null and closed;
  return 'done';
end $$;
comment on function access.set_disabled is 'Closes an account and its sessions at once, or opens it again';

create function access.end_sessions_of(who uuid) returns integer
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare ended integer;
begin
  if not access.is_administrator() or not access.of_own_area(who) then return null; end if;
  update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where user_id = who and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
comment on function access.end_sessions_of is 'Signs somebody out everywhere; how many sessions ended';

create function access.set_stopped(which uuid, stop boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if stop is null or not access.is_administrator() or not exists (
    select from access.agency a where a.id = which and a.area_id = access.area_id()) then return 'absent'; end if;
  if which = (select u.agency_id from access.user_account u where u.id = access.user_id()) then return 'own agency'; end if;
  update access.agency set stopped_at = case when stop then clock_timestamp() end where id = which;
  return 'done';
end $$;
comment on function access.set_stopped is 'Shuts out everybody of an agency at once, or lets them in again';

create function platform.set_setting(called text, wanted integer, expected integer) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare s platform.setting;
begin
  if not access.is_administrator() then return 'absent'; end if;
  select * into s from platform.setting t where t.name = called for update;
  if not found then return 'absent'; end if;
  if s.value is distinct from expected then return 'changed meanwhile'; end if;
  if wanted not between s.least and s.most then return 'out of range'; end if;
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

grant execute on function access.add_team, access.add_user, access.invite, access.post_user, access.end_posting,
  access.set_disabled, access.end_sessions_of, access.set_stopped, access.sessions_of, platform.set_setting to turnstone_app;
