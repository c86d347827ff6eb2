-- Which of two messages came first where the clock says the same of both.
alter table submission_message add column written bigint generated always as identity;
