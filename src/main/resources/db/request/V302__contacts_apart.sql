-- A contact that is left with a report is a party of its own. Where somebody typed the name and
-- number of a person with a file, the report led to that file until now: such reports, and those who
-- follow one, get a contact of their own with the same name and number. What has an external key is
-- an application, and stays with whom it is for.
do $$
declare
  filed uuid;
  apart uuid;
begin
  for filed in
    select p.id from party_party p
    where (p.account is not null or exists (select 1 from party_fact f where f.party = p.id))
      and (exists (select 1 from request_follower w where w.contact = p.id)
        or exists (select 1 from casework_case c join request_request r on r.number = c.number
                   where c.reporter = p.id and c.external_key is null))
  loop
    insert into party_party (kind, name, phone, phone_index, mail, created)
      select kind, name, phone, phone_index, mail, created from party_party where id = filed
      returning id into apart;
    update request_follower set contact = apart where contact = filed;
    update casework_case set reporter = apart
      where reporter = filed and external_key is null
        and number in (select number from request_request);
  end loop;
end $$;
