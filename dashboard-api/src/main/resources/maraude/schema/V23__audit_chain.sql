-- One place in the chain for each line of the audit, given within a second of the line. The keyed
-- hash binds a line to its place and to the line before; the key lies outside the database.
create table audit_chain (
  place bigint primary key,
  seq   bigint not null unique,
  at    timestamptz not null,
  hash  bytea not null
);

-- Where each month ends. A checkpoint stays when its month is purged, so that what follows can still
-- be checked.
create table audit_checkpoints (
  place bigint primary key,
  month date not null unique,
  hash  bytea not null,
  seal  bytea not null
);

-- A line may go a year after it was written, and never earlier; none is ever changed.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '365 days' then
    return old;
  end if;
  raise exception 'audit rows stay as they were written' using errcode = 'insufficient_privilege';
end
$$;

create function refuse_every_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit rows stay as they were written' using errcode = 'insufficient_privilege';
end
$$;

drop trigger audit_is_not_emptied on audit;
create trigger audit_is_not_emptied before truncate on audit
  for each statement execute function refuse_every_change();
create trigger audit_chain_stays before update or delete on audit_chain
  for each row execute function refuse_change();
create trigger audit_chain_is_not_emptied before truncate on audit_chain
  for each statement execute function refuse_every_change();
create trigger audit_checkpoints_stay before update or delete on audit_checkpoints
  for each row execute function refuse_every_change();
create trigger audit_checkpoints_are_not_emptied before truncate on audit_checkpoints
  for each statement execute function refuse_every_change();
