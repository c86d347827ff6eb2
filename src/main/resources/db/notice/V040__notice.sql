-- Messages to people: written in the transaction of the change they tell of, delivered afterwards.
create table notice_message (
  id        uuid        primary key default uuidv7(),
  way       text        not null check (way in ('web', 'sms', 'mail')),
  account   text,                      -- whose inbox on the site
  party     uuid,                      -- whose number or address is looked up when it is delivered
  shown_as  text,                      -- that number or address, masked
  language  text        not null,
  title_zh  text        not null,
  title_en  text        not null,
  words_zh  text        not null,
  words_en  text        not null,
  subject   text        not null,      -- what it is about, e.g. case:YP-20261122-00017
  created   timestamptz not null,
  next_try  timestamptz,               -- null: nothing more is to be done
  tries     int         not null default 0,
  sent      timestamptz,
  carrier   text,                      -- through what it went: web, log, smtp, webhook
  given_up  timestamptz,
  fault     text,                      -- why the last try failed
  seen      timestamptz,
  check (account is not null or party is not null)
);
create index notice_message_due on notice_message (next_try) where next_try is not null;
create index notice_message_inbox on notice_message (account, id desc) where way = 'web';
create index notice_message_subject on notice_message (subject, id);
create index notice_message_given_up on notice_message (id desc) where given_up is not null;
