-- Which credentials were heard about relations, whoever was found: each once, until it counts no more.
create table party_relation_heard (
  credential   uuid primary key,
  at           timestamptz not null,
  forgotten    timestamptz
);
insert into party_relation_heard (credential, at, forgotten)
  select credential, min(since),
         case when count(*) filter (where until is null) = 0 then max(until) end
    from party_relation_basis group by credential;

-- What a credential ended is looked up when that credential is taken back.
create index party_relation_end_ref on party_relation (end_ref) where end_ref is not null;

-- Who gave a mandate for a firm: it ends when they no longer represent it.
alter table party_mandate add column given_by uuid references party_party;
update party_mandate m set given_by = r.party
  from party_relation r
 where m.confirmed_by = 'REPRESENTATIVE' and r.kind = 'LEGAL_REPRESENTATIVE'
   and r.other = m.principal and r.since <= m.given and (r.until is null or r.until > m.given)
   and not exists
     (select 1 from party_relation o
       where o.kind = 'LEGAL_REPRESENTATIVE' and o.other = m.principal and o.party <> r.party
         and o.since <= m.given and (o.until is null or o.until > m.given));
