-- A promise as it was signed (承诺): its words as they were shown, and what came of it.
create table submission_promise (
  id            uuid primary key,               -- random: nobody can choose it for the draw
  submission    uuid not null references submission_submission,
  account       text not null,
  party         uuid not null,
  matter        text not null,
  evidence      text not null,
  name_zh       text not null,
  name_en       text not null,
  text_zh       text not null,
  text_en       text not null,
  broken_zh     text not null,
  broken_en     text not null,
  signed        timestamptz not null,
  due           timestamptz not null,           -- when it is looked at
  remind        timestamptz,                    -- null once reminded
  next_look     timestamptz,                    -- of the clock; null once looked at
  state         text not null,
  way           text,                           -- how it was looked at
  sealed_size   bigint,                         -- the checkpoint of the draw
  sealed_root   text,
  check_number  text unique,                    -- of the case that checks it
  reason        text,                           -- as the officer wrote it
  decided       timestamptz,
  barred_until  timestamptz,
  unique (submission, evidence)
);
create index submission_promise_account on submission_promise (account, signed desc);
create index submission_promise_look on submission_promise (next_look) where next_look is not null;
create index submission_promise_remind on submission_promise (remind) where remind is not null;

-- A paper that is to follow (待补材料): put off by the applicant, or asked for after a broken promise.
create table submission_owed (
  id          uuid primary key default uuidv7(),
  submission  uuid not null references submission_submission,
  account     text not null,
  matter      text not null,
  evidence    text not null,
  name_zh     text not null,
  name_en     text not null,
  promise     uuid references submission_promise,
  due         timestamptz not null,
  remind      timestamptz,
  next_look   timestamptz,
  state       text not null,                    -- OPEN, GIVEN, MISSED, ENDED
  settled     timestamptz
);
create unique index submission_owed_open on submission_owed (submission, evidence)
  where state = 'OPEN';
create index submission_owed_look on submission_owed (next_look) where next_look is not null;
create index submission_owed_remind on submission_owed (remind) where remind is not null;

-- Why a credential that had come out was revoked: promise:ID or owed:ID.
alter table submission_part add column taken_back text;

-- What an applicant put right before the decision (更正); old and new sealed.
create table submission_correction (
  id          uuid primary key default uuidv7(),
  submission  uuid not null references submission_submission,
  number      text not null,
  question    text not null,
  old_answer  bytea not null,
  new_answer  bytea not null,
  reason      text not null,
  at          timestamptz not null
);
create index submission_correction_submission on submission_correction (submission);

-- A paper belongs to an application once that is sent; the others are removed after a while.
alter table submission_paper add column submission uuid references submission_submission;
alter table submission_paper add column size int not null default 0;
alter table submission_paper add column kept uuid;   -- the credential it became
update submission_paper set size = octet_length(content) * 3 / 4;
create index submission_paper_loose on submission_paper (at) where submission is null;
create index submission_paper_kept on submission_paper (kept) where kept is not null;
