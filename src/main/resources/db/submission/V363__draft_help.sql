-- Somebody who is still filling in asks a unit for help (草稿帮办): to what they agreed, and until when.
create table submission_help (
  id       uuid primary key default uuidv7(),
  draft    uuid not null,                     -- gone once it was sent or dropped
  account  text not null,                     -- whose draft it is
  party    uuid not null,                     -- whom it is for
  target   text not null,                     -- matter:ID or bundle:ID
  matter   text not null,                     -- the one that is asked about
  unit     text not null,                     -- which receives that matter and may see its answers
  words_zh text not null,                     -- to what they agreed, word for word
  words_en text not null,
  agreed   timestamptz not null,
  ended    timestamptz,
  why      text,                              -- TAKEN_BACK, SENT or DROPPED
  submission uuid references submission_submission -- what the draft became
);
-- One at a time.
create unique index submission_help_open on submission_help (draft) where ended is null;
create index submission_help_draft on submission_help (draft, agreed);
create index submission_help_submission on submission_help (submission) where submission is not null;
create index submission_help_unit on submission_help (unit) where ended is null;
