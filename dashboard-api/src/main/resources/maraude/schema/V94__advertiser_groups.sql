-- Advertisers that turned out to be one. A row of volumes stays under the id that its ads were first
-- read under; whoever counts distinct ones counts the group.
create table advertiser_groups (
  advertiser text primary key,
  -- one of the group's ids, itself in this table
  grp        text not null
);
create index advertiser_groups_by_group on advertiser_groups (grp);

-- The id that an advertiser counts as.
create function counted_as(advertiser text) returns text language sql stable as $$
  select coalesce((select g.grp from advertiser_groups g where g.advertiser = $1), $1)
$$;

create or replace function volume_recount(first_day date, last_day date)
returns setof volume_rollup language sql stable as $$
  select p.step, p.split, p.start, p.grp, count(*), sum(v.new_ads), sum(v.returning_ads),
    sum(v.live_ads), sum(v.gone_ads),
    count(distinct coalesce(g.grp, v.advertiser)) filter (where v.new_ads > 0 or v.live_ads > 0)
  from ad_volumes v left join advertiser_groups g on g.advertiser = v.advertiser,
    volume_places(v.day, v.site_id, v.departement, v.category) p
  where v.day between first_day and last_day
  group by p.step, p.split, p.start, p.grp
$$;

-- Where an advertiser was counted: the rollup's keys.
create function places_of_advertiser(counted text)
returns table (step text, split text, start date, grp text) language sql stable as $$
  select distinct p.step, p.split, p.start, p.grp
  from advertiser_groups g join ad_volumes v on v.advertiser = g.advertiser,
    volume_places(v.day, v.site_id, v.departement, v.category) p
  where g.grp = $1 and (v.new_ads > 0 or v.live_ads > 0)
$$;

-- Two ids are one from now on, and were before: where both were counted, there is one less. In
-- whatever order merges come, and however often, the groups end up the same.
create function merge_advertisers(old_id text, new_id text) returns void language plpgsql as $$
declare
  ended text;
  kept  text;
begin
  -- As in keep_volume_rollup: nobody counts while ids become one.
  perform pg_advisory_xact_lock(x'766f6c756d65'::bigint);
  ended := counted_as(old_id);
  kept := counted_as(new_id);
  if ended = kept then
    return;
  end if;
  insert into advertiser_groups values (ended, ended), (kept, kept) on conflict do nothing;
  update volume_rollup r set advertisers = r.advertisers - 1
  from (select * from places_of_advertiser(ended) intersect select * from places_of_advertiser(kept)) b
  where r.step = b.step and r.split = b.split and r.start = b.start and r.grp = b.grp;
  update advertiser_groups g set grp = kept where g.grp = ended;
end
$$;

create or replace function keep_volume_rollup(changes volume_change[]) returns void language plpgsql as $$
begin
  if changes is null then
    return;
  end if;
  -- One writer at a time: two that do not see each other's rows would both count one advertiser.
  perform pg_advisory_xact_lock(x'766f6c756d65'::bigint);
  insert into volume_rollup as r
  with signed as (
    select 1 as sign, counted_as((c.new_row).advertiser) as counted, (c.new_row).* from unnest(changes) c where (c.new_row).advertiser is not null
    union all
    select -1, counted_as((c.old_row).advertiser), (c.old_row).* from unnest(changes) c where (c.old_row).advertiser is not null
  ),
  sums as (
    select p.step, p.split, p.start, p.grp, sum(s.sign) as parts, sum(s.sign * s.new_ads) as new_ads,
      sum(s.sign * s.returning_ads) as returning_ads, sum(s.sign * s.live_ads) as live_ads,
      sum(s.sign * s.gone_ads) as gone_ads
    from signed s, volume_places(s.day, s.site_id, s.departement, s.category) p
    group by p.step, p.split, p.start, p.grp
  ),
  -- Rows that an advertiser began or ceased to be there by.
  moved as (
    select s.counted, s.advertiser, s.day, s.site_id, s.departement, s.category, sum(s.sign) as sign
    from signed s where s.new_ads > 0 or s.live_ads > 0
    group by s.counted, s.advertiser, s.day, s.site_id, s.departement, s.category having sum(s.sign) <> 0
  ),
  weeks as materialized (
    select distinct m.counted, m.day - (extract(isodow from m.day)::integer - 1) as monday
    from moved m
  ),
  -- All ids that count as the same one.
  members as materialized (
    select w.counted, w.monday, w.counted as advertiser from weeks w
    union
    select w.counted, w.monday, g.advertiser from weeks w join advertiser_groups g on g.grp = w.counted
  ),
  now_there as materialized (
    select w.counted, v.advertiser, v.day, v.site_id, v.departement, v.category
    from members w join ad_volumes v
      on v.advertiser = w.advertiser and v.day between w.monday and w.monday + 6
    where v.new_ads > 0 or v.live_ads > 0
  ),
  states as (
    select 1 as sign, n.* from now_there n
    union all
    select -1, n.* from now_there n where not exists (
      select from moved m where m.sign = 1 and m.advertiser = n.advertiser and m.day = n.day
        and m.site_id = n.site_id and m.departement = n.departement and m.category = n.category)
    union all
    select -1, m.counted, m.advertiser, m.day, m.site_id, m.departement, m.category
    from moved m where m.sign = -1
  ),
  distinct_ones as (
    select distinct s.sign, p.step, p.split, p.start, p.grp, s.counted
    from states s, volume_places(s.day, s.site_id, s.departement, s.category) p
  ),
  advertisers as (
    select d.step, d.split, d.start, d.grp, sum(d.sign) as advertisers
    from distinct_ones d group by d.step, d.split, d.start, d.grp having sum(d.sign) <> 0
  )
  select s.step, s.split, s.start, s.grp, s.parts, s.new_ads, s.returning_ads, s.live_ads,
    s.gone_ads, coalesce(a.advertisers, 0)
  from sums s left join advertisers a using (step, split, start, grp)
  where s.parts <> 0 or s.new_ads <> 0 or s.returning_ads <> 0 or s.live_ads <> 0
    or s.gone_ads <> 0 or a.advertisers is not null
  on conflict (step, split, start, grp) do update set
    parts = r.parts + excluded.parts, new_ads = r.new_ads + excluded.new_ads,
    returning_ads = r.returning_ads + excluded.returning_ads,
    live_ads = r.live_ads + excluded.live_ads, gone_ads = r.gone_ads + excluded.gone_ads,
    advertisers = r.advertisers + excluded.advertisers;
  delete from volume_rollup r
  using (select distinct p.step, p.split, p.start, p.grp from unnest(changes) c,
      volume_places((c.old_row).day, (c.old_row).site_id, (c.old_row).departement,
        (c.old_row).category) p
    where (c.old_row).advertiser is not null and (c.new_row).advertiser is null) gone
  where r.step = gone.step and r.split = gone.split and r.start = gone.start and r.grp = gone.grp
    and r.parts = 0;
end
$$;
