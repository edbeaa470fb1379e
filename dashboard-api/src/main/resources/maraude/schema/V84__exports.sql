-- Exports for researchers. What is counted for a quarter is counted once and stays: later merges,
-- objections and erasures change no table that was published, and two tables of one quarter come
-- from the same counts.
create table frozen_quarters (
  quarter   text primary key check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  frozen_at timestamptz not null
);

create table frozen_counts (
  quarter     text not null references frozen_quarters,
  grid        text not null check (grid in ('DEPARTEMENTS', 'REGIONS')),
  level       text not null check (level in ('DEPARTEMENT', 'REGION')),
  area        text not null,
  span        text not null,
  -- distinct advertisers, and the same when each counts in a few cells only
  advertisers bigint not null check (advertisers >= 0),
  bounded     bigint not null check (bounded between 0 and advertisers),
  primary key (quarter, grid, level, area, span)
);

create function frozen_counts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was counted for a release stays as it was counted' using errcode = 'check_violation';
end
$$;
create trigger frozen_quarters_stay before update or delete on frozen_quarters
  for each row execute function frozen_counts_stay();
create trigger frozen_counts_stay before update or delete on frozen_counts
  for each row execute function frozen_counts_stay();

create table releases (
  id          uuid primary key,
  kind        text not null check (kind in ('PUBLIC', 'RESEARCH')),
  grid        text not null check (grid in ('DEPARTEMENTS', 'REGIONS')),
  quarter     text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  -- in hundredths
  epsilon     integer check (epsilon between 1 and 100),
  agreement   text not null check (length(agreement) <= 200),
  asked_by    uuid not null references users,
  asked_at    timestamptz not null,
  ask_key     text,
  approved_first  uuid references users,
  approved_second uuid references users,
  refused_by  uuid references users,
  state       text not null check (state in ('ASKED', 'WAITING', 'MAKING', 'READY', 'REFUSED', 'FAILED')),
  steps_done  integer not null default 0 check (steps_done between 0 and 4),
  fence       bigint not null default 0,
  lease_until timestamptz,
  failure     text,
  -- fixed when it is made for the first time: made again, it must be the same
  software    text,
  digest      text check (digest ~ '^[0-9a-f]{64}$'),
  constraint noise_costs check ((kind = 'PUBLIC') = (epsilon is not null)),
  constraint an_agreement_is_named check (kind = 'PUBLIC' or agreement <> ''),
  constraint two_people_approve check (
    kind = 'PUBLIC' or state in ('ASKED', 'REFUSED')
    or approved_first is not null and approved_second is not null),
  constraint the_two_are_not_one check (approved_first <> approved_second),
  constraint nobody_approves_what_they_asked_for check (
    asked_by is distinct from approved_first and asked_by is distinct from approved_second),
  constraint what_is_ready_has_its_print check (state <> 'READY' or digest is not null and software is not null),
  constraint what_failed_says_why check ((state = 'FAILED') = (failure is not null)),
  unique (asked_by, ask_key)
);
-- One release of a kind, grid and quarter: a second one would be another draw to average with.
create unique index one_release_of_each on releases (kind, grid, quarter) where state <> 'REFUSED' and (state <> 'FAILED' or digest is not null);
create index releases_in_order on releases (asked_at desc, id);
create index releases_to_make on releases (asked_at) where state in ('WAITING', 'MAKING');

-- What a research table shows, for the intruder who reads the next one.
create table release_cells (
  release uuid not null references releases,
  level   text not null,
  area    text not null,
  span    text not null,
  -- null is hidden
  shown   bigint,
  primary key (release, level, area, span)
);
create trigger release_cells_stay before update or delete on release_cells
  for each row execute function frozen_counts_stay();

-- How much noise may be spent: for one quarter of data, and in one year of asking.
create table budget_terms (
  one           boolean primary key default true check (one),
  quarter_terms integer not null check (quarter_terms > 0),
  year_terms    integer not null check (year_terms > 0)
);
insert into budget_terms (quarter_terms, year_terms) values (100, 400);

create table privacy_budgets (
  span    text primary key,
  allowed integer not null,
  spent   integer not null,
  constraint no_budget_is_overspent check (spent between 0 and allowed)
);

create table budget_ledger (
  line    bigint generated always as identity primary key,
  release uuid not null unique references releases,
  quarter text not null,
  year    text not null,
  epsilon integer not null check (epsilon > 0),
  at      timestamptz not null
);

-- The rows of the budgets are the locks: who spends at the same time waits, and reads what is left.
create function budget_is_spent() returns trigger language plpgsql as $$
begin
  insert into privacy_budgets (span, allowed, spent)
    select new.quarter, quarter_terms, new.epsilon from budget_terms
    on conflict (span) do update set spent = privacy_budgets.spent + excluded.spent;
  insert into privacy_budgets (span, allowed, spent)
    select new.year, year_terms, new.epsilon from budget_terms
    on conflict (span) do update set spent = privacy_budgets.spent + excluded.spent;
  return new;
end
$$;
create trigger budget_is_spent before insert on budget_ledger
  for each row execute function budget_is_spent();
-- What was spent is spent: there is no way back for what was told.
create trigger budget_ledger_stays before update or delete on budget_ledger
  for each row execute function frozen_counts_stay();

-- The packages, for a while.
create table export_files (
  id      uuid primary key references releases,
  content bytea not null check (octet_length(content) between 1 and 64000000),
  made_at timestamptz not null
);
