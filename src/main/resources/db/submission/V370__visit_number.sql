-- By which of its cases an application was found at the counter: before consent nothing else is shown.
alter table submission_visit add column number text;
