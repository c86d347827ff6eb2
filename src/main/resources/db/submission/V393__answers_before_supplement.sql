-- What an answer was before it was supplied anew is kept as what it was before a correction is;
-- and which files answered a question before others took their place.
alter table submission_correction add column supplied boolean not null default false;
alter table submission_correction add column old_files bytea;
