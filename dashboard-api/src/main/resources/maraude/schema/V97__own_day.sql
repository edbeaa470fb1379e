-- Which items somebody opened in the last 24 hours, a row each time, so that the page can tell that
-- person, and nobody else, how many of them weighed, and suggest a pause. Gone after that.
create table own_reads (
  id     uuid primary key default gen_random_uuid(),
  reader uuid not null references users on delete cascade,
  item   uuid not null,
  at     timestamptz not null,
  heavy  boolean not null
);
create index own_reads_of_reader on own_reads (reader, at);
create index own_reads_by_time on own_reads (at);
