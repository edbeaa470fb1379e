-- What speaks in an item, by rule and by indicator.
create index items_rules_open on items using gin ((rules || signals)) with (fastupdate = off)
  where status in ('WAITING', 'SECOND_OPINION');
create index items_rules_decided on items using gin ((rules || signals)) with (fastupdate = off)
  where status = 'DECIDED';
