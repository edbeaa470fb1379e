-- A decision that was taken back stays to be read, and its person may be heard again.
alter table decisions add column taken_back_at timestamptz;
alter table decisions add column taken_back_by uuid references users;
alter table decisions add constraint taken_back_by_somebody
  check ((taken_back_at is null) = (taken_back_by is null));
alter table decisions drop constraint nobody_is_heard_twice;
create unique index nobody_is_heard_twice on decisions (item_id, round, decided_by)
  where taken_back_at is null;
