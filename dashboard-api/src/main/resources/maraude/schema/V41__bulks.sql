-- Several items of the adult queue that one person closed by one decision, each in a transaction of
-- its own. Only outcomes that nothing follows from: a referral is never made in bulk.
create table bulks (
  id              uuid primary key,
  made_by         uuid not null references users,
  outcome         text not null check (outcome in ('NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY')),
  -- of the preview that was confirmed
  fingerprint     text not null,
  made_at         timestamptz not null,
  idempotency_key text,
  unique (made_by, idempotency_key)
);

-- What was chosen. An item without refusal and without a decision of this bulk was not reached.
create table bulk_items (
  bulk    uuid not null references bulks on delete cascade,
  item_id uuid not null references items on delete cascade,
  refused text,
  primary key (bulk, item_id)
);
create index bulk_items_item on bulk_items (item_id);

alter table decisions add column bulk uuid references bulks on delete set null;
alter table decisions add constraint a_bulk_is_harmless check (
  bulk is null or queue = 'ADULT' and outcome in ('NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY'));
create index decisions_bulk on decisions (bulk) where bulk is not null;
