-- One file for a person and for a firm (一人一档, 一企一档): facts, relations, mandates.
alter table party_party add column name_en bytea;

-- A fact is never changed or deleted: a newer one of the same kind stands before it. What
-- identifies somebody can be found by a keyed hash only.
create table party_fact (
  id           bigint generated always as identity primary key,
  party        uuid not null references party_party,
  kind         text not null,
  value        bytea not null,
  value_index  bytea,
  source_kind  text not null
               check (source_kind in ('CREDENTIAL', 'CASE', 'ACCOUNT', 'PACK', 'OFFICER')),
  source       text not null,
  source_ref   text,
  confidence   text not null check (confidence in ('CONFIRMED', 'STATED', 'DERIVED')),
  known        timestamptz not null,
  until        timestamptz
);
create index party_fact_party on party_fact (party, id);
create index party_fact_index on party_fact (value_index) where value_index is not null;
create index party_fact_ref on party_fact (source_ref) where source_ref is not null;

-- party is KIND of other: 李敏 is CHILD of 王秀兰.
create table party_relation (
  id           bigint generated always as identity primary key,
  party        uuid not null references party_party,
  kind         text not null,
  other        uuid not null references party_party,
  source_kind  text not null,
  source       text not null,
  source_ref   text,
  since        timestamptz not null,
  until        timestamptz,
  check (party <> other)
);
create index party_relation_party on party_relation (party);
create index party_relation_other on party_relation (other);
create unique index party_relation_once on party_relation (party, kind, other) where until is null;

-- Who may act for whom (代办授权).
create table party_mandate (
  id            uuid primary key default uuidv7(),
  principal     uuid not null references party_party,
  agent         uuid not null references party_party,
  matters       text[] not null,          -- empty: all
  until         date not null,            -- the last day
  asked         timestamptz,
  given         timestamptz,
  confirmed_by  text check (confirmed_by in ('PRINCIPAL', 'REPRESENTATIVE', 'WINDOW')),
  ended         timestamptz,
  ending        text check (ending in ('DECLINED', 'REVOKED', 'EXPIRED')),
  check (principal <> agent),
  check ((given is null) = (confirmed_by is null)),
  check ((ended is null) = (ending is null))
);
create index party_mandate_principal on party_mandate (principal);
create index party_mandate_agent on party_mandate (agent);
create index party_mandate_open on party_mandate (until) where ended is null;
