-- What is asked for most is counted from the newest applications only.
create index submission_submission_submitted on submission_submission (submitted, target);
