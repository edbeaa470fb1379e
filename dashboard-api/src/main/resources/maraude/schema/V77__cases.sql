-- People who are accompanied with their agreement. What is known of them is sealed under a key of
-- their own outside the database; in clear stands only what lists and terms need.
create table cases (
  id              uuid primary key,
  team            uuid not null references teams,
  -- A contact's token, so that an objection finds the case and nobody opens a second one.
  token           text check (length(token) between 16 and 100),
  departement     text,
  worker          uuid not null references users,
  agreement       text not null check (agreement in ('SPOKEN', 'WRITTEN', 'IN_PERSON')),
  agreed_on       date not null,
  opened_by       uuid not null references users,
  opened_at       timestamptz not null,
  item_id         uuid references items on delete set null,
  next_on         date,
  last_contact_on date not null,
  closed_on       date,
  closing         text check (closing in ('DONE', 'LEFT_PROSTITUTION', 'PASSED_ON', 'NO_LONGER_WISHED', 'LOST_TOUCH')),
  -- What the team sees, what who accompanies sees, and what concerns health.
  everyday        text not null,
  close           text not null,
  health          text,
  version         integer not null default 0,
  idempotency_key text,
  check ((closed_on is null) = (closing is null)),
  check (closed_on is null or next_on is null),
  check (last_contact_on >= agreed_on),
  unique (opened_by, idempotency_key)
);
create unique index a_person_is_accompanied_once_in_a_team on cases (team, token) where closed_on is null;
create index cases_due on cases (worker, next_on) where closed_on is null;
create index cases_of_team on cases (team, next_on, id) where closed_on is null;
create index cases_closed on cases (team, closed_on desc, id) where closed_on is not null;
create index cases_by_token on cases (token);
create index cases_by_last_contact on cases (last_contact_on);
create index cases_of_item on cases (item_id);

-- What happened, oldest first. Lines are added and go with the case; nobody rewrites them.
create table case_lines (
  id              uuid primary key,
  case_id         uuid not null references cases on delete cascade,
  kind            text not null check (kind in ('OPENED', 'NOTE', 'CONTACT', 'HANDED_OVER', 'CLOSED', 'REOPENED')),
  written_by      uuid not null references users,
  written_at      timestamptz not null,
  -- Two lines may be of one moment.
  seq             bigint generated always as identity,
  sealed          text not null,
  idempotency_key text,
  unique (written_by, idempotency_key)
);
create index case_lines_of_case on case_lines (case_id, seq);

-- A no is kept by the database: whatever path a program takes, nobody opens a case under a contact on
-- the register. A lead takes the no back first, when the person themselves asks for it.
create function nobody_is_accompanied_against_their_no() returns trigger language plpgsql as $$
begin
  -- Waits for a no to the same contact that is being noted at this moment.
  perform lock_contacts(array[new.token]);
  if exists (select 1 from do_not_contact where token = new.token) then
    raise exception 'this contact is on the register of those who said no'
      using errcode = 'check_violation', constraint = 'nobody_is_accompanied_against_their_no';
  end if;
  return new;
end
$$;
create trigger nobody_is_accompanied_against_their_no
  before insert on cases for each row when (new.token is not null)
  execute function nobody_is_accompanied_against_their_no();
