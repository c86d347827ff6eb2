-- The code by which whoever was taken in at a counter follows that one application without an account
-- (办件码): only its keyed hash; the newest one counts, and an opening is bound to the code it was opened by.
create table submission_code (
  submission uuid primary key references submission_submission,
  id         uuid not null,
  hash       bytea not null,
  made       timestamptz not null
);
