-- A key that was replaced signs along for a while, so that whoever knows only that one can go on.
alter table journal_log_key add column cosigns_until timestamptz;
