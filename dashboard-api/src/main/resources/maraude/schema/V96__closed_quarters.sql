-- Rows of volumes go once their quarter is frozen and no change reaches it any more; what was
-- summed of them stays. From then on nothing is counted for it: a replay of the stream would count
-- it a second time.
create table volume_quarters (
  quarter    text primary key,
  -- An archive may tell of years long past, so the days do not say that nothing more comes.
  changed_at timestamptz not null,
  closed_at  timestamptz
);

create function quarter_of(day date) returns text language sql immutable as $$
  select to_char($1, 'YYYY-"Q"Q')
$$;

insert into volume_quarters
select distinct quarter_of(d.day), now() from (select distinct day from ad_volumes) d;

-- Always after the lock of keep_volume_rollup, as in close_volumes: two orders would wait for each
-- other.
create function touch_volume_quarters(days date[]) returns void language plpgsql as $$
declare
  closed text;
begin
  insert into volume_quarters as q select distinct quarter_of(d), now() from unnest(days) d
  on conflict (quarter) do update set changed_at = excluded.changed_at;
  select q.quarter into closed from volume_quarters q
  where q.closed_at is not null and q.quarter in (select quarter_of(d) from unnest(days) d);
  if closed is not null then
    raise exception 'the volumes of % are closed', closed;
  end if;
end
$$;

-- Whether rows go because they are closed, and not because they were never so.
create function closing_volumes() returns boolean language sql stable as $$
  select coalesce(current_setting('maraude.closing_volumes', true), '') = 'yes'
$$;

create or replace function volumes_inserted() returns trigger language plpgsql as $$
begin
  perform keep_volume_rollup((select array_agg(row(null, n)::volume_change) from added n));
  perform touch_volume_quarters((select array_agg(distinct n.day) from added n));
  return null;
end
$$;

create or replace function volumes_updated() returns trigger language plpgsql as $$
begin
  -- The old and the new rows apart: the key itself may have changed.
  perform keep_volume_rollup((select array_agg(c) from (
    select row(o, null)::volume_change as c from removed o
    union all
    select row(null, n)::volume_change from added n) each));
  perform touch_volume_quarters((select array_agg(distinct n.day) from added n));
  return null;
end
$$;

create or replace function volumes_deleted() returns trigger language plpgsql as $$
begin
  if not closing_volumes() then
    perform keep_volume_rollup((select array_agg(row(o, null)::volume_change) from removed o));
    perform touch_volume_quarters((select array_agg(distinct o.day) from removed o));
  end if;
  return null;
end
$$;

create or replace function lifetimes_deleted() returns trigger language plpgsql as $$
begin
  if not closing_volumes() then
    perform keep_lifetimes((select array_agg(row(o, null)::volume_change) from removed o
      where o.ended <> '{}'));
  end if;
  return null;
end
$$;

create or replace function volumes_emptied() returns trigger language plpgsql as $$
begin
  truncate volume_rollup, lifetime_rollup, volume_quarters;
  return null;
end
$$;

-- Closes the quarter of a day and erases the rows of that day; the answer is how many. Refused
-- where the quarter is not frozen, or something of it has come since.
create function close_volumes(of_day date, quiet_since timestamptz) returns bigint language plpgsql as $$
declare
  gone bigint;
begin
  if not exists (select from frozen_quarters where quarter = quarter_of(of_day)) then
    raise exception 'the quarter % is not frozen', quarter_of(of_day);
  end if;
  -- As in keep_volume_rollup: nobody counts meanwhile.
  perform pg_advisory_xact_lock(x'766f6c756d65'::bigint);
  update volume_quarters set closed_at = coalesce(closed_at, now())
  where quarter = quarter_of(of_day) and changed_at <= quiet_since;
  if not found then
    raise exception 'something of % has come meanwhile', quarter_of(of_day);
  end if;
  perform set_config('maraude.closing_volumes', 'yes', true);
  delete from ad_volumes where day = of_day;
  get diagnostics gone = row_count;
  perform set_config('maraude.closing_volumes', '', true);
  return gone;
end
$$;

-- Which ids are one goes with the last row of any of them.
create function forget_advertiser_groups() returns bigint language plpgsql as $$
declare
  gone bigint;
begin
  perform pg_advisory_xact_lock(x'766f6c756d65'::bigint);
  delete from advertiser_groups g
  where not exists (select from advertiser_groups o join ad_volumes v on v.advertiser = o.advertiser
    where o.grp = g.grp);
  get diagnostics gone = row_count;
  return gone;
end
$$;
