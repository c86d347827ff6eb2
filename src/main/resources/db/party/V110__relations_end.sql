-- Relations end: by a case in which a party said that they are wrong, by a credential that names
-- somebody else, or with the credential that said them.
alter table party_relation add column end_kind text;
alter table party_relation add column end_source text;
alter table party_relation add column end_ref text;
alter table party_relation add constraint party_relation_ended
  check ((end_kind is null) = (end_source is null) and (end_kind is null or until is not null));

-- Which credentials say that a relation stands; each at most once, and until it counts no more.
create table party_relation_basis (
  relation     bigint not null references party_relation on delete cascade,
  credential   uuid not null,
  since        timestamptz not null,
  until        timestamptz,
  primary key (relation, credential)
);
create index party_relation_basis_credential on party_relation_basis (credential);
