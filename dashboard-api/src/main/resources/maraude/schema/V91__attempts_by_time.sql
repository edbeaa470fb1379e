-- The months of the report that are counted at every call are found without reading all attempts.
create index attempts_at on attempts (at);
