-- Credentials (电子证照): verifiable documents, their keys, and each use that a holder agreed to.

-- Keys that sign credentials; the private part is sealed. None is ever removed: what it signed
-- stays checkable.
create table credential_key (
  id              text primary key,
  algorithm       text not null,
  jwk             bytea not null,
  created         timestamptz not null
);

-- The key by which a holder's wallet binds a presentation to its recipient.
create table credential_holder_key (
  party           uuid primary key references party_party (id),
  public_jwk      text not null,
  jwk             bytea not null,
  created         timestamptz not null
);

-- Status lists; each belongs to the address under which it is published.
create table credential_list (
  number          int primary key,
  issuer          text not null,
  created         timestamptz not null
);
create sequence credential_index minvalue 0 start 0;

create table credential_credential (
  id              uuid primary key default uuidv7(),
  number          text not null unique,
  type            text not null,
  name_zh         text not null,
  name_en         text not null,
  holder          uuid not null references party_party (id),
  issuer          text not null,
  case_number     text not null,
  issued          timestamptz not null,
  expires         timestamptz,
  revoked         timestamptz,
  reason_zh       text,
  reason_en       text,
  list            int not null references credential_list (number),
  list_index      int not null,
  token           bytea not null,
  unique (list, list_index),
  constraint credential_credential_reason check ((revoked is null) = (reason_zh is null))
);
create index credential_credential_holder on credential_credential (holder, issued desc, id desc);
create index credential_credential_revoked on credential_credential (list, list_index)
  where revoked is not null;

create table credential_presentation (
  id              uuid primary key,
  credential      uuid not null references credential_credential (id),
  claims          text[] not null,
  purpose         text not null,
  recipient       text not null,
  made            timestamptz not null,
  expires         timestamptz not null,
  used            timestamptz,
  withdrawn       timestamptz,
  code_index      bytea not null unique,
  sealed          bytea not null
);
create index credential_presentation_credential
  on credential_presentation (credential, made desc, id desc);

-- Presentations of other issuers that were used here: each counts once.
create table credential_taken (
  issuer          text not null,
  nonce           text not null,
  taken           timestamptz not null,
  primary key (issuer, nonce)
);

-- Papers that an officer checked: the file itself, sealed.
create table credential_paper (
  credential      uuid primary key references credential_credential (id),
  media           text not null,
  sealed          bytea not null
);
