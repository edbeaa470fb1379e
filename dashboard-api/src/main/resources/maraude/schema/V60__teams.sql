-- An association's delegation with its departements. No departement stands for all of them.
create table teams (
  id           uuid primary key default gen_random_uuid(),
  name         text not null unique check (length(name) between 1 and 80),
  departements text[] not null default '{}',
  made_at      timestamptz not null
);

-- Everybody who has an account before there are teams is in one that reaches everything.
insert into teams (id, name, made_at) values ('00000000-0000-4000-8000-000000000001', 'France', now());
alter table users add column team uuid not null
  default '00000000-0000-4000-8000-000000000001' references teams;
create index users_team on users (team);
-- Into which team an invitation leads.
alter table enrolments add column team uuid references teams on delete cascade;

-- The one place that says what somebody's team reaches: departements, '*' for all, and '' for what
-- has no departement. Asked once a query, not once a row.
create function reach_of(who uuid) returns text[] language sql stable as $$
  select case when t.departements = '{}' then array['*'] else t.departements || array[''] end
  from users u join teams t on t.id = u.team where u.id = who
$$;

create function within_reach(departement text, reach text[]) returns boolean
language sql immutable as $$
  select reach && array['*', coalesce(nullif(departement, '?'), '')]
$$;

-- What waits is counted from the index alone, and now by departement.
drop index items_open;
create index items_open on items (queue, flagged_at, (-score), id) include (departement)
  where status in ('WAITING', 'SECOND_OPINION');
