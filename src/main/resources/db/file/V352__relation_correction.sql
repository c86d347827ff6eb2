-- A party says that a relation on its file is wrong (关系更正); granted, the relation ends.
create table file_relation_correction (
  number     text primary key,               -- of its case
  party      uuid not null,                  -- the side that says so
  relation   bigint not null,
  why        bytea not null,                 -- sealed
  at         timestamptz not null,
  applied    timestamptz                     -- when the relation ended by it
);
create index file_relation_correction_party on file_relation_correction (party);
