-- Accounts (账户): how somebody signs in. Names and roles only; a person's file is a party.
create table identity_account (
  id              uuid primary key default uuidv7(),
  login           text not null,
  password        text,                       -- Argon2id, encoded with its parameters
  name_zh         text not null,
  name_en         text not null,
  roles           text[] not null default '{}',
  unit            text,
  area            text,
  grid            text,
  phone           bytea,                      -- sealed
  issuer          text,                       -- outside OpenID provider and its name for the person
  subject         text,
  must_change     boolean not null default false,
  enabled         boolean not null default true,
  demo            boolean not null default false,
  created         timestamptz not null,
  valid_from      timestamptz not null,       -- sessions and tokens from before do not count
  last_sign_in    timestamptz,
  version         integer not null default 0,
  constraint identity_account_outside check ((issuer is null) = (subject is null))
);
create unique index identity_account_login on identity_account (lower(login));
create unique index identity_account_subject on identity_account (issuer, subject)
  where issuer is not null;

-- Failed attempts to sign in, by login and by address, whether or not such an account exists.
create table identity_attempt (
  key             text primary key,           -- keyed hash; addresses are not kept in the clear
  failed          integer not null,
  locked_until    timestamptz not null,
  last            timestamptz not null
);
create index identity_attempt_last on identity_attempt (last);

-- One line: a value sealed with the district's key, to tell a wrong key before it does harm.
create table identity_vault (
  one             boolean primary key default true check (one),
  proof           bytea not null,
  created         timestamptz not null
);
