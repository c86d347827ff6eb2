-- Where a person who applied lives is read on the page of their case, and that is a look; lists have
-- never carried it since. Cases opened before that still did, and so did the opinions asked for them
-- and the checks of their promises: now they are as new ones are, and are found by it no more. The
-- answers keep it.
with recursive home (number) as (
  (select part.number
     from submission_part part
     join submission_submission sent on sent.id = part.submission
     join party_party whose on whose.id = sent.party
    where part.number is not null and whose.kind <> 'organisation'
   union
   select promise.check_number
     from submission_promise promise
     join submission_submission sent on sent.id = promise.submission
     join party_party whose on whose.id = sent.party
    where promise.check_number is not null and whose.kind <> 'organisation')
  union
  select child.number from casework_case child join home on child.parent = home.number
),
bared as (
  update casework_case of set address = ''
    from home
   where of.number = home.number and of.address <> ''
  returning of.number, of.title_zh, of.title_en, of.description
),
-- As the words were cut: small letters, and those of full width made narrow.
told as (
  select number,
         lower(normalize(concat_ws(' ', title_zh, title_en, description), NFKC)) as text
    from bared
)
update casework_word found
   set words = array(select word from unnest(found.words) word where position(word in told.text) > 0)
  from told
 where found.number = told.number;
