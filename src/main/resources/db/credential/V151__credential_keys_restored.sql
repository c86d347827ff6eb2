-- Who had been taken back when a backup of the keys was made: after a restore into an empty database
-- the credentials themselves are gone, but whoever checks one must still be told.
create table credential_taken_back (
  list            int not null references credential_list (number),
  list_index      int not null,
  primary key (list, list_index)
);

-- By which an officer finds a credential: a keyed hash of each identifier that it says.
create table credential_identifier (
  credential      uuid not null references credential_credential (id),
  hash            bytea not null,
  primary key (credential, hash)
);
create index credential_identifier_hash on credential_identifier (hash);
create index credential_credential_issuer on credential_credential (issuer, issued desc, id desc);
