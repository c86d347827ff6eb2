-- What each matter of an application spared the applicant (按事项计的少填), counted when it was sent; null
-- for what was sent before this was counted.
alter table submission_part add column questions int;  -- of the matter's own form
alter table submission_part add column prefilled int;  -- of these, filled in and left as they were
alter table submission_part add column avoided int;    -- of these, not asked at all
