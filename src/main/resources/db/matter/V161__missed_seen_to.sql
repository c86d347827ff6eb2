-- What officers have seen to of the words that found no matter.
alter table matter_missed add column seen bigint not null default 0;  -- of times, counted when an officer saw to them

-- Words that are no matter of this district, however often they are searched for.
create table matter_missed_apart (
  words text primary key,
  at    timestamptz not null
);
