-- Periods that a chart shows behind its line. Editable; exported with the data.
create table bands (
  id        text primary key,
  name_fr   text not null,
  name_en   text not null,
  first_day date not null,
  last_day  date not null,
  -- true for what never was: a chart must say so
  demo      boolean not null default false,
  check (first_day <= last_day)
);

-- Mainland France, from the decrees as they were published.
insert into bands (id, name_fr, name_en, first_day, last_day) values
  ('fr-lockdown-1', 'Confinement 1', 'Lockdown 1', '2020-03-17', '2020-05-10'),
  ('fr-100-km', 'Règle des 100 km', '100 km rule', '2020-05-11', '2020-06-01'),
  ('fr-curfew-cities', 'Couvre-feu, grandes villes', 'Curfew, large cities', '2020-10-17', '2020-10-29'),
  ('fr-lockdown-2', 'Confinement 2', 'Lockdown 2', '2020-10-30', '2020-12-14'),
  ('fr-curfew-20', 'Couvre-feu à 20 h', 'Curfew at 20:00', '2020-12-15', '2021-01-15'),
  ('fr-curfew-18', 'Couvre-feu à 18 h, national', 'Curfew at 18:00, national', '2021-01-16', '2021-03-19'),
  ('fr-reinforced', 'Mesures renforcées, 16 puis 19 départements', 'Reinforced measures, 16 then 19 departments', '2021-03-20', '2021-04-02'),
  ('fr-lockdown-3', 'Confinement 3', 'Lockdown 3', '2021-04-03', '2021-05-02'),
  ('fr-curfew-ends', 'Fin du couvre-feu', 'Curfew ends', '2021-06-20', '2021-06-20');
