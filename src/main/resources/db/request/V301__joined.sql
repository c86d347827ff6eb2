-- A report that repeats another goes on under the other's number.
alter table request_request add column joined_to text;
create index request_request_joined on request_request (joined_to) where joined_to is not null;
