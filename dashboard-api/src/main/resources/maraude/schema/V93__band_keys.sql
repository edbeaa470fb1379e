-- What an idempotency key did to a band, so that a write that is sent twice is done once.
create table band_keys (
  id          uuid primary key default gen_random_uuid(),
  person      uuid not null references users on delete cascade,
  key         text not null check (length(key) <= 200),
  fingerprint text not null,
  band        text not null,
  at          timestamptz not null,
  unique (person, key)
);
create index band_keys_by_time on band_keys (at);
