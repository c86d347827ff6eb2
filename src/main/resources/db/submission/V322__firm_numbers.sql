-- Running part of credit codes that are given to new firms and bodies.
create sequence submission_firm_number minvalue 1;
