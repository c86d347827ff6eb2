-- The sealed log: every entry is a leaf of one Merkle tree. No foreign keys: sealing never takes a
-- lock that a case could wait for.
create table journal_leaf (
  index         bigint      primary key check (index >= 0),         -- place in the log, from 0
  entry         bigint      not null unique,                        -- journal_entry.id
  salt          bytea       not null check (octet_length(salt) = 32),
  leaf          bytea       not null check (octet_length(leaf) = 32) -- salted hash of the entry
);

-- Tiles of C2SP tlog-tiles: up to 256 hashes of 32 bytes. They grow at the end and never change.
create table journal_tile (
  level         integer     not null check (level between 0 and 63),
  index         bigint      not null check (index >= 0),
  hashes        bytea       not null
                check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);

create table journal_checkpoint (
  size          bigint      primary key check (size >= 0),
  root          bytea       not null check (octet_length(root) = 32),
  at            timestamptz not null,
  settled       bigint      not null, -- entries up to this id are in the log, or never will exist
  note          text        not null  -- C2SP signed note
);

-- Keys that sign checkpoints (Ed25519), the private part sealed. The newest signs.
create table journal_log_key (
  number        integer     generated always as identity primary key,
  name          text        not null,
  public_key    bytea       not null check (octet_length(public_key) = 32),
  private_key   bytea       not null,
  created       timestamptz not null
);

create trigger journal_leaf_append_only before update or delete on journal_leaf
  for each row execute function journal_refuse_change();
create trigger journal_leaf_no_truncate before truncate on journal_leaf
  for each statement execute function journal_refuse_change();
create trigger journal_checkpoint_append_only before update or delete on journal_checkpoint
  for each row execute function journal_refuse_change();
create trigger journal_checkpoint_no_truncate before truncate on journal_checkpoint
  for each statement execute function journal_refuse_change();

create function journal_refuse_tile_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.level = old.level and new.index = old.index
     and substring(new.hashes for octet_length(old.hashes)) = old.hashes then
    return new;
  end if;
  raise exception 'The journal is append-only';
end $$;
create trigger journal_tile_grows before update or delete on journal_tile
  for each row execute function journal_refuse_tile_change();
create trigger journal_tile_no_truncate before truncate on journal_tile
  for each statement execute function journal_refuse_change();
