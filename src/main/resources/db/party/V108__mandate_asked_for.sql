-- What somebody wrote who asks to act for another: until the other says yes they see no more than
-- that, and a name that nobody has is answered like one that somebody has.
alter table party_mandate add column asked_for bytea;
