-- A case that belongs to another one: the opinion that a unit is asked for while others are asked too.
alter table casework_case
  add column parent         text,       -- number of the case it belongs to
  add column opinion        text,       -- which of the opinions that the parent's step asks for
  add column parent_version integer;    -- the parent's version when it was asked
create index casework_case_parent on casework_case (parent) where parent is not null;
