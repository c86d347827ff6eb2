-- A file that began without an account and was joined by its owner's (认领档案): when, and by what.
create table party_joined (
  party   uuid primary key references party_party,
  account text not null,
  former  uuid not null references party_party,  -- the empty one that the account had until then
  way     text not null,                         -- CODE, COUNTER or SIGN_IN
  ref     text not null,                         -- number of the case, the visit, the provider
  at      timestamptz not null
);
