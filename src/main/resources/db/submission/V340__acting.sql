-- An application may be made for somebody else (代办): one draft for each account, target and party.
alter table submission_draft add column party uuid;
insert into party_party (kind, account, created)
  select distinct 'person', d.account, now() from submission_draft d
  where not exists (select from party_party p where p.account = d.account);
update submission_draft d set party = p.id from party_party p where p.account = d.account;
alter table submission_draft alter column party set not null;
alter table submission_draft drop constraint submission_draft_account_target_key;
alter table submission_draft add unique (account, target, party);

-- Under which mandate it was sent; null for oneself, and for a legal representative.
alter table submission_submission add column mandate uuid;
-- The firm that came of it, to which what follows in the same application belongs.
alter table submission_submission add column firm uuid;
create index submission_submission_party on submission_submission (party, submitted desc);
create index submission_promise_party on submission_promise (party, signed desc);
