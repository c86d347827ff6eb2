-- By what whoever asks for help acts for somebody else; null for oneself. Once that is over, so is the help.
alter table submission_help add column acting_under text;
update submission_help set acting_under = 'unknown' where ended is null; -- looked at once, like those
create index submission_help_acting on submission_help (id) where ended is null and acting_under is not null;
