-- What is open is small and what is closed is large: one index over both would make every search
-- among the open ones read a thousand closed ones.
drop index items_words;
create index items_words_open on items using gin (words)
  where status in ('WAITING', 'SECOND_OPINION');
create index items_words_decided on items using gin (words) where status = 'DECIDED';

-- The lists of what is closed, in the order of the queues.
create index items_decided on items (queue, flagged_at, (-score), id) where status = 'DECIDED';
create index items_withdrawn on items (queue, flagged_at, (-score), id)
  where status = 'WITHDRAWN';
