-- Whom a look concerns can be found without reading all looks: each person's own list of them.
create index journal_entry_concerns
  on journal_entry ((coalesce(facts ->> 'concerns', facts ->> 'seen')), id)
  where kind like 'access.%';
