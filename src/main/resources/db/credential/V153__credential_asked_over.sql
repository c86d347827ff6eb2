-- What was asked of another region's wallet is wiped by a clock once its time is over; that it was
-- asked is kept for a while, so that whoever comes late is told so.
alter table credential_asked rename column request to signed;
alter table credential_asked alter column signed drop not null;
create index credential_asked_sealed on credential_asked (expires)
  where signed is not null or answer is not null;
