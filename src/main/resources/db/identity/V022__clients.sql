-- Programs that sign people in here, or act through the API in their own name (OAuth 2 clients).
create table identity_client (
  id              uuid primary key default uuidv7(),
  client_id       text not null unique,
  name_zh         text not null,
  name_en         text not null,
  secret          text,                       -- Argon2id; null for programs that cannot keep one
  redirects       text[] not null default '{}',
  roles           text[] not null default '{}',
  unit            text,
  area            text,
  grid            text,
  enabled         boolean not null default true,
  demo            boolean not null default false,
  created         timestamptz not null
);

-- Sign-ins granted to such programs: codes and tokens, found by keyed hash, the rest sealed.
create table identity_grant (
  id              text primary key,
  client          uuid not null,
  principal       text not null,
  tokens          bytea[] not null,
  body            bytea not null,
  until           timestamptz not null
);
create index identity_grant_tokens on identity_grant using gin (tokens);
create index identity_grant_until on identity_grant (until);
create index identity_grant_principal on identity_grant (principal);

-- Keys that sign tokens; the private part sealed. The newest signs, older ones stay published
-- until every token they signed has run out.
create table identity_signing_key (
  id              text primary key,
  jwk             bytea not null,
  created         timestamptz not null
);
