-- Volumes summed by day and by week for each split, so that a page never reads the rows themselves.
-- Whoever writes ad_volumes keeps this table right in the same transaction: the triggers below add
-- what the written rows change, and a row that is written again as it stood changes nothing. An
-- insert that updates on conflict fires two of them, each seeing what the other one counts: insert
-- with "do nothing", then update.

create table departement_regions (
  departement text primary key,
  region      text not null
);
-- The official list; a test holds it against the one that the programs read.
insert into departement_regions (departement, region) values
  ('01', '84'), ('02', '32'), ('03', '84'), ('04', '93'), ('05', '93'), ('06', '93'), ('07', '84'), ('08', '44'),
  ('09', '76'), ('10', '44'), ('11', '76'), ('12', '76'), ('13', '93'), ('14', '28'), ('15', '84'), ('16', '75'),
  ('17', '75'), ('18', '24'), ('19', '75'), ('21', '27'), ('22', '53'), ('23', '75'), ('24', '75'), ('25', '27'),
  ('26', '84'), ('27', '28'), ('28', '24'), ('29', '53'), ('2A', '94'), ('2B', '94'), ('30', '76'), ('31', '76'),
  ('32', '76'), ('33', '75'), ('34', '76'), ('35', '53'), ('36', '24'), ('37', '24'), ('38', '84'), ('39', '27'),
  ('40', '75'), ('41', '24'), ('42', '84'), ('43', '84'), ('44', '52'), ('45', '24'), ('46', '76'), ('47', '75'),
  ('48', '76'), ('49', '52'), ('50', '28'), ('51', '44'), ('52', '44'), ('53', '52'), ('54', '44'), ('55', '44'),
  ('56', '53'), ('57', '44'), ('58', '27'), ('59', '32'), ('60', '32'), ('61', '28'), ('62', '32'), ('63', '84'),
  ('64', '75'), ('65', '76'), ('66', '76'), ('67', '44'), ('68', '44'), ('69', '84'), ('70', '27'), ('71', '27'),
  ('72', '52'), ('73', '84'), ('74', '84'), ('75', '11'), ('76', '28'), ('77', '11'), ('78', '11'), ('79', '75'),
  ('80', '32'), ('81', '76'), ('82', '76'), ('83', '93'), ('84', '93'), ('85', '52'), ('86', '75'), ('87', '75'),
  ('88', '44'), ('89', '27'), ('90', '27'), ('91', '11'), ('92', '11'), ('93', '11'), ('94', '11'), ('95', '11'),
  ('971', '01'), ('972', '02'), ('973', '03'), ('974', '04'), ('975', '975'), ('976', '06'), ('977', '977'), ('978', '978'),
  ('984', '984'), ('986', '986'), ('987', '987'), ('988', '988'), ('989', '989');

create table volume_rollup (
  -- 'day', or 'week' with its Monday
  step          text not null,
  -- 'none', 'site', 'departement', 'region' or 'category'
  split         text not null,
  start         date not null,
  grp           text not null,
  -- rows of ad_volumes behind it: with none left it goes
  parts         bigint not null,
  new_ads       bigint not null,
  returning_ads bigint not null,
  live_ads      bigint not null,
  gone_ads      bigint not null,
  -- distinct ones that posted or stood there
  advertisers   bigint not null,
  primary key (step, split, start, grp)
);

create index crawl_coverage_by_day on crawl_coverage (day);

-- The ten places of the rollup that a row counts in.
create function volume_places(day date, site_id text, departement text, category text)
returns table (step text, split text, start date, grp text) language sql stable as $$
  select steps.step, splits.split, steps.start, splits.grp
  from (values ('day', $1), ('week', $1 - (extract(isodow from $1)::integer - 1))) steps (step, start),
       (values ('none', ''), ('site', $2), ('departement', $3),
          ('region', coalesce(
             (select r.region from departement_regions r where r.departement = $3), '?')),
          ('category', $4)) splits (split, grp)
$$;

-- The rollup counted anew from the rows: how it was first filled, and what tests hold it against.
create function volume_recount(first_day date, last_day date)
returns setof volume_rollup language sql stable as $$
  select p.step, p.split, p.start, p.grp, count(*), sum(v.new_ads), sum(v.returning_ads),
    sum(v.live_ads), sum(v.gone_ads),
    count(distinct v.advertiser) filter (where v.new_ads > 0 or v.live_ads > 0)
  from ad_volumes v, volume_places(v.day, v.site_id, v.departement, v.category) p
  where v.day between first_day and last_day
  group by p.step, p.split, p.start, p.grp
$$;

-- A row before and after; either is null where there was or is none.
create type volume_change as (old_row ad_volumes, new_row ad_volumes);

create function keep_volume_rollup(changes volume_change[]) returns void language plpgsql as $$
begin
  if changes is null then
    return;
  end if;
  -- One writer at a time: two that do not see each other's rows would both count one advertiser.
  perform pg_advisory_xact_lock(x'766f6c756d65'::bigint);
  insert into volume_rollup as r
  with signed as (
    select 1 as sign, (c.new_row).* from unnest(changes) c where (c.new_row).advertiser is not null
    union all
    select -1, (c.old_row).* from unnest(changes) c where (c.old_row).advertiser is not null
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
    select s.advertiser, s.day, s.site_id, s.departement, s.category, sum(s.sign) as sign
    from signed s where s.new_ads > 0 or s.live_ads > 0
    group by s.advertiser, s.day, s.site_id, s.departement, s.category having sum(s.sign) <> 0
  ),
  weeks as materialized (
    select distinct m.advertiser, m.day - (extract(isodow from m.day)::integer - 1) as monday
    from moved m
  ),
  now_there as materialized (
    select v.advertiser, v.day, v.site_id, v.departement, v.category
    from weeks w join ad_volumes v
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
    select -1, m.advertiser, m.day, m.site_id, m.departement, m.category
    from moved m where m.sign = -1
  ),
  distinct_ones as (
    select distinct s.sign, p.step, p.split, p.start, p.grp, s.advertiser
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

create function volumes_inserted() returns trigger language plpgsql as $$
begin
  perform keep_volume_rollup((select array_agg(row(null, n)::volume_change) from added n));
  return null;
end
$$;

create function volumes_updated() returns trigger language plpgsql as $$
begin
  -- The old and the new rows apart: the key itself may have changed.
  perform keep_volume_rollup((select array_agg(c) from (
    select row(o, null)::volume_change as c from removed o
    union all
    select row(null, n)::volume_change from added n) each));
  return null;
end
$$;

create function volumes_deleted() returns trigger language plpgsql as $$
begin
  perform keep_volume_rollup((select array_agg(row(o, null)::volume_change) from removed o));
  return null;
end
$$;

create function volumes_emptied() returns trigger language plpgsql as $$
begin
  truncate volume_rollup;
  return null;
end
$$;

create trigger volumes_emptied after truncate on ad_volumes
  for each statement execute function volumes_emptied();
create trigger volumes_inserted after insert on ad_volumes
  referencing new table as added for each statement execute function volumes_inserted();
create trigger volumes_updated after update on ad_volumes
  referencing old table as removed new table as added
  for each statement execute function volumes_updated();
create trigger volumes_deleted after delete on ad_volumes
  referencing old table as removed for each statement execute function volumes_deleted();

insert into volume_rollup select * from volume_recount('-infinity', 'infinity');
