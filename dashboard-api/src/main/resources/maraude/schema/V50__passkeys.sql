-- Public keys only: what signs stays in the device of the person.
create table passkeys (
  id              uuid primary key default gen_random_uuid(),
  user_id         uuid not null references users on delete cascade,
  credential_id   bytea not null unique,
  public_key      bytea not null,
  -- what the device said of itself; not asked for its make, it says little, and the library reads it
  attestation     bytea not null,
  -- how often the device has signed, where it counts; one that falls back was copied
  sign_count      bigint not null,
  verified_person boolean not null,
  transports      text[] not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  label           text not null check (length(label) between 1 and 64),
  created_at      timestamptz not null,
  last_used_at    timestamptz not null
);
create index passkeys_of on passkeys (user_id);

-- Whoever is asked for a second step at the log-in.
create view people_with_a_second_factor as
  select user_id from second_factors union select user_id from passkeys;
