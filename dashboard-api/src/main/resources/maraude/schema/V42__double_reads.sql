-- One decision in twenty is read by a second person who does not know what the first one said. The
-- two outcomes stay as numbers when the item goes.
alter table decisions add constraint decisions_by unique (id, decided_by);

create table double_reads (
  id            uuid primary key,
  item_id       uuid references items on delete set null,
  round         integer not null,
  queue         text not null check (queue in ('MINOR', 'ADULT')),
  decision_id   uuid unique,
  first_by      uuid not null references users,
  first_outcome text not null check (first_outcome in ('CONTACT_IN_ROUND', 'REFER', 'NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY')),
  drawn_at      timestamptz not null,
  reader        uuid references users,
  lease_until   timestamptz,
  outcome       text check (outcome in ('CONTACT_IN_ROUND', 'REFER', 'NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY')),
  reasons       text[] not null default '{}',
  read_at       timestamptz,
  -- the first reader is who gave the decision, whatever a program says
  foreign key (decision_id, first_by) references decisions (id, decided_by)
    on delete set null (decision_id),
  constraint nobody_reads_their_own_decision check (reader is null or reader <> first_by),
  check ((outcome is null) = (read_at is null)),
  check (outcome is null or reader is not null)
);
create index double_reads_waiting on double_reads (drawn_at)
  where outcome is null and item_id is not null;
create index double_reads_item on double_reads (item_id);

-- Nor does anybody who was heard on the item before.
create function refuse_known_reader() returns trigger language plpgsql as $$
begin
  if exists (select 1 from decisions d
      where d.item_id = new.item_id and d.decided_by = new.reader) then
    raise exception 'a second reading is by somebody who was not heard on the item'
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger double_reads_are_by_others before insert or update of reader on double_reads
  for each row when (new.reader is not null) execute function refuse_known_reader();
