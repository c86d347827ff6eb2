-- From which page of the draft help was asked (从哪一页来问): parts/ID, evidence or check; null if from none.
alter table submission_help add column from_page text;
