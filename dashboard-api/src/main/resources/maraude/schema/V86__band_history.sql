-- Bands are edited: what kind each is, where it holds, and every earlier form of it.
alter table bands
  add column kind text not null default 'LOCKDOWN'
    check (kind in ('LOCKDOWN', 'RULES', 'OUTAGE', 'LOCAL')),
  -- where it holds; empty for everywhere
  add column departements text[] not null default '{}',
  add column version integer not null default 1,
  add column edited_by uuid references users,
  add column edited_at timestamptz;
alter table bands add check (length(name_fr) between 1 and 120 and length(name_en) between 1 and 120);

create table band_history (
  band_id   text not null,
  version   integer not null,
  -- how it stood before; with "removed" when it went
  stood     jsonb not null,
  removed   boolean not null,
  edited_by uuid references users,
  at        timestamptz not null,
  primary key (band_id, version)
);

-- Since when a rule's version is known here; absent for those that were there before.
alter table rule_texts add column known_since date;
alter table rule_texts alter column known_since set default (now() at time zone 'UTC')::date;
create index rule_texts_by_day on rule_texts (known_since);
