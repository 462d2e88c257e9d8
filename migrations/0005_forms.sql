-- What keeps typed text safe: a form that is sent twice has its effect once, and what was typed and not
-- yet saved is kept for whoever typed it.

create table platform.form_receipt (
  user_id   uuid not null references access.user_account (id),
  key       uuid not null,
  digest    bytea not null check (length(digest) = 32),
  location  text not null check (location ~ '^/'),
  saved_at  timestamptz not null default now(),
  primary key (user_id, key)
);
comment on table platform.form_receipt is 'Forms that had their effect: written in the same transaction as the effect.';
comment on column platform.form_receipt.key is 'Made with the page of the form; the same when it is sent again.';
comment on column platform.form_receipt.digest is 'SHA-256 of what was sent, to notice a key that is used for something else.';
comment on column platform.form_receipt.location is 'Where the first answer led.';

create table platform.draft (
  user_id  uuid not null references access.user_account (id),
  place    text not null check (place ~ '^/' and length(place) <= 200),
  fields   jsonb not null check (jsonb_typeof(fields) = 'object' and length(fields::text) <= 64000),
  saved_at timestamptz not null default now(),
  primary key (user_id, place)
);
comment on table platform.draft is 'What somebody typed into a form and has not saved yet; nobody else sees it.';
comment on column platform.draft.place is 'Address of the form''s page, without query.';

alter table platform.form_receipt enable row level security;
alter table platform.form_receipt force  row level security;
alter table platform.draft        enable row level security;
alter table platform.draft        force  row level security;
create policy functions_of_the_owner on platform.form_receipt to turnstone_owner using (true) with check (true);
create policy functions_of_the_owner on platform.draft        to turnstone_owner using (true) with check (true);
create policy own_receipts on platform.form_receipt to turnstone_app
  using (user_id = (select access.user_id())) with check (user_id = (select access.user_id()));
create policy own_drafts on platform.draft to turnstone_app
  using (user_id = (select access.user_id())) with check (user_id = (select access.user_id()));
grant select, insert on platform.form_receipt to turnstone_app;
grant select, insert, delete on platform.draft to turnstone_app;
grant update (fields, saved_at) on platform.draft to turnstone_app;

-- A form that was sent after its session had ended by itself: what was typed is kept for whoever held
-- that session. Neither a session that was signed out nor a closed account gets anything kept.
create function platform.keep_for_ended_session(token bytea, place text, fields jsonb) returns boolean
  language sql security definer
  set search_path = pg_catalog
  begin atomic
    with kept as (
      insert into platform.draft (user_id, place, fields)
      select s.user_id, keep_for_ended_session.place, keep_for_ended_session.fields
      from access.session s
      join access.user_account u on u.id = s.user_id and u.disabled_at is null
      join access.agency a on a.id = u.agency_id and a.stopped_at is null
      where s.token_hash = token and s.kind = 'browser' and s.ended_at is null
        and s.began_at > clock_timestamp() - interval '2 days'
      on conflict (user_id, place) do update set fields = excluded.fields, saved_at = now()
      returning 1)
    select exists (select from kept);
  end;
comment on function platform.keep_for_ended_session is 'Keeps what was typed when a session had run out';
revoke all on function platform.keep_for_ended_session from public;
grant execute on function platform.keep_for_ended_session to turnstone_app;
