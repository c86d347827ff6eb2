-- Where a paper is posted to (收件地址): asked with the action that has it sent, sealed, one for each time.
create table submission_postal (
  number  text not null,                      -- of the case
  version int not null,                       -- of the case when it was given
  name    bytea not null,
  phone   bytea not null,
  address bytea not null,
  at      timestamptz not null,
  primary key (number, version)
);
