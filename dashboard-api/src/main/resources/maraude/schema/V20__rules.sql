-- What each version of a rule says to a reader. Older versions stay: older assessments name them.
create table rule_texts (
  rule        text not null,
  version     integer not null,
  indicator   text not null,
  level       text not null,
  source      text not null,
  says_fr     text not null,
  says_en     text not null,
  ordinary_fr text not null,
  ordinary_en text not null,
  caveat_fr   text not null,
  caveat_en   text not null,
  primary key (rule, version)
);
