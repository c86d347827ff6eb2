-- How to reach somebody stands in the party's file, sealed; an account needs none of it.
alter table identity_account drop column phone;
