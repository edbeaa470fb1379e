-- When an item came into its queue here, by this program's clock: the time of the flag may lie
-- before somebody last looked, when what was flagged came late.
alter table items add column arrived_at timestamptz not null default now();
update items set arrived_at = flagged_at;
create index items_arrived on items (queue, arrived_at)
  where status in ('WAITING', 'SECOND_OPINION');

-- Searches that a person keeps, to be told what is new in them.
create table saved_searches (
  id          uuid primary key,
  owner       uuid not null references users on delete cascade,
  name        text not null check (length(name) between 1 and 80),
  queue       text not null check (queue in ('MINOR', 'ADULT')),
  departement text,
  rule        text,
  words       text check (length(words) <= 200),
  looked_at   timestamptz not null,
  unique (owner, name)
);
