-- Who signs in is a party too: credentials and files belong to parties, not to accounts.
alter table party_party add column account text unique;
