-- Which credential said who is the one, of relations of which there is one at a time: in the order
-- in which they were heard, also where nobody was found. Who stands now follows from these.
create table party_relation_said (
  id           bigint generated always as identity primary key,
  credential   uuid not null references party_relation_heard,
  source       text,                      -- its type; null where an older version did not keep it
  kind         text not null,
  holder       uuid not null references party_party,
  unique (credential, kind, holder)
);
create index party_relation_said_holder on party_relation_said (holder, kind, id);

-- Of those heard before, what they named or ended tells whose they are. The legal representative was
-- the one kind of which there is one at a time. Nothing is known of one that named nobody here while
-- nobody stood there.
insert into party_relation_said (credential, source, kind, holder)
  select s.credential, max(s.source), 'LEGAL_REPRESENTATIVE', s.holder
    from (select b.credential, r.id, r.other as holder,
                 case when r.source_kind = 'CREDENTIAL' then r.source end as source
            from party_relation_basis b join party_relation r on r.id = b.relation
           where r.kind = 'LEGAL_REPRESENTATIVE'
          union all
          select r.end_ref::uuid, r.id, r.other, r.end_source
            from party_relation r
           where r.kind = 'LEGAL_REPRESENTATIVE' and r.end_kind = 'CREDENTIAL') s
    join party_relation_heard h on h.credential = s.credential
   group by s.credential, s.holder, h.at
   order by h.at, min(s.id);
