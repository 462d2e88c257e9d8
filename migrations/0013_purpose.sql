-- Why somebody opens what is outside the own caseload. The answer goes into the audit log; here stands only
-- which answer somebody gave last for what, so that nobody is asked twice in a shift. Words that were typed
-- beside it are personal data: they stand encrypted in the log and nowhere else.

insert into platform.setting (name, value, least, most, unit, what) values
  ('purpose-lasts', 0, 0, 720, 'minutes', 'How long an answer holds why somebody opens or searches outside the own caseload; 0 asks nobody');

create table casework.purpose_given (
  id        uuid primary key default gen_random_uuid(),
  user_id   uuid not null default access.user_id() references access.user_account (id),
  case_id   uuid references casework.case (id),
  person_id uuid references people.person (id),
  purpose   text not null check (purpose in ('supervision', 'review-or-audit', 'handover-or-cover', 'linked-enquiry', 'partner-request', 'other')),
  given_at  timestamptz not null default now(),
  check (num_nonnulls(case_id, person_id) <= 1),
  unique nulls not distinct (user_id, case_id, person_id)
);
create index purpose_given_case on casework.purpose_given (case_id);
create index purpose_given_person on casework.purpose_given (person_id);
comment on table casework.purpose_given is 'What somebody last said a case, a person or, where both are null, searching was needed for.';

alter table casework.purpose_given enable row level security;
alter table casework.purpose_given force  row level security;
create policy functions_of_the_owner on casework.purpose_given to turnstone_owner using (true) with check (true);
create policy own_reads on casework.purpose_given for select to turnstone_app
  using (user_id = (select access.user_id()));
-- What is hidden and what never was are refused alike: the policies of case and person answer, before any foreign key does.
create policy own_gives on casework.purpose_given for insert to turnstone_app
  with check (user_id = (select access.user_id())
    and (case_id is null or (select true from casework.case c where c.id = case_id))
    and (person_id is null or (select true from people.person p where p.id = person_id)));
create policy own_renews on casework.purpose_given for update to turnstone_app
  using (user_id = (select access.user_id()));

grant select on casework.purpose_given to turnstone_app;
grant insert (case_id, person_id, purpose) on casework.purpose_given to turnstone_app;
grant update (purpose, given_at) on casework.purpose_given to turnstone_app;
