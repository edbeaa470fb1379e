-- Secrets are sealed with a key outside the database; recovery codes are hashes.
create table second_factors (
  user_id       uuid primary key references users on delete cascade,
  sealed_secret bytea not null,
  -- the newest step of thirty seconds whose code was used: none of it or before it opens again
  last_step     bigint not null,
  confirmed_at  timestamptz not null
);

create table second_factor_drafts (
  user_id       uuid primary key references users on delete cascade,
  sealed_secret bytea not null,
  drafted_at    timestamptz not null
);

create table recovery_codes (
  user_id   uuid not null references users on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at   timestamptz,
  primary key (user_id, code_hash)
);

-- Everybody signs in anew: sessions from before know nothing of a second step.
delete from spring_session;

-- The demo's users alone have none; everybody else sets one up at the next log-in.
alter table users add column second_factor_due boolean not null default true;
