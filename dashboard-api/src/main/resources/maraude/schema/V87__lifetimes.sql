-- Of the ads that were new on a row's day: how many ended after how many days, as {"days": ads}.
alter table ad_volumes add column ended jsonb not null default '{}';

-- The same summed by day, kept by triggers as volume_rollup is.
create table lifetime_rollup (
  day  date not null,
  days integer not null,
  ads  bigint not null,
  primary key (day, days)
);

-- From which day on ends are known: an installation that counted before knows none of its older ads.
create table lifetimes_since (day date not null);
insert into lifetimes_since
select case when exists (select from ad_volumes) then (now() at time zone 'UTC')::date
  else '2000-01-01' end;

create function lifetime_recount() returns setof lifetime_rollup language sql stable as $$
  select v.day, e.key::integer, sum(e.value::bigint)
  from ad_volumes v, jsonb_each_text(v.ended) e group by 1, 2
$$;

create function keep_lifetimes(changes volume_change[]) returns void language plpgsql as $$
begin
  if not exists (select from unnest(changes) c
      where (c.old_row).ended <> '{}' or (c.new_row).ended <> '{}') then
    return;
  end if;
  -- As in keep_volume_rollup, and the same lock: two orders of two locks would wait for each other.
  perform pg_advisory_xact_lock(x'766f6c756d65'::bigint);
  insert into lifetime_rollup as r
  select s.day, e.key::integer, sum(s.sign * e.value::bigint)
  from (
    select 1 as sign, (c.new_row).day, (c.new_row).ended from unnest(changes) c
    where (c.new_row).advertiser is not null
    union all
    select -1, (c.old_row).day, (c.old_row).ended from unnest(changes) c
    where (c.old_row).advertiser is not null) s, jsonb_each_text(s.ended) e
  group by 1, 2 having sum(s.sign * e.value::bigint) <> 0
  on conflict (day, days) do update set ads = r.ads + excluded.ads;
  delete from lifetime_rollup r
  using (select distinct (c.old_row).day from unnest(changes) c) gone
  where r.day = gone.day and r.ads = 0;
end
$$;

create function lifetimes_inserted() returns trigger language plpgsql as $$
begin
  perform keep_lifetimes((select array_agg(row(null, n)::volume_change) from added n
    where n.ended <> '{}'));
  return null;
end
$$;

create function lifetimes_updated() returns trigger language plpgsql as $$
begin
  perform keep_lifetimes((select array_agg(c) from (
    select row(o, null)::volume_change as c from removed o where o.ended <> '{}'
    union all
    select row(null, n)::volume_change from added n where n.ended <> '{}') each));
  return null;
end
$$;

create function lifetimes_deleted() returns trigger language plpgsql as $$
begin
  perform keep_lifetimes((select array_agg(row(o, null)::volume_change) from removed o
    where o.ended <> '{}'));
  return null;
end
$$;

create or replace function volumes_emptied() returns trigger language plpgsql as $$
begin
  truncate volume_rollup, lifetime_rollup;
  return null;
end
$$;

create trigger lifetimes_inserted after insert on ad_volumes
  referencing new table as added for each statement execute function lifetimes_inserted();
create trigger lifetimes_updated after update on ad_volumes
  referencing old table as removed new table as added
  for each statement execute function lifetimes_updated();
create trigger lifetimes_deleted after delete on ad_volumes
  referencing old table as removed for each statement execute function lifetimes_deleted();
