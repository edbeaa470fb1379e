-- How often each version of a rule stood in an item that people decided, by what they decided. Only
-- numbers: they stay when the item goes.
create table rule_verdicts (
  rule    text not null,
  version integer not null,
  outcome text not null check (outcome in ('CONTACT_IN_ROUND', 'REFER', 'NO_CONCERN', 'DUPLICATE', 'CANNOT_SAY')),
  items   bigint not null check (items >= 0),
  primary key (rule, version, outcome)
);
