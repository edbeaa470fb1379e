-- A platform's table between its preview and its import. Whoever hands in another replaces it; what
-- nobody imports is erased after a day.
create table import_uploads (
  id       uuid primary key,
  campaign uuid not null references campaigns on delete cascade,
  owner    uuid not null references users on delete cascade,
  content  bytea not null check (octet_length(content) between 1 and 16777216),
  at       timestamptz not null,
  unique (campaign, owner)
);

-- What was taken in, so that the same table read the same way changes nothing a second time.
create table import_runs (
  campaign    uuid not null references campaigns on delete cascade,
  fingerprint text not null,
  lines       integer not null,
  at          timestamptz not null,
  primary key (campaign, fingerprint)
);
