-- The published inspection record: which force was visited when, and what was published of it.
-- Loaded as a whole from reference/ by the reference loader; nothing else writes here.
-- `position` is the line of the row in its file, so that pages keep the order of the record.

create schema inspection;
comment on schema inspection is 'Inspections of forces: the published record, and later our own.';
grant usage on schema inspection to turnstone_app;

create table inspection.force (
  slug      text primary key check (slug ~ '^[a-z][a-z0-9-]*$'),
  name      text not null unique check (name <> ''),
  country   text not null check (country in ('England', 'Wales')),
  region    text not null check (region <> ''),
  area_code text not null unique check (area_code ~ '^[EW][0-9]{8}$'),
  position  integer not null unique check (position > 0)
);
comment on table inspection.force is 'The 43 territorial police forces of England and Wales.';
comment on column inspection.force.slug is 'The name in addresses, as police.uk spells it.';
comment on column inspection.force.area_code is 'Code of the police force area in the statistics office''s register.';

create table inspection.force_group (
  slug     text primary key check (slug ~ '^[a-z][a-z0-9-]*$'),
  name     text not null unique check (name <> ''),
  position integer not null unique check (position > 0)
);
comment on table inspection.force_group is 'Declared groups of forces that a source reports together; never added to the rows of their members.';

create table inspection.group_member (
  force_group text not null references inspection.force_group (slug) on delete cascade,
  force       text not null references inspection.force (slug) on delete restrict,
  position    integer not null unique check (position > 0),
  primary key (force_group, force)
);
create index group_member_force on inspection.group_member (force);
comment on table inspection.group_member is 'Which forces a declared group is made of.';

create table inspection.scale (
  code        text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
  title       text not null check (title <> ''),
  graded      text not null check (graded in ('case', 'area')),
  in_use_from text not null check (in_use_from <> ''),
  source_url  text not null check (source_url ~ '^https?://'),
  position    integer not null unique check (position > 0)
);
comment on table inspection.scale is 'Grading scales. They changed over time; figures on different scales are never mixed silently.';
comment on column inspection.scale.graded is 'What one grade is given to: a case, or an area of the force''s work as a whole.';
comment on column inspection.scale.in_use_from is 'When the record first shows it: a year, a month or a day, as the source gives it.';

create table inspection.scale_grade (
  scale    text not null references inspection.scale (code) on delete cascade,
  grade    text not null check (grade in ('good', 'adequate', 'requires improvement', 'inadequate')),
  rank     integer not null check (rank > 0),
  position integer not null unique check (position > 0),
  primary key (scale, grade),
  unique (scale, rank)
);
comment on table inspection.scale_grade is 'The grades that a scale has.';
comment on column inspection.scale_grade.rank is '1 is the best grade of the scale.';

create table inspection.mapping (
  code       text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
  title      text not null check (title <> ''),
  scale      text not null references inspection.scale (code) on delete restrict,
  why        text not null check (why <> ''),
  source_url text not null check (source_url ~ '^https?://'),
  position   integer not null unique check (position > 0),
  unique (code, scale)
);
create index mapping_scale on inspection.mapping (scale);
comment on table inspection.mapping is 'Named rules that join the grades of a scale into two; shown to readers wherever they are used.';
comment on column inspection.mapping.why is 'The reason for joining the grades so, in words for readers.';

create table inspection.mapping_grade (
  mapping text not null,
  scale   text not null,
  grade   text not null,
  side    text not null check (side in ('counted', 'rest')),
  primary key (mapping, scale, grade),
  foreign key (mapping, scale) references inspection.mapping (code, scale) on delete cascade,
  foreign key (scale, grade) references inspection.scale_grade (scale, grade) on delete restrict
);
create index mapping_grade_scale_grade on inspection.mapping_grade (scale, grade);
comment on table inspection.mapping_grade is 'On which side of a mapping each grade of its scale falls.';
comment on column inspection.mapping_grade.side is 'counted: the grades whose share is told; rest: what they are told against.';

create table inspection.visit (
  id                  text primary key check (id ~ '^[a-z][a-z0-9-]*$'),
  force               text references inspection.force (slug) on delete restrict,
  force_group         text references inspection.force_group (slug) on delete restrict,
  subject             text not null generated always as (coalesce(force, force_group)) stored,
  kind                text not null check (kind in (
                        'inspection', 'post-inspection review', 're-inspection', 'quarterly update', 'joint')),
  fieldwork_text      text,
  fieldwork_from      date,
  fieldwork_to        date,
  fieldwork_precision text check (fieldwork_precision in ('day', 'days', 'month', 'months', 'season', 'year')),
  published_text      text,
  published_from      date,
  published_to        date,
  published_precision text check (published_precision in ('day', 'days', 'month', 'months', 'season', 'year')),
  position            integer not null unique check (position > 0),
  constraint visit_of_one_subject check (num_nonnulls(force, force_group) = 1),
  constraint visit_happened_once unique nulls not distinct (force, force_group, kind, fieldwork_text, published_text),
  constraint fieldwork_known_whole_or_not_at_all check (
    num_nonnulls(fieldwork_text, fieldwork_from, fieldwork_to, fieldwork_precision) in (0, 4)),
  constraint published_known_whole_or_not_at_all check (
    num_nonnulls(published_text, published_from, published_to, published_precision) in (0, 4)),
  constraint fieldwork_in_order check (fieldwork_from <= fieldwork_to),
  constraint published_in_order check (published_from <= published_to),
  constraint published_after_fieldwork_began check (published_to >= fieldwork_from)
);
create index visit_force_group on inspection.visit (force_group);
comment on table inspection.visit is 'One visit: one force (or declared group), kind and dates.';
comment on column inspection.visit.subject is 'The slug of the force or of the group, whichever it is.';
comment on column inspection.visit.fieldwork_text is 'When inspectors were there, as the source gives it; null = not found.';
comment on column inspection.visit.fieldwork_from is 'First day that the text may mean; for ordering, never for arithmetic.';
comment on column inspection.visit.fieldwork_to is 'Last day that the text may mean.';
comment on column inspection.visit.fieldwork_precision is 'How exact the text is.';
comment on column inspection.visit.published_text is 'When the report was published, as the source gives it; null = not found.';
comment on column inspection.visit.published_from is 'First day that the text may mean.';
comment on column inspection.visit.published_to is 'Last day that the text may mean.';
comment on column inspection.visit.published_precision is 'How exact the text is; a due date needs "day".';

create table inspection.result (
  position             integer primary key check (position > 0),
  visit_id             text not null references inspection.visit (id) on delete cascade,
  sample               text not null check (sample <> ''),
  assessor             text not null check (assessor in ('inspector', 'force')),
  scale                text references inspection.scale (code) on delete restrict,
  cases                integer check (cases > 0),
  good                 integer check (good >= 0),
  adequate             integer check (adequate >= 0),
  requires_improvement integer check (requires_improvement >= 0),
  inadequate           integer check (inadequate >= 0),
  not_good             integer check (not_good >= 0),
  outcomes             integer check (outcomes >= 0),
  good_percent         integer check (good_percent between 0 and 100),
  certainty            text not null check (certainty in (
                         'published', 'derived', 'published (source disagrees with itself)',
                         'total only', 'themed count in notes', 'event only')),
  note                 text not null default '',
  source_url           text not null check (source_url ~ '^https?://'),
  constraint result_told_once unique (visit_id, sample, assessor, source_url),
  constraint grades_need_a_scale_and_a_total check (
    num_nonnulls(good, adequate, requires_improvement, inadequate, not_good) = 0
    or (scale is not null and cases is not null)),
  constraint grades_within_cases check (
    certainty = 'published (source disagrees with itself)'
    or coalesce(good, 0) + coalesce(adequate, 0) + coalesce(requires_improvement, 0) + coalesce(inadequate, 0) <= cases
    or cases is null),
  constraint not_good_within_cases check (
    certainty = 'published (source disagrees with itself)'
    or coalesce(good, 0) + not_good <= cases),
  constraint outcomes_within_cases check (outcomes is null or outcomes <= cases),
  constraint outcomes_are_not_grades check (
    outcomes is null
    or num_nonnulls(good, adequate, requires_improvement, inadequate, not_good, good_percent) = 0),
  constraint event_has_no_figures check (
    certainty <> 'event only'
    or num_nonnulls(cases, good, adequate, requires_improvement, inadequate, not_good, outcomes, good_percent) = 0),
  constraint total_or_theme_has_no_grades check (
    certainty not in ('total only', 'themed count in notes')
    or num_nonnulls(good, adequate, requires_improvement, inadequate, not_good, outcomes, good_percent) = 0)
);
create index result_scale on inspection.result (scale);
comment on table inspection.result is 'What was published of one sample of cases, as one assessor graded it. Null = not found, never zero.';
comment on column inspection.result.sample is 'What was sampled. Values that start with "all" are whole samples; any other is a part or overlaps: never add the two.';
comment on column inspection.result.scale is 'The grading scale of its own time; null where no grade is known.';
comment on column inspection.result.cases is 'Cases in the sample.';
comment on column inspection.result.not_good is 'Cases in the lower grades together, as the record gives them. On three-2014 it holds adequate too; on the other scales requires improvement and inadequate.';
comment on column inspection.result.outcomes is 'Cases to which happened what the note tells: a count of outcomes, not of grades.';
comment on column inspection.result.good_percent is 'A whole percentage published without a count.';
comment on column inspection.result.certainty is 'How far the row can be trusted: only published and derived may enter a sum.';
comment on column inspection.result.note is 'Our own words on the row: checks made, what is missing.';

-- A grade that its scale does not have, and parts that do not add up, would be told as facts.
create function inspection.result_fits_its_scale() returns trigger
language plpgsql set search_path = '' as $$
declare
  counts jsonb := jsonb_strip_nulls(jsonb_build_object(
    'good', new.good, 'adequate', new.adequate,
    'requires improvement', new.requires_improvement, 'inadequate', new.inadequate));
  foreign_grade text;
  is_whole boolean;
begin
  select key into foreign_grade from jsonb_object_keys(counts) as key
   where not exists (select from inspection.scale_grade g where g.scale = new.scale and g.grade = key)
   limit 1;
  if foreign_grade is not null then
    raise check_violation using constraint = 'result_grade_of_its_scale',
      message = format('scale %s has no grade %s', new.scale, foreign_grade);
  end if;
  select bool_and(counts ? g.grade) into is_whole from inspection.scale_grade g where g.scale = new.scale;
  if is_whole and new.certainty <> 'published (source disagrees with itself)'
     and (select sum(value::int) from jsonb_each_text(counts)) <> new.cases then
    raise check_violation using constraint = 'result_parts_add_up',
      message = format('grades of line %s do not add up to its cases', new.position);
  end if;
  return new;
end
$$;
revoke all on function inspection.result_fits_its_scale() from public;
create trigger result_fits_its_scale before insert or update on inspection.result
  for each row execute function inspection.result_fits_its_scale();

create table inspection.area_grade (
  position integer primary key check (position > 0),
  visit_id text not null references inspection.visit (id) on delete cascade,
  scale    text not null,
  area     text check (area <> ''),
  grade    text not null,
  constraint area_graded_once unique (visit_id, area),
  foreign key (scale, grade) references inspection.scale_grade (scale, grade) on delete restrict
);
create index area_grade_scale_grade on inspection.area_grade (scale, grade);
comment on table inspection.area_grade is 'Areas of a force''s work graded as a whole, from 2024 on.';
comment on column inspection.area_grade.area is 'Null where the source gives the grade but does not say which area has it.';

create table inspection.point (
  position            integer primary key check (position > 0),
  force               text not null references inspection.force (slug) on delete restrict,
  published_text      text,
  published_from      date,
  published_to        date,
  published_precision text check (published_precision in ('day', 'days', 'month', 'months', 'season', 'year')),
  event               text not null default '',
  timescale           text not null check (timescale in ('immediately', 'three months', 'six months', 'none stated')),
  summary             text not null check (summary <> ''),
  area                text not null check (area <> ''),
  basis               text not null check (basis in (
                        'recommendation', 'cause of concern', 'area named for improvement', 'inspector concern')),
  status              text not null default '',
  source_url          text not null check (source_url ~ '^https?://'),
  constraint point_made_once unique nulls not distinct (force, published_text, event, summary),
  constraint published_known_whole_or_not_at_all check (
    num_nonnulls(published_text, published_from, published_to, published_precision) in (0, 4)),
  constraint published_in_order check (published_from <= published_to),
  constraint dated_or_named check (published_text is not null or event <> '')
);
comment on table inspection.point is 'What inspectors asked for or criticised, in our own words.';
comment on column inspection.point.published_text is 'When it was published, as the source gives it; null = not found.';
comment on column inspection.point.event is 'Which visit it belongs to where no publication date is known.';
comment on column inspection.point.timescale is 'By when inspectors asked for it.';
comment on column inspection.point.basis is 'Whether it was a recommendation, a cause of concern, an area named for improvement or a concern that inspectors voiced.';
comment on column inspection.point.status is 'Dated words about progress, as published.';

create table inspection.conflict (
  position     integer primary key check (position > 0),
  visit_id     text not null references inspection.visit (id) on delete cascade,
  about        text not null check (about <> ''),
  one_says     text not null check (one_says <> ''),
  one_source   text not null check (one_source ~ '^https?://'),
  other_says   text not null check (other_says <> ''),
  other_source text not null default '' check (other_source = '' or other_source ~ '^https?://'),
  constraint conflict_told_once unique (visit_id, about),
  constraint two_different_statements check (one_says <> other_says)
);
comment on table inspection.conflict is 'Where a source contradicts itself or two sources differ: both are kept and shown. What enters a total is decided by result.certainty, not here.';
comment on column inspection.conflict.other_source is 'Empty where the record names the other source in words only.';

create table inspection.timescale (
  code         text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
  words        text not null unique check (words <> ''),
  unit         text not null check (unit in ('none', 'days', 'weeks', 'calendar months', 'working days')),
  amount       integer check (amount > 0),
  counted_from text not null check (counted_from <> ''),
  rule         text not null check (rule <> ''),
  source_url   text not null check (source_url ~ '^https?://'),
  verified     text not null check (verified <> ''),
  position     integer not null unique check (position > 0),
  constraint amount_where_there_is_a_unit check ((unit = 'none') = (amount is null))
);
comment on table inspection.timescale is 'How the timescales that inspectors use become due dates.';
comment on column inspection.timescale.words is 'The words of the record: point.timescale uses them.';
comment on column inspection.timescale.rule is 'How the due date is counted, in words for readers.';
comment on column inspection.timescale.verified is 'How far the rule was seen at its source, or that it is our own reading.';

-- Whoever states who they are may read; only the reference loader, as the owner, may write.
do $$
declare
  name text;
begin
  foreach name in array array[
    'force', 'force_group', 'group_member', 'scale', 'scale_grade', 'mapping', 'mapping_grade',
    'visit', 'result', 'area_grade', 'point', 'conflict', 'timescale'
  ] loop
    execute format('alter table inspection.%I enable row level security', name);
    execute format('alter table inspection.%I force row level security', name);
    execute format('create policy stated_actor_reads on inspection.%I for select
                      using ((select platform.actor()) is not null)', name);
    execute format('create policy reference_loader_writes on inspection.%I for all to turnstone_owner
                      using ((select platform.actor()) = ''system:reference-loader'')
                      with check ((select platform.actor()) = ''system:reference-loader'')', name);
    execute format('revoke all on inspection.%I from public', name);
    execute format('grant select on inspection.%I to turnstone_app', name);
  end loop;
end
$$;
