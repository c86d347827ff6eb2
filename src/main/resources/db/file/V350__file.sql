-- What people ask about their file: something is wrong (更正), or why somebody looked (为何查阅).
create table file_correction (
  number     text primary key,               -- of its case
  party      uuid not null,
  fact       bigint not null,
  kind       text not null,
  value      bytea not null,                 -- what is right, sealed
  why        bytea not null,                 -- and why, sealed
  at         timestamptz not null,
  applied    timestamptz                     -- when it became a fact
);
create index file_correction_party on file_correction (party);

create table file_question (
  number     text primary key,
  party      uuid not null,
  look       bigint not null,                -- journal_entry.id of the look that is asked about
  at         timestamptz not null,
  unique (party, look)
);
