-- Words that found no matter, counted by day.
create table matter_missed (
  words text not null,
  language text not null,
  day date not null,
  times bigint not null,
  primary key (words, language, day)
);
create index matter_missed_day on matter_missed (day);
