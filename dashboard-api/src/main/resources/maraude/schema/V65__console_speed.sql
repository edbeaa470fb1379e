-- A claim, a reading and a decision each write the item's row anew, and with it every one of its
-- index entries. With a pending list, one writer in some hundred pays for all of them at once, and
-- every search reads through what is pending.
alter index items_words_open set (fastupdate = off);
alter index items_words_decided set (fastupdate = off);
alter index items_tokens set (fastupdate = off);
select gin_clean_pending_list('items_words_open'), gin_clean_pending_list('items_words_decided'),
  gin_clean_pending_list('items_tokens');

-- An item's whole history, and what goes with an item: the index of who was heard leaves out what
-- was taken back.
create index decisions_of_item on decisions (item_id);

-- The referrals that a second person may read, beside the minor queue at every look.
create index items_minor_referrals on items (id) where queue = 'MINOR' and outcome = 'REFER';

-- What is over, for the erasing in batches.
create index items_decided_at on items (decided_at) where status = 'DECIDED';

-- The latest that share a text or an advertiser, of however many.
drop index items_template;
drop index items_advertiser;
create index items_template on items (template, flagged_at desc, id) where template is not null;
create index items_advertiser on items (advertiser, flagged_at desc, id)
  where advertiser is not null;

-- The queues' order within a department.
create index items_open_departement on items (queue, departement, flagged_at, (-score), id)
  where status in ('WAITING', 'SECOND_OPINION');
create index items_decided_departement on items (queue, departement, flagged_at, (-score), id)
  where status = 'DECIDED';
