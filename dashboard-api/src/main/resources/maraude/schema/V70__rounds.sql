-- Rounds: who looks at which ads on which day, and what was tried. The program sends nothing.
create table rounds (
  id              uuid primary key,
  team            uuid not null references teams on delete cascade,
  day             date not null,
  -- from what it was made, for its title
  departement     text,
  language        text,
  made_by         uuid not null references users,
  made_at         timestamptz not null,
  -- what was asked for, so that the same key with another request is told apart
  asked           text not null,
  idempotency_key text,
  unique (made_by, idempotency_key)
);
create index rounds_of_team on rounds (team, day);

-- One person or a pair.
create table round_workers (
  round  uuid not null references rounds on delete cascade,
  worker uuid not null references users,
  place  integer not null check (place in (1, 2)),
  primary key (round, worker),
  unique (round, place)
);
create index round_workers_of_person on round_workers (worker);

-- A row outlives its item, so that a month's count does not shrink; what is left names no ad.
create table round_ads (
  round       uuid not null references rounds on delete cascade,
  place       integer not null check (place >= 1),
  item_id     uuid references items on delete set null,
  departement text,
  worker      uuid not null,
  primary key (round, place),
  unique (round, item_id),
  foreign key (round, worker) references round_workers (round, worker)
);
create index round_ads_item on round_ads (item_id) where item_id is not null;

-- One person tried to reach one contact. Codes only: no words about a person are kept.
create table attempts (
  id              uuid primary key,
  round           uuid references rounds on delete set null,
  item_id         uuid references items on delete set null,
  token           text not null check (length(token) between 8 and 100),
  departement     text,
  made_by         uuid not null references users,
  at              timestamptz not null,
  noted_at        timestamptz not null,
  channel         text not null check (channel in ('SMS', 'CALL', 'MESSAGING', 'EMAIL', 'SITE_FORM', 'OTHER')),
  language        text not null check (language ~ '^[a-z]{2,3}$'),
  outcome         text not null check (outcome in ('NO_ANSWER', 'ANSWERED', 'REFUSED', 'WRONG_NUMBER', 'NOT_REACHED')),
  wish            text not null check (wish in ('NONE', 'TALK_AGAIN', 'HELP', 'NO_MORE_CONTACT')),
  needs           text[] not null default '{}',
  oriented        text[] not null default '{}',
  -- when the answer came, where it came after the attempt
  answered_at     timestamptz,
  idempotency_key text,
  answer_key      text,
  unique (made_by, idempotency_key),
  constraint a_wish_is_somebodys check (
    wish = 'NONE' or outcome = 'ANSWERED' or outcome = 'REFUSED' and wish = 'NO_MORE_CONTACT'),
  constraint help_says_with_what check ((wish = 'HELP') = (cardinality(needs) > 0)),
  constraint who_answered_was_oriented check (cardinality(oriented) = 0 or outcome = 'ANSWERED'),
  check (needs <@ array['HEALTH', 'HOUSING', 'RIGHTS', 'PAPERS', 'MONEY', 'SAFETY', 'LANGUAGE', 'LEAVING', 'OTHER']),
  check (oriented <@ array['HEALTH', 'HOUSING', 'RIGHTS', 'PAPERS', 'MONEY', 'SAFETY', 'LANGUAGE', 'LEAVING', 'OTHER'])
);
create index attempts_token on attempts (token, at);
create index attempts_round on attempts (round) where round is not null;
create index attempts_item on attempts (item_id) where item_id is not null;

-- Whom nobody plans to contact or contacts: a token and why. It outlives every erasure.
create table do_not_contact (
  seq      bigint generated always as identity,
  token    text primary key check (length(token) between 8 and 100),
  noted_at timestamptz not null,
  noted_by uuid references users,
  cause    text not null check (cause in ('OBJECTION', 'REFUSED', 'WISH', 'WRONG_NUMBER', 'TEAM'))
);
create unique index do_not_contact_seq on do_not_contact (seq);

-- All that looks at a contact's attempts and then adds one waits here for the one before it, in one
-- order for all. Each statement after it sees what that one did, but only under READ COMMITTED.
create function lock_contacts(asked text[]) returns void language plpgsql as $$
declare
  each text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'contacts are planned and attempted under READ COMMITTED only'
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  for each in select distinct t from unnest(asked) t order by t loop
    perform pg_advisory_xact_lock(hashtextextended(each, 70));
  end loop;
end
$$;

-- The rule of silence: why nobody is contacted under any of these tokens at a moment, and until
-- when; no row where it may be. org.maraude.dashboard.rounds.Silence says the same in Java, and a
-- test compares the two.
create function contact_block(asked text[], moment timestamptz)
returns table (why text, until timestamptz) language plpgsql as $$
declare
  latest record;
  unanswered bigint;
begin
  if exists (select 1 from do_not_contact d where d.token = any(asked)) then
    return query select 'REGISTER', null::timestamptz;
    return;
  end if;
  select a.at, a.outcome, a.wish into latest from attempts a
    where a.token = any(asked) order by a.at desc, a.noted_at desc, a.id desc limit 1;
  if not found or latest.outcome = 'ANSWERED' and latest.wish in ('TALK_AGAIN', 'HELP') then
    return;
  end if;
  select count(*) into unanswered from attempts a
    where a.token = any(asked) and a.outcome <> 'ANSWERED'
      and a.at > coalesce((select max(b.at) from attempts b
        where b.token = any(asked) and b.outcome = 'ANSWERED'), '-infinity');
  if unanswered >= 2 then
    return query select 'TWO_UNANSWERED', null::timestamptz;
  elsif moment < latest.at + interval '336 hours' then
    return query select 'SILENCE', latest.at + interval '336 hours';
  end if;
end
$$;

-- An ad that a person chose for a contact, with its contacts locked and the row kept as it is.
create function chosen_ad(asked uuid) returns items language plpgsql as $$
declare
  before text[];
  ad items;
begin
  select tokens into before from items where id = asked;
  perform lock_contacts(before);
  -- The advisory locks come first everywhere: whoever notes an objection holds one and then takes
  -- the rows.
  select * into ad from items where id = asked for share;
  if ad.id is null or ad.queue <> 'ADULT' or ad.status <> 'DECIDED'
      or ad.outcome <> 'CONTACT_IN_ROUND' or cardinality(ad.tokens) = 0
      or not ad.tokens <@ before then
    raise exception 'the ad is none that was chosen for a contact in a round, or changed just now'
      using errcode = 'MR002';
  end if;
  return ad;
end
$$;

create function refuse_silenced(tokens text[], moment timestamptz) returns void
language plpgsql as $$
declare
  block record;
begin
  select * into block from contact_block(tokens, moment);
  if found then
    raise exception 'nobody is contacted under this contact now: %', block.why
      using errcode = 'MR001', detail = coalesce(block.until::text, '');
  end if;
end
$$;

create function plan_within_the_rules() returns trigger language plpgsql as $$
declare
  ad items;
  held record;
begin
  if new.item_id is null or tg_op = 'UPDATE' and new.item_id = old.item_id then
    return new;
  end if;
  ad := chosen_ad(new.item_id);
  select r.day, t.departements into held
    from rounds r join teams t on t.id = r.team where r.id = new.round;
  if not within_reach(ad.departement,
      case when held.departements = '{}' then array['*'] else held.departements || array[''] end) then
    raise exception 'the ad is out of the reach of the round''s team' using errcode = 'MR002';
  end if;
  if exists (select 1 from round_ads o join items i on i.id = o.item_id
      where o.round = new.round and o.item_id <> new.item_id and i.tokens && ad.tokens) then
    raise exception 'another ad of the round has the same contact' using errcode = 'MR003';
  end if;
  -- A silence that ends on the day of the round keeps nothing out of it.
  perform refuse_silenced(ad.tokens, (held.day + 1)::timestamp at time zone 'Europe/Paris');
  new.departement := ad.departement;
  return new;
end
$$;
create trigger round_ads_within_the_rules before insert or update of item_id on round_ads
  for each row execute function plan_within_the_rules();

create function attempt_within_the_rules() returns trigger language plpgsql as $$
declare
  ad items;
begin
  ad := chosen_ad(new.item_id);
  if not new.token = any(ad.tokens) then
    raise exception 'the ad has no such contact' using errcode = 'MR002';
  end if;
  if not exists (select 1 from round_ads r
      where r.round = new.round and r.item_id = new.item_id) then
    raise exception 'the ad is not in this round' using errcode = 'MR002';
  end if;
  perform refuse_silenced(ad.tokens, new.at);
  new.departement := ad.departement;
  return new;
end
$$;
create trigger attempts_within_the_rules before insert on attempts
  for each row execute function attempt_within_the_rules();

-- What was tried stays as it was; only the answer to it may come later, once.
create function attempts_stay() returns trigger language plpgsql as $$
begin
  if (new.id, new.token, new.made_by, new.at, new.noted_at, new.channel)
      is distinct from (old.id, old.token, old.made_by, old.at, old.noted_at, old.channel)
      or old.outcome <> new.outcome and old.outcome <> 'NO_ANSWER' then
    raise exception 'an attempt stays as it was noted' using errcode = 'insufficient_privilege';
  end if;
  -- Not where only its item went: whoever erases items holds their rows before any contact.
  if (new.outcome, new.wish) is distinct from (old.outcome, old.wish) then
    perform lock_contacts(array[new.token]);
  end if;
  return new;
end
$$;
create trigger attempts_stay before update on attempts
  for each row execute function attempts_stay();

-- Whoever says no is on the register from this moment, by whatever way the no was noted.
create function keep_the_no() returns trigger language plpgsql as $$
begin
  if new.wish = 'NO_MORE_CONTACT' or new.outcome in ('REFUSED', 'WRONG_NUMBER') then
    insert into do_not_contact (token, noted_at, noted_by, cause)
    values (new.token, coalesce(new.answered_at, new.noted_at), new.made_by,
      case when new.outcome = 'ANSWERED' then 'WISH' else new.outcome end)
    on conflict (token) do nothing;
  end if;
  return null;
end
$$;
create trigger attempts_keep_the_no after insert or update of outcome, wish on attempts
  for each row execute function keep_the_no();

create function register_waits() returns trigger language plpgsql as $$
begin
  perform lock_contacts(array[new.token]);
  return new;
end
$$;
create trigger do_not_contact_waits before insert or update on do_not_contact
  for each row execute function register_waits();

create function register_keeps_objections() returns trigger language plpgsql as $$
begin
  if exists (select 1 from objections o where o.token = old.token) then
    raise exception 'who objected stays on the register' using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
create trigger do_not_contact_keeps_objections before delete on do_not_contact
  for each row execute function register_keeps_objections();

-- An objection is a no as well.
create function objection_is_a_no() returns trigger language plpgsql as $$
begin
  insert into do_not_contact (token, noted_at, noted_by, cause)
  values (new.token, new.noted_at, new.noted_by, 'OBJECTION')
  on conflict (token) do update set cause = 'OBJECTION';
  return null;
end
$$;
insert into do_not_contact (token, noted_at, noted_by, cause)
  select token, noted_at, noted_by, 'OBJECTION' from objections;
create trigger objections_are_on_the_register after insert on objections
  for each row execute function objection_is_a_no();
