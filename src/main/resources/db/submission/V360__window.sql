-- Somebody stands at the counter (窗口接待): who took them in, what for, and what they agreed to, once.
create table submission_visit (
  id         uuid primary key default uuidv7(),
  officer    text not null,                   -- account
  unit       text,                            -- the officer's, at that time
  party      uuid not null,
  purpose    text not null,
  came       timestamptz not null,
  target     text,                            -- matter:ID or bundle:ID, once agreed
  matters    text[] not null default '{}',    -- what that covers
  shown      text,                            -- how they showed who they are
  way        text,                            -- how they agreed
  words_zh   text,                            -- to what they agreed, word for word
  words_en   text,
  agreed     timestamptz,
  submission uuid references submission_submission,
  ended      timestamptz
);
create index submission_visit_officer on submission_visit (officer, came desc);

-- At which visit it was taken in; null where nobody took it in.
alter table submission_submission add column visit uuid references submission_visit;

-- Applicant and officers write to each other about a case, or a draft (线上帮办).
create table submission_message (
  id       uuid primary key default uuidv7(),
  thread   text not null,                     -- case:NUMBER or draft:ID
  party    uuid not null,                     -- whose application it is
  side     text not null,                     -- APPLICANT or OFFICE
  account  text not null,
  unit     text,                              -- of an officer
  words    bytea not null,                    -- sealed
  question text,                              -- the one answer that is to be put right
  mended   timestamptz,                       -- when it was
  at       timestamptz not null
);
create index submission_message_thread on submission_message (thread, at);
