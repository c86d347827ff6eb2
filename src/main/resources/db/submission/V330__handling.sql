-- How each matter of an application was handled, kept for the public figures and ratings.
alter table submission_part
  add column opened        timestamptz,       -- when its case was opened
  add column unit          text,              -- that has it, or had it last
  add column due           timestamptz,       -- when the whole case is due; null while nothing runs
  add column rating        smallint,          -- one to five, once rated
  add column call_back_due timestamptz,       -- after a bad rating: by when somebody has to call
  add column called_back   timestamptz;       -- when somebody did

-- What was there before: as its case tells, once.
update submission_part p set opened = c.opened, unit = c.unit, due = c.due, rating = c.rating
  from casework_case c where c.number = p.number;
