-- An invitation has a name of its own, which opens nothing, to take it back by.
alter table enrolments add column id uuid not null default gen_random_uuid();
create unique index enrolments_id on enrolments (id);
