-- Times are instants; the program hands them in, so that one clock rules.

create table data_version (
  only_row boolean primary key default true check (only_row),
  version  integer not null
);
insert into data_version (version) values (1);

-- People and scripts -----------------------------------------------------------------------------

create table users (
  id            uuid primary key default gen_random_uuid(),
  name          text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  -- '{algorithm}...'; absent for a technical user, who has tokens only
  password_hash text check (password_hash like '{%}%'),
  technical     boolean not null,
  enabled       boolean not null default true,
  created_at    timestamptz not null,
  check (technical = (password_hash is null))
);

create table user_roles (
  user_id uuid not null references users on delete cascade,
  role    text not null check (role in ('OUTREACH', 'LEAD', 'ANALYST', 'RESEARCHER', 'ADMIN')),
  primary key (user_id, role)
);

create table tokens (
  id         uuid primary key default gen_random_uuid(),
  user_id    uuid not null references users on delete cascade,
  role       text not null check (role in ('OUTREACH', 'LEAD', 'ANALYST', 'RESEARCHER', 'ADMIN')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table enrolments (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  role       text not null check (role in ('OUTREACH', 'LEAD', 'ANALYST', 'RESEARCHER', 'ADMIN')),
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- What waits for people --------------------------------------------------------------------------

create table items (
  id             uuid primary key default gen_random_uuid(),
  ad_id          text not null unique,
  site_id        text not null,
  queue          text not null check (queue in ('MINOR', 'ADULT')),
  status         text not null check (status in ('WAITING', 'SECOND_OPINION', 'DECIDED', 'WITHDRAWN')),
  -- one more each time the item comes back after a decision or a withdrawal
  round          integer not null default 1,
  flagged_at     timestamptz not null,
  score          double precision not null,
  revision       integer not null,
  departement    text,
  language       text not null,
  signals        text[] not null,
  rules          text[] not null,
  -- json, not jsonb: jsonb refuses U+0000 and lone surrogates, and such an ad must be shown, not lost
  assessment     json,
  gone_at        timestamptz,
  holder         uuid references users,
  lease_until    timestamptz,
  fence          bigint not null default 0,
  shown_revision integer,
  outcome        text check (outcome in ('CONTACT_IN_ROUND', 'REFER', 'NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY')),
  decided_at     timestamptz,
  referred_by    uuid references users,
  confirmed_by   uuid references users,
  check ((holder is null) = (lease_until is null)),
  check ((status = 'DECIDED') = (outcome is not null)),
  check ((outcome is null) = (decided_at is null)),
  check ((assessment is null) = (status = 'WITHDRAWN')),
  constraint a_minor_item_is_never_withdrawn check (not (queue = 'MINOR' and status = 'WITHDRAWN')),
  constraint an_adult_referral_has_two_people check (
    not (queue = 'ADULT' and outcome is not distinct from 'REFER')
    or (referred_by is not null and confirmed_by is not null and referred_by <> confirmed_by))
);
create index items_open on items (queue, flagged_at, (-score), id)
  where status in ('WAITING', 'SECOND_OPINION');
create index items_held on items (holder) where holder is not null;

create table decisions (
  id              uuid primary key,
  item_id         uuid not null references items on delete cascade,
  round           integer not null,
  revision        integer not null,
  queue           text not null check (queue in ('MINOR', 'ADULT')),
  decided_by      uuid not null references users,
  outcome         text not null check (outcome in ('CONTACT_IN_ROUND', 'REFER', 'NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY')),
  reasons         text[] not null check (cardinality(reasons) > 0),
  note            text not null,
  fence           bigint not null,
  -- false while another person's opinion is awaited
  settled         boolean not null,
  decided_at      timestamptz not null,
  idempotency_key text,
  constraint nobody_is_heard_twice unique (item_id, round, decided_by),
  unique (decided_by, idempotency_key)
);

create table outbox (
  seq         bigint generated always as identity primary key,
  id          uuid not null unique,
  topic       text not null,
  message_key text not null,
  message     bytea not null,
  created_at  timestamptz not null
);

-- Who did what, when, why ------------------------------------------------------------------------

create table audit (
  seq        bigint generated always as identity primary key,
  at         timestamptz not null,
  -- absent for what the program did by itself
  actor      uuid,
  action     text not null,
  subject    text not null,
  reason     text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit rows stay as they were written' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_rows_stay before update or delete on audit
  for each row execute function refuse_change();
create trigger audit_is_not_emptied before truncate on audit
  for each statement execute function refuse_change();

-- What the streams told --------------------------------------------------------------------------

create table sink_offsets (
  topic       text not null,
  part        integer not null,
  next_offset bigint not null,
  primary key (topic, part)
);

-- Ads that reach no queue leave nothing but these counts.
create table assessed_counts (
  site_id text not null,
  queue   text not null check (queue in ('NONE', 'ADULT', 'MINOR')),
  ads     bigint not null,
  again   bigint not null,
  primary key (site_id, queue)
);

create table ad_volumes (
  advertiser  text not null,
  day         date not null,
  site_id     text not null,
  departement text not null,
  category    text not null,
  new_ads     integer not null,
  returning_ads integer not null,
  live_ads    integer not null,
  gone_ads    integer not null,
  primary key (advertiser, day, site_id, departement, category)
);
create index ad_volumes_by_day on ad_volumes (day, site_id, departement);

create table site_status (
  site_id       text primary key,
  name          text not null,
  state         text not null,
  reason        text,
  since         timestamptz not null,
  next_visit    timestamptz,
  last_new_ad   timestamptz,
  pages_fetched bigint not null,
  ads_known     bigint not null,
  ads_new       bigint not null,
  field_health  json not null,
  at            timestamptz not null
);

create table crawl_coverage (
  site_id    text not null,
  day        date not null,
  planned    bigint not null,
  successful bigint not null,
  primary key (site_id, day)
);

-- Sessions, in the form that Spring Session reads ------------------------------------------------

create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
