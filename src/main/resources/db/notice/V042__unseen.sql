-- Every page of whoever is signed in says how much is new to them.
create index notice_message_unseen on notice_message (account, id desc) where way = 'web' and seen is null;
