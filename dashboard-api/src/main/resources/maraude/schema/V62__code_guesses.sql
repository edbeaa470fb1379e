-- How often somebody guessed a code of the second step in a row: counted here, so that a restart or
-- a second instance gives nobody new guesses.
create table code_guesses (
  user_id  uuid primary key references users on delete cascade,
  failures integer not null check (failures >= 0),
  last_at  timestamptz not null
);
