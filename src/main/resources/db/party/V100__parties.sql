-- Parties (主体): whoever is concerned. What identifies a person is sealed; the telephone number
-- can be found by a keyed hash only.
create table party_party (
  id              uuid primary key default uuidv7(),
  kind            text not null check (kind in ('person', 'organisation', 'thing')),
  name            bytea,
  phone           bytea,
  phone_index     bytea,
  mail            bytea,
  created         timestamptz not null,
  constraint party_party_phone check ((phone is null) = (phone_index is null))
);
create index party_party_phone_index on party_party (phone_index) where phone_index is not null;
