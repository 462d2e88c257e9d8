-- What gives access, or gives it back, takes two administrators of the area: one proposes, and nothing has
-- happened; another agrees, and it happens in the same transaction, after everything was looked at again.
-- docs/decisions/0017-two-administrators.md says why.

create table access.proposal (
  id            uuid primary key default gen_random_uuid(),
  area_id       uuid not null references access.force_area (id),
  kind          text not null check (kind in ('posting', 'invitation', 'token', 'opening', 'admission')),
  user_id       uuid references access.user_account (id),
  agency_id     uuid references access.agency (id),
  team_id       uuid references access.team (id),
  role          text references access.role (code),
  force_wide    boolean,
  until_at      timestamptz,
  invitation_id uuid references access.invitation (id),
  days          integer check (days between 1 and 90),
  token_hash    bytea unique check (length(token_hash) = 32),
  other_half    text check (length(other_half) = 21),
  proposed_by   uuid not null references access.user_account (id),
  proposed_at   timestamptz not null default now(),
  lapses_at     timestamptz not null default now() + interval '7 days' check (lapses_at > proposed_at),
  outcome       text check (outcome in ('agreed', 'declined', 'withdrawn', 'ended')),
  decided_by    uuid references access.user_account (id),
  decided_at    timestamptz,
  reason        text check (length(reason) between 1 and 500),
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is not distinct from 'declined') = (reason is not null)),
  check (outcome is null or outcome not in ('agreed', 'declined') or (decided_by is not null and decided_by <> proposed_by)),
  check (outcome is distinct from 'agreed' or decided_by is distinct from user_id),
  check (user_id is distinct from proposed_by),
  check ((kind = 'admission') = (agency_id is not null) and (kind = 'admission') = (user_id is null)),
  check (case when kind = 'posting' then team_id is not null and role is not null and force_wide is not null
    else coalesce(team_id::text, role, force_wide::text, until_at::text) is null end),
  check (kind = 'invitation' or invitation_id is null),
  check ((kind = 'token') = (days is not null)),
  check ((token_hash is not null) = (kind = 'token' and outcome is null)),
  check ((token_hash is null) = (other_half is null))
);
create index proposal_area on access.proposal (area_id);
create index proposal_user on access.proposal (user_id);
create index proposal_agency on access.proposal (agency_id);
create index proposal_team on access.proposal (team_id);
create index proposal_role on access.proposal (role);
create index proposal_invitation on access.proposal (invitation_id);
create index proposal_proposed_by on access.proposal (proposed_by);
create index proposal_decided_by on access.proposal (decided_by);
comment on table access.proposal is 'What one administrator wants to give and a second has to agree to; kept when it was decided.';
comment on column access.proposal.user_id is 'Whom it is for; null where it lets an agency in again.';
comment on column access.proposal.token_hash is 'Digest of the token of a program that begins when it is agreed to; gone when it is decided.';
comment on column access.proposal.other_half is 'The half of the token that whoever proposed did not see, to be shown once to whoever agrees. Alone it opens nothing.';
comment on column access.proposal.outcome is 'Null while nobody has decided; ended: a later invitation took its place, or the account was closed.';

alter table access.posting add column agreed_by uuid references access.user_account (id);
create index posting_agreed_by on access.posting (agreed_by);
comment on column access.posting.agreed_by is 'The second administrator; null where the program made it with the first administrator or the demo.';

alter table access.proposal enable row level security;
alter table access.proposal force  row level security;
create policy functions_of_the_owner on access.proposal to turnstone_owner using (true) with check (true);
create policy administrators_read on access.proposal for select to turnstone_app
  using (area_id = (select access.area_id()) and 'administrator' = any ((select access.roles())::text[]));
grant select (id, area_id, kind, user_id, agency_id, team_id, role, force_wide, until_at, days, proposed_by, proposed_at,
  lapses_at, outcome, decided_by, decided_at, reason) on access.proposal to turnstone_app;

-- Nobody has to do anything for a proposal to lapse, nor for those of somebody who administers no more to go.
create function access.proposal_state(outcome text, lapses_at timestamptz, proposed_by uuid) returns text
  language sql stable
  set search_path = pg_catalog
  return case
    when outcome is not null then outcome
    when lapses_at <= clock_timestamp() then 'lapsed'
    when not access.administrates(proposed_by) then 'void'
    else 'waiting' end;
comment on function access.proposal_state is 'Waiting, or what became of a proposal';

-- Rules ----------------------------------------------------------------------------------------------

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
create function access.posting_in_line(of_user uuid, to_team uuid, as_role text) returns boolean
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select exists (
      select from access.posting own
      where own.user_id = of_user and own.team_id = to_team and access.holds(own)
        and 'supervisor' in (own.role, as_role));
  end;
comment on function access.posting_in_line(uuid, uuid, text) is 'Whether a posting would put its holder in the line of somebody';

create function access.against_posting(p access.proposal, by_user uuid) returns text
  language plpgsql stable
  set search_path = pg_catalog
as $$
declare wanted access.role;
begin
  select * into wanted from access.role r where r.code = p.role;
  if not found or p.force_wide is null
    or not exists (select from access.team t where t.id = p.team_id and access.agency_of_own_area(t.agency_id)) then return 'absent'; end if;
  if access.posting_in_line(by_user, p.team_id, p.role) then return 'own line'; end if;
  if p.until_at <= clock_timestamp() then return 'over before it begins'; end if;
  if p.force_wide and not wanted.team_cases then return 'not for the whole area'; end if;
  if access.roles_apart(p.user_id, p.role) then return 'roles apart'; end if;
  if exists (select from access.posting o
    where o.user_id = p.user_id and o.team_id = p.team_id and o.role = p.role and access.holds(o)) then return 'there already'; end if;
  return null;
end $$;
comment on function access.against_posting is 'For functions of the owner: why a posting cannot be given by somebody; null when nothing stands against it';

create function access.against(p access.proposal, by_user uuid) returns text
  language plpgsql stable
  set search_path = pg_catalog
as $$
begin
  if p.kind = 'admission' then
    if not access.agency_of_own_area(p.agency_id) then return 'absent'; end if;
    if p.agency_id = (select u.agency_id from access.user_account u where u.id = by_user) then return 'own agency'; end if;
    return (select 'so already' from access.agency a where a.id = p.agency_id and a.stopped_at is null);
  end if;
  if not access.of_own_area(p.user_id) or not exists (select from access.user_account u where u.id = p.user_id
    and u.kind = case when p.kind = 'token' then 'program' else 'person' end) then return 'absent'; end if;
  if p.user_id = by_user then return 'oneself'; end if;
  if access.in_line(p.user_id, by_user) then return 'own line'; end if;
  if p.kind = 'opening' then
    return (select 'so already' from access.user_account u where u.id = p.user_id and u.disabled_at is null);
  end if;
  if p.kind = 'posting' and access.against_posting(p, by_user) in ('absent', 'own line') then return access.against_posting(p, by_user); end if;
  if exists (select from access.user_account u join access.agency a on a.id = u.agency_id
    where u.id = p.user_id and coalesce(u.disabled_at, a.stopped_at) is not null) then return 'closed'; end if;
  if p.kind = 'posting' then return access.against_posting(p, by_user); end if;
  if p.kind = 'invitation' and not exists (select from access.user_contact c where c.user_id = p.user_id) then return 'absent'; end if;
  return null;
end $$;
comment on function access.against is 'For functions of the owner: why a proposal cannot be made or agreed to by somebody; null when nothing stands against it';

-- Proposing ------------------------------------------------------------------------------------------

create function access.propose(p access.proposal, out said text, out made uuid)
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  said := 'absent';
  if not access.administers() then return; end if;
  said := access.against(p, access.user_id());
  if said is not null then return; end if;
  -- An invitation takes the place of an earlier one.
  if p.kind <> 'invitation' and exists (
    select from access.proposal o
    where o.kind = p.kind and access.proposal_state(o.outcome, o.lapses_at, o.proposed_by) = 'waiting'
      and (o.user_id, o.agency_id, o.team_id, o.role) is not distinct from (p.user_id, p.agency_id, p.team_id, p.role)) then
    said := 'proposed already';
    return;
  end if;
  insert into access.proposal (area_id, kind, user_id, agency_id, team_id, role, force_wide, until_at, days, token_hash, other_half, proposed_by)
    values (access.area_id(), p.kind, p.user_id, p.agency_id, p.team_id, p.role, p.force_wide, p.until_at, p.days, p.token_hash,
      p.other_half, access.user_id())
    returning id into made;
  said := 'done';
end $$;
comment on function access.propose is 'For functions of the owner: keeps what whoever acts proposes, or says why not';

create function access.propose_posting(who uuid, to_team uuid, as_role text, reaching_all boolean, until timestamptz) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare p access.proposal;
begin
  p.kind := 'posting'; p.user_id := who; p.team_id := to_team; p.role := as_role; p.force_wide := reaching_all; p.until_at := until;
  return (access.propose(p)).said;
end $$;
comment on function access.propose_posting is 'Proposes that a person gets a posting';

create function access.end_invitations(of_user uuid) returns void
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  update access.invitation set ended_at = clock_timestamp() where user_id = of_user and used_at is null and ended_at is null;
  update access.proposal set outcome = 'ended', decided_at = clock_timestamp()
    where kind = 'invitation' and user_id = of_user and outcome is null;
end $$;
comment on function access.end_invitations is 'For functions of the owner: ends invitations of somebody that were not taken up, and what waits for a second word on them';

create function access.propose_invitation(who uuid, token bytea) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare p access.proposal; proposed record; kept uuid;
begin
  p.kind := 'invitation'; p.user_id := who;
  if access.administers() and access.against(p, access.user_id()) is null then perform access.end_invitations(who); end if;
  proposed := access.propose(p);
  if proposed.said = 'done' then
    insert into access.invitation (token_hash, user_id, invited_by, ends_at)
      values (token, who, access.user_id(), now() + interval '7 days') returning id into kept;
    update access.proposal set invitation_id = kept where id = proposed.made;
  end if;
  return proposed.said;
end $$;
comment on function access.propose_invitation is 'Invites somebody to set a password and a second factor, which holds when a second administrator agrees; an earlier invitation ends';

create function access.propose_token(program uuid, lasts integer, token bytea, half text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare p access.proposal;
begin
  p.kind := 'token'; p.user_id := program; p.days := lasts; p.token_hash := token; p.other_half := half;
  return (access.propose(p)).said;
end $$;
comment on function access.propose_token is 'Proposes a token of a program, one half of which whoever proposes has seen';

create function access.propose_opening(who uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare p access.proposal;
begin
  p.kind := 'opening'; p.user_id := who;
  return (access.propose(p)).said;
end $$;
comment on function access.propose_opening is 'Proposes to open a closed account again';

create function access.propose_admission(which uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare p access.proposal;
begin
  p.kind := 'admission'; p.agency_id := which;
  return (access.propose(p)).said;
end $$;
comment on function access.propose_admission is 'Proposes to let a stopped agency in again';

-- Deciding -------------------------------------------------------------------------------------------

-- Other administrators wait at the area, and whoever decides the same proposal finds it decided.
create function access.to_decide(which uuid, out said text, out p access.proposal)
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  said := 'absent';
  if not access.administers() then return; end if;
  select * into p from access.proposal t where t.id = which and t.area_id = access.area_id() for update;
  if not found then return; end if;
  said := case when access.proposal_state(p.outcome, p.lapses_at, p.proposed_by) <> 'waiting' then 'over' end;
end $$;
comment on function access.to_decide is 'For functions of the owner: a proposal of the own area, locked; said is null while it waits';

create function access.settle(p access.proposal, became text, because text) returns void
  language plpgsql
  set search_path = pg_catalog
as $$
begin
  update access.proposal t set outcome = became, decided_by = access.user_id(), decided_at = clock_timestamp(), reason = because,
    token_hash = null, other_half = null
  where t.id = p.id;
  if became <> 'agreed' then
    update access.invitation i set ended_at = clock_timestamp() where i.id = p.invitation_id and i.used_at is null and i.ended_at is null;
  end if;
end $$;
comment on function access.settle is 'For functions of the owner: a proposal is decided';

-- The token of a program begins by the program's word (access.begin_session), in the same transaction.
create function access.agree(which uuid, code bytea, out outcome text, out token bytea, out lasts integer, out half text)
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare found_one record; p access.proposal; done boolean := true;
begin
  found_one := access.to_decide(which);
  p := found_one.p;
  outcome := coalesce(found_one.said, case when p.proposed_by = access.user_id() then 'own proposal' end,
    access.against(p, access.user_id()), case when access.against(p, p.proposed_by) is not null then 'proposer may not' end, 'done');
  if outcome <> 'done' then return; end if;
  case p.kind
    when 'posting' then
      insert into access.posting (user_id, team_id, role, force_wide, until_at, posted_by, agreed_by)
        values (p.user_id, p.team_id, p.role, p.force_wide, p.until_at, p.proposed_by, access.user_id());
    when 'invitation' then
      update access.invitation i set agreed_by = access.user_id(), code_hash = code, ends_at = clock_timestamp() + interval '7 days'
        where i.id = p.invitation_id and code is not null and i.used_at is null and i.ended_at is null;
      done := found;
    when 'token' then
      token := p.token_hash; lasts := p.days; half := p.other_half;
    when 'opening' then
      update access.user_account u set disabled_at = null where u.id = p.user_id;
    when 'admission' then
      update access.agency a set stopped_at = null where a.id = p.agency_id;
  end case;
  if not done then outcome := 'over'; return; end if;
  perform access.settle(p, 'agreed', null);
end $$;
comment on function access.agree is 'The second administrator agrees, and what was proposed happens';

create function access.decline(which uuid, why text) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare found_one record; p access.proposal; refused text;
begin
  found_one := access.to_decide(which);
  p := found_one.p;
  refused := coalesce(found_one.said, case when p.proposed_by = access.user_id() then 'own proposal' when p.user_id = access.user_id() then 'oneself' end);
  if refused is not null or why is null then return coalesce(refused, 'absent'); end if;
  perform access.settle(p, 'declined', why);
  return 'done';
end $$;
comment on function access.decline is 'The second administrator does not agree, and says why';

create function access.withdraw(which uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare found_one record; p access.proposal;
begin
  found_one := access.to_decide(which);
  p := found_one.p;
  if found_one.said = 'absent' or p.proposed_by <> access.user_id() then return 'absent'; end if;
  if found_one.said is not null then return found_one.said; end if;
  perform access.settle(p, 'withdrawn', null);
  return 'done';
end $$;
comment on function access.withdraw is 'Whoever proposed takes it back';

-- Taking away ----------------------------------------------------------------------------------------

create function access.close_account(who uuid) returns text
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare one access.proposal;
begin
  if not access.administers() or not access.of_own_area(who) then return 'absent'; end if;
  if who = access.user_id() then return 'oneself'; end if;
  update access.user_account set disabled_at = clock_timestamp() where id = who and disabled_at is null;
  if not found then return 'so already'; end if;
  -- What was open before must not open again with the account, nor what it wanted for others.
  update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where user_id = who and ended_at is null;
  update access.invitation set ended_at = clock_timestamp() where user_id = who and used_at is null and ended_at is null;
  for one in select * from access.proposal t where t.outcome is null and who in (t.user_id, t.proposed_by) for update loop
    perform access.settle(one, 'ended', null);
  end loop;
  return 'done';
end $$;
comment on function access.close_account is 'Closes an account, its sessions, invitations and proposals at once';

grant execute on function access.proposal_state, access.propose_posting, access.propose_invitation, access.propose_token,
  access.propose_opening, access.propose_admission, access.agree, access.decline, access.withdraw, access.close_account
  to turnstone_app;
