-- A file may begin at the counter, for somebody without an account: facts that an officer took from
-- the original of a document.
alter table party_fact drop constraint party_fact_source_kind_check;
alter table party_fact add constraint party_fact_source_kind_check
  check (source_kind in ('CREDENTIAL', 'CASE', 'ACCOUNT', 'PACK', 'OFFICER', 'COUNTER'));
