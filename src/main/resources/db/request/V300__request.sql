-- What a report has beside its case: how whoever reported is spoken to and recognised.
create table request_request (
  number     text primary key,
  language   text not null,                 -- of the person, for what is told
  phone_tail text,                          -- last four digits, to look the case up by
  contact    uuid                           -- party that left a contact
);

-- Others who said "me too" instead of reporting it again.
create table request_follower (
  number     text not null,
  account    text,
  contact    uuid,
  phone_tail text,
  language   text not null,
  at         timestamptz not null
);
create index request_follower_number on request_follower (number);
create index request_follower_account on request_follower (account) where account is not null;

-- A report being written. Found by the hash of a random cookie; dropped after two days.
create table request_draft (
  token   bytea primary key,
  id      uuid not null unique,             -- what its photos are kept under
  answers jsonb not null,
  at      timestamptz not null
);
create index request_draft_at on request_draft (at);

-- The district's own key for receipt codes and proofs in cookies.
create table request_secret (
  id     smallint primary key check (id = 1),
  secret bytea not null
);
