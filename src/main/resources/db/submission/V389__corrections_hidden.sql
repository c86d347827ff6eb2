-- What was put right, also with its numbers hidden, as officers read it until they ask (号码脱敏): rows of
-- several people are kept as one text, in which nobody could tell a number from a date afterwards.
-- Sealed as the whole answers are; null for corrections from before, which are hidden as words are.
alter table submission_correction add column old_hidden bytea;
alter table submission_correction add column new_hidden bytea;
