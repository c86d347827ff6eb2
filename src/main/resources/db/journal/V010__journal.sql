-- The journal: one line for everything that was done. Never updated, never deleted.
create table journal_entry (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  kind          text        not null,
  subject       text        not null,
  actor_kind    text        not null,
  actor_account text,
  actor_zh      text        not null,
  actor_en      text        not null,
  facts         jsonb       not null
);
create index journal_entry_subject on journal_entry (subject, id);
create index journal_entry_access on journal_entry (id) where kind like 'access.%';

create function journal_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only';
end $$;

create trigger journal_entry_append_only before update or delete on journal_entry
  for each row execute function journal_refuse_change();
create trigger journal_entry_no_truncate before truncate on journal_entry
  for each statement execute function journal_refuse_change();

-- Commands from outside that were done already, by idempotency key, with their first answer.
create table journal_once (
  owner       text        not null,
  key         text        not null,
  fingerprint text        not null,
  answer      text,
  at          timestamptz not null,
  primary key (owner, key)
);
create index journal_once_at on journal_once (at);
