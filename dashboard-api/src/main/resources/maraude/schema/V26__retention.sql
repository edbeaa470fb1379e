-- The tokens of an item's contacts, so that an objection finds it.
alter table items add column tokens text[] not null default '{}';
-- The days whose keys its contacts were sealed with. Asking the assessment itself would fail at a text
-- that PostgreSQL cannot read as text (U+0000, lone surrogates).
alter table items add column sealed_with text[] not null default '{}';

-- Items of an older program; one that cannot be read is filled in when its ad is assessed anew.
do $$
declare
  item record;
begin
  for item in select id, assessment from items where assessment is not null loop
    begin
      update items set
        tokens = array(
          select c ->> 'token' from json_array_elements(item.assessment -> 'contacts') c),
        sealed_with = array(
          select distinct split_part(c ->> 'sealed', ':', 1)
          from json_array_elements(item.assessment -> 'contacts') c)
      where id = item.id;
    exception when data_exception then
      raise notice 'item % keeps no tokens until its ad is assessed anew', item.id;
    end;
  end loop;
end
$$;

create index items_tokens on items using gin (tokens);

-- Who said no, as a token only. It outlives every erasure: without it, the no would be forgotten.
create table objections (
  token    text primary key check (length(token) between 16 and 100),
  noted_at timestamptz not null,
  noted_by uuid references users
);

create table retention_runs (
  id     bigint generated always as identity primary key,
  at     timestamptz not null,
  erased bigint not null
);
