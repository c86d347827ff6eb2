-- What a report has beside its case, which keeps the words, the place and the contact.
create table request_request (
  number   text primary key,
  language text not null                    -- of the person, for what is told
);

-- Others who said "me too" instead of reporting it again.
create table request_follower (
  number     text not null,
  account    text,
  contact    uuid,
  language   text not null,
  at         timestamptz not null
);
create index request_follower_number on request_follower (number);
create index request_follower_account on request_follower (account) where account is not null;

-- A report being written. Found by the hash of a random cookie, sealed, dropped after two days.
create table request_draft (
  token   bytea primary key,
  answers bytea not null,
  at      timestamptz not null
);
create index request_draft_at on request_draft (at);
