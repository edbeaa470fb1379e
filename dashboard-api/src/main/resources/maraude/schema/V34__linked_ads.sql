-- By which an item finds those that share a text or an advertiser with it; opaque, no text.
alter table items add column advertiser text;
alter table items add column template text;
do $$
declare
  item record;
begin
  for item in select id, assessment from items where assessment is not null loop
    begin
      update items set
        advertiser = item.assessment -> 'links' ->> 'advertiser',
        template = item.assessment -> 'links' ->> 'template'
      where id = item.id;
    exception when data_exception then
      raise notice 'item % keeps no links until its ad is assessed anew', item.id;
    end;
  end loop;
end
$$;
create index items_advertiser on items (advertiser) where advertiser is not null;
create index items_template on items (template) where template is not null;
