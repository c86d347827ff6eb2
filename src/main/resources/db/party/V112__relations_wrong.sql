-- Whether a credential that counts no more was wrong, or only replaced by a newer one: whom a wrong
-- one named does not come back. Of those forgotten before nobody knows (null): they count as wrong.
alter table party_relation_heard add column wrong boolean;

-- Also heard was a credential that ended somebody and named nobody who has a file.
insert into party_relation_heard (credential, at)
  select end_ref::uuid, min(until) from party_relation
   where end_kind = 'CREDENTIAL' and end_ref is distinct from source_ref
   group by end_ref
  on conflict do nothing;

-- What a credential began is looked up when another one takes its place.
create index party_relation_source_ref on party_relation (source_ref) where source_ref is not null;
