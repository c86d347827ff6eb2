-- The cases of one party: the ground on which officers may open its file.
create index casework_case_party on casework_case (reporter) where reporter is not null;
