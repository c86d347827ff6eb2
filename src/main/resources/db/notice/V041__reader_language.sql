-- In which language an account reads its messages: as it last opened its inbox.
create table notice_reader (
  account  text primary key,
  language text not null
);
