-- Why a site stands as it does, as codes; and what people ordered the crawler to do.

alter table site_status
  add column cause text,
  add column detail text,
  add column requests bigint not null default 0,
  add column faded text[] not null default '{}';

create table site_orders (
  seq             bigint generated always as identity primary key,
  id              uuid not null unique,
  -- '*' is every site
  site_id         text not null,
  action          text not null check (action in ('PAUSE', 'RESUME')),
  reason          text not null,
  note            text not null,
  ordered_by      uuid not null references users,
  ordered_at      timestamptz not null,
  idempotency_key text,
  unique (ordered_by, idempotency_key)
);
create index site_orders_latest on site_orders (site_id, seq desc);
