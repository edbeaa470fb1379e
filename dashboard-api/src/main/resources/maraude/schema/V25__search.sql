-- The words of the masked text, as a search finds them. They go when the text goes. Items of an
-- older program are found again once their ad is assessed anew.
-- In French, where words have endings, and as they stand, for other languages, handles and places.
create function searchable(body text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.french', body) || to_tsvector('pg_catalog.simple', body)
$$;

alter table items add column words tsvector;
create index items_words on items using gin (words);
alter table items add constraint no_words_without_text
  check (words is null or status <> 'WITHDRAWN');
