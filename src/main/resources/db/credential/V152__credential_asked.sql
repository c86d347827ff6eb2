-- Requests to another region's wallet (跨区调取): what was asked there, and the answer until it is
-- looked at. The id is the request's nonce; request and answer are sealed, the state is found by a
-- keyed hash.
create table credential_asked (
  id              uuid primary key,
  region          text not null,
  return_to       text not null,
  state_index     bytea not null unique,
  request         bytea not null,
  made            timestamptz not null,
  expires         timestamptz not null,
  answered        timestamptz,
  declined        boolean not null default false,
  code_index      bytea,
  answer          bytea,
  taken           timestamptz
);
create index credential_asked_expires on credential_asked (expires);
