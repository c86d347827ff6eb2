-- Looks that concern somebody are numbered 1, 2, 3 inside their sealed entries: one that is left out
-- or removed leaves a gap. Looks written before have no number.
create table identity_look_count (
  concerns text primary key,
  looks bigint not null
);
