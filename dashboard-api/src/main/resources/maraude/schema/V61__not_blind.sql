-- Who was shown what the first person decided, while the second reading of it waits. Whoever looked
-- it up is no blind reader any more.
create table double_read_lookups (
  reading uuid not null references double_reads on delete cascade,
  person  uuid not null references users on delete cascade,
  primary key (reading, person)
);

create function refuse_seeing_reader() returns trigger language plpgsql as $$
begin
  if exists (select 1 from double_read_lookups l
      where l.reading = new.id and l.person = new.reader) then
    raise exception 'a second reading is by somebody who has not looked the decision up'
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger double_reads_are_blind before insert or update of reader, outcome on double_reads
  for each row when (new.reader is not null) execute function refuse_seeing_reader();
