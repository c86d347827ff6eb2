-- Which credential took the place of one that was taken back (换发后的证照): corrected, renewed or given
-- back after an objection, so that whoever knows the former one finds what counts today.
alter table credential_credential add column replaced_by uuid references credential_credential (id);

-- Until now the same case was what they had in common; of papers that an officer compared there are
-- several in one case, and none takes the place of another.
update credential_credential f
   set replaced_by = (
         select n.id from credential_credential n
          where n.holder = f.holder and n.type = f.type and n.case_number = f.case_number
            and (n.issued, n.id) > (f.issued, f.id)
          order by n.issued, n.id limit 1)
 where f.revoked is not null and f.type <> 'checked-document';
