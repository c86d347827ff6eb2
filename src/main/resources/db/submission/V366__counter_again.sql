-- Somebody comes to the counter about what was sent already (窗口续办): which application it is.
alter table submission_visit add column serves uuid references submission_submission;
create index submission_visit_serves on submission_visit (serves, officer) where serves is not null;

-- Scanned at the counter: it counts for the visit, not for the officer.
alter table submission_paper add column visit uuid references submission_visit;
create index submission_paper_visit on submission_paper (visit) where visit is not null;
