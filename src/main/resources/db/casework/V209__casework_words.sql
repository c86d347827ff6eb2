-- A move writes the row of a case anew, with an entry in each of its indexes. So the words it is
-- found by, which never change, have a table of their own; the number is its only key; and only
-- a case from outside has an entry under its outside key.
-- Nobody opens a case meanwhile: its words would be lost.
lock table casework_case in access exclusive mode;

create table casework_word (
  number text   primary key,
  words  text[] not null
);
insert into casework_word (number, words) select number, words from casework_case;
create index casework_word_words on casework_word using gin (words);

alter table casework_case drop column words;
alter table casework_case drop column id;
alter table casework_case drop constraint casework_case_number_key;
alter table casework_case add primary key (number);
alter table casework_case drop constraint casework_case_external_key_key;
create unique index casework_case_external_key on casework_case (external_key)
  where external_key is not null;
