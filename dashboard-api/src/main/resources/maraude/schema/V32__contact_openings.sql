-- For what a sealed contact was opened, by whom, and until when it was shown. The words are the
-- person's own and stay out of the audit; they go with the item.
create table contact_openings (
  id              uuid primary key,
  item_id         uuid not null references items on delete cascade,
  token           text not null,
  purpose         text not null check (purpose in ('FIRST_CONTACT', 'REFERRAL', 'DANGER', 'CHECK_READING', 'OTHER')),
  words           text not null check (length(words) <= 500),
  opened_by       uuid not null references users,
  opened_at       timestamptz not null,
  closes_at       timestamptz not null,
  idempotency_key text,
  check (closes_at >= opened_at),
  unique (opened_by, idempotency_key)
);
create index contact_openings_of_item on contact_openings (item_id);
create index contact_openings_by_end on contact_openings (opened_by, closes_at);
