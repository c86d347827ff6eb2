-- An application being written: found by its account on whatever device, sealed.
create table submission_draft (
  id        uuid primary key default uuidv7(),
  account   text not null,
  target    text not null,                    -- matter:ID or bundle:ID
  answers   bytea not null,                   -- sealed JSON: answers, where they are from, evidence
  version   int not null,
  changed   timestamptz not null,
  unique (account, target)
);
create index submission_draft_changed on submission_draft (changed);

-- An application that was sent: one form, one or several cases.
create table submission_submission (
  id        uuid primary key default uuidv7(),
  account   text not null,
  party     uuid not null,
  target    text not null,
  language  text not null,
  answers   bytea not null,
  asked     int not null,                     -- questions that had to be answered
  prefilled int not null,                     -- of these, filled in and left as they were
  papers    int not null,                     -- papers that were needed
  fetched   int not null,                     -- of these, fetched as credentials
  submitted timestamptz not null
);
create index submission_submission_account on submission_submission (account, submitted desc);

-- One matter of an application; its case is opened at once, or when what it waits for is granted.
create table submission_part (
  submission  uuid not null references submission_submission,
  matter      text not null,
  waits_for   text[] not null,
  number      text unique,                    -- of the case; null while it waits
  granted     timestamptz,                    -- when it was granted
  credential  uuid,                           -- what came out, if it is one
  primary key (submission, matter)
);

-- A file that somebody uploaded, sealed.
create table submission_paper (
  id        uuid primary key default uuidv7(),
  account   text not null,
  name      text not null,
  type      text not null,
  content   bytea not null,
  at        timestamptz not null
);
create index submission_paper_account on submission_paper (account);

-- What an officer asks for, item by item (一次告知).
create table submission_supplement (
  number    text not null,
  asked_for text not null,                    -- field:ID or evidence:ID
  reason    text not null,
  at        timestamptz not null,
  answered  timestamptz,
  primary key (number, asked_for, at)
);
