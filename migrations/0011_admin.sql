-- What an administrator does with users, teams, programs and settings. Administrators see no case; nobody
-- gives a posting to himself or within his own line, because a second person has to (trust: two people).

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

-- Acts of the administrators of one area go one after the other, and each looks again whether whoever acts
-- still is one: of two who shut each other out at once, one does, and the area is not left without any.
create function access.administers() returns boolean
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  if not access.is_administrator() then return false; end if;
  perform from access.force_area a where a.id = access.area_id() for no key update;
  return exists (
    select from access.user_account u
    join access.agency a on a.id = u.agency_id
    join access.posting p on p.user_id = u.id
    where u.id = access.user_id() and u.disabled_at is null and a.stopped_at is null
      and p.role = 'administrator' and access.holds(p));
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
comment on function access.add_program is 'Makes the account of a program, posted as practitioner: it reaches what is shared with its agency, and changes nothing';

create function access.invite(who uuid, token bytea, ends timestamptz) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not access.administers() or not access.of_own_area(who)
    or not exists (select from access.user_contact c where c.user_id = who) then return 'absent'; end if;
  if who = access.user_id() then return 'oneself'; end if;
  if access.in_line(who, access.user_id()) then return 'own line'; end if;
  if not access.is_live(who) then return 'closed'; end if;
  update access.invitation set ended_at = clock_timestamp() where user_id = who and used_at is null and ended_at is null;
  insert into access.invitation (token_hash, user_id, invited_by, ends_at) values (token, who, access.user_id(), ends);
  return 'done';
end $$;
comment on function access.invite is 'Invites somebody to set a password and a second factor; an earlier invitation ends';

-- Administrators and standards auditors see no case, and neither does the work of the other: whoever is
-- posted as one of them is posted as nothing else that would change this.
create function access.roles_apart(who uuid, as_role text) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select exists (
      select from access.posting p
      join access.role theirs on theirs.code = p.role
      join access.role wanted on wanted.code = as_role
      where p.user_id = who and (p.until_at is null or p.until_at > clock_timestamp())
        and theirs.code <> wanted.code
        and (theirs.code in ('administrator', 'standards-auditor') or wanted.code in ('administrator', 'standards-auditor'))
        and (theirs.code in ('administrator', 'standards-auditor') or theirs.team_cases or theirs.agency_shares)
        and (wanted.code in ('administrator', 'standards-auditor') or wanted.team_cases or wanted.agency_shares));
  end;
comment on function access.roles_apart(uuid, text) is 'Whether somebody has a role now that must be apart from this one';

-- The own line is also the one that would begin with the posting.
create function access.posting_in_line(who uuid, to_team uuid, as_role text) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select access.in_line(who, access.user_id()) or exists (
      select from access.posting own
      where own.user_id = access.user_id() and own.team_id = to_team and access.holds(own)
        and 'supervisor' in (own.role, as_role));
  end;
comment on function access.posting_in_line(uuid, uuid, text) is 'Whether a posting is in the line of whoever acts, or would put it there';

create function access.post_user(who uuid, to_team uuid, as_role text, reaching_all boolean, until timestamptz) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  wanted access.role;
begin
  select * into wanted from access.role r where r.code = as_role;
  if not found or reaching_all is null or not access.administers() or not access.of_own_area(who)
    or not exists (select from access.user_account u where u.id = who and u.kind = 'person')
    or not exists (select from access.team t where t.id = to_team and access.agency_of_own_area(t.agency_id)) then return 'absent'; end if;
  if who = access.user_id() then return 'oneself'; end if;
  if access.posting_in_line(who, to_team, as_role) then return 'own line'; end if;
  if until <= clock_timestamp() then return 'over before it begins'; end if;
  if reaching_all and not wanted.team_cases then return 'not for the whole area'; end if;
  if access.roles_apart(who, as_role) then return 'roles apart'; end if;
  if exists (select from access.posting p where p.user_id = who and p.team_id = to_team and p.role = as_role and access.holds(p)) then
    return 'there already';
  end if;
  insert into access.posting (user_id, team_id, role, force_wide, until_at, posted_by)
    values (who, to_team, as_role, reaching_all, until, access.user_id());
  return 'done';
end $$;
comment on function access.post_user is 'Gives a person a posting, from now on';

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

create function access.set_disabled(who uuid, closed boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if closed is null or not access.administers() or not access.of_own_area(who) then return 'absent'; end if;
  if who = access.user_id() then return 'oneself'; end if;
  if not closed and access.in_line(who, access.user_id()) then return 'own line'; end if;
  update access.user_account set disabled_at = case when closed then clock_timestamp() end
    where id = who and (disabled_at is null) = closed;
  if not found then return 'so already'; end if;
  if not closed then return 'done'; end if;
  -- What was open before must not open again with the account.
  update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where user_id = who and ended_at is null;
  update access.invitation set ended_at = clock_timestamp() where user_id = who and used_at is null and ended_at is null;
  return 'done';
end $$;
comment on function access.set_disabled is 'Closes an account, its sessions and invitations at once, or opens it again';

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

create function access.set_stopped(which uuid, stop boolean) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if stop is null or not access.administers() or not access.agency_of_own_area(which) then return 'absent'; end if;
  if which = (select u.agency_id from access.user_account u where u.id = access.user_id()) then return 'own agency'; end if;
  update access.agency set stopped_at = case when stop then clock_timestamp() end
    where id = which and (stopped_at is null) = stop;
  if not found then return 'so already'; end if;
  -- People sign in anew when the agency is let in again; tokens of its programs, which nobody could type, go on then.
  update access.session s set ended_at = clock_timestamp(), ended_by = 'administrator'
    from access.user_account u
    where stop and u.agency_id = which and s.user_id = u.id and s.kind = 'browser' and s.ended_at is null;
  return 'done';
end $$;
comment on function access.set_stopped is 'Shuts out everybody of an agency at once, or lets them in again';

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

create function access.waiting_invitations() returns table (user_id uuid, made_at timestamptz, ends_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select i.user_id, i.made_at, i.ends_at from access.invitation i
    where access.is_administrator() and i.used_at is null and i.ended_at is null and access.of_own_area(i.user_id);
  end;
comment on function access.waiting_invitations is 'Who of the own area was invited and has not come, also where the invitation has run out';

grant execute on function access.add_team, access.add_user, access.add_program, access.invite, access.post_user,
  access.end_posting, access.set_disabled, access.end_sessions_of, access.end_token, access.set_stopped,
  access.sessions_of, access.program_tokens, access.waiting_invitations, platform.set_setting to turnstone_app;
