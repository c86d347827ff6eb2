-- What came out of a matter and was issued again with corrected words (更正换发): the part goes on with the
-- newest one. Only a correction makes another credential of that type and holder for the same case, for
-- what an objection gave back was written to the part already.
update submission_part p
   set credential = (
         select n.id from credential_credential n
          where n.holder = f.holder and n.type = f.type and n.case_number = f.case_number
          order by n.issued desc, n.id desc limit 1)
  from credential_credential f
 where f.id = p.credential and f.revoked is not null and p.taken_back is null;

create index submission_part_credential on submission_part (credential) where credential is not null;
