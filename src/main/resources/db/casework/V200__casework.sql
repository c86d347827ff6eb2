-- A case: one thing being handled along a declared lifecycle. Its history is in the journal.
create table casework_case (
  id                uuid primary key default uuidv7(),
  number            text not null unique,
  version           integer not null default 1,
  application       text not null,
  lifecycle         text not null,
  lifecycle_version integer not null,
  step              text not null,
  waiting           boolean not null,          -- somebody inside has to act
  step_since        timestamptz not null,
  step_due          timestamptz,
  time_limit        text not null,             -- the category's limit, e.g. '7 working-days'
  due               timestamptz,               -- end of that limit, once it runs
  next_timer        timestamptz,               -- when the clock has something to do
  escalation        smallint not null default 0,
  raised_to         text[] not null default '{}',
  category          text not null,
  category_group    text not null,
  title_zh          text not null,
  title_en          text not null,
  description       text not null,
  address           text not null,
  lon               double precision,
  lat               double precision,
  area              text,
  grid              text,
  proposed_unit     text,
  unit              text,
  holder            text,
  channel           text not null,
  reporter          uuid,                      -- party, if the person left a contact
  reporter_account  text,
  opened            timestamptz not null,
  closed            timestamptz,
  rating            smallint,
  invented          boolean not null default false,
  external_key      text unique,
  words             text[] not null
);
create index casework_case_waiting on casework_case (area, step) where waiting;
create index casework_case_unit on casework_case (unit, step) where waiting;
create index casework_case_timer on casework_case (next_timer) where next_timer is not null;
create index casework_case_opened on casework_case (opened desc);
create index casework_case_closed on casework_case (closed desc) where closed is not null;
create index casework_case_reporter on casework_case (reporter_account) where reporter_account is not null;
create index casework_case_words on casework_case using gin (words);

-- Running numbers of cases, taken in blocks of 50 so that no case waits for another.
create sequence casework_running increment by 50 minvalue 1;

-- The text of every lifecycle version a case ever started with: a running case keeps its graph.
create table casework_lifecycle (
  application text not null,
  id          text not null,
  version     integer not null,
  definition  text not null,
  primary key (application, id, version)
);

-- Photos of a case, already checked, turned upright and freed of hidden facts.
create table casework_photo (
  id       uuid primary key default uuidv7(),
  number   text,                                -- the case; null while a report is being written
  draft    uuid,
  taken    timestamptz,                         -- from the camera, if it said
  lon      double precision,
  lat      double precision,
  width    integer not null,
  height   integer not null,
  picture  bytea not null,
  thumb    bytea not null,
  by_account text,
  at       timestamptz not null
);
create index casework_photo_number on casework_photo (number) where number is not null;
create index casework_photo_draft on casework_photo (draft) where draft is not null;
