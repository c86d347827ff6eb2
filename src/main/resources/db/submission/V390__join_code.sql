-- By which whoever is signed in shows at a counter which account is theirs (认领码): only its keyed hash.
create table submission_join_code (
  account text primary key,
  hash    bytea not null unique,
  made    timestamptz not null
);
