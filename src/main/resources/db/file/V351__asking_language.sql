-- In which language somebody asked about their file; the answer is in the same.
create table file_asking (
  number     text primary key,               -- of the case
  language   text not null
);
insert into file_asking (number, language)
  select number, 'ZH' from file_correction union select number, 'ZH' from file_question;
