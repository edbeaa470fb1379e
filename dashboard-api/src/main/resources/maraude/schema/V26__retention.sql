-- The tokens of an item's contacts, so that an objection finds it.
alter table items add column tokens text[] not null default '{}';
create index items_tokens on items using gin (tokens);

-- Who said no, as a token only. It outlives every erasure: without it, the no would be forgotten.
create table objections (
  token    text primary key check (length(token) between 16 and 100),
  noted_at timestamptz not null,
  noted_by uuid references users
);

create table retention_runs (
  id     bigint generated always as identity primary key,
  at     timestamptz not null,
  erased bigint not null
);
