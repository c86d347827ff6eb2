-- Is the same thing at the same place reported already?
create index casework_case_place on casework_case (category, lon) where closed is null;
