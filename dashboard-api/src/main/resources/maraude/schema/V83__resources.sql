-- Where to find help: numbers and pages that leads keep right, also on the public page.
create table resources (
  id        uuid primary key default gen_random_uuid(),
  kind      text not null check (kind in ('HELPLINE', 'PAGE')),
  name      text not null check (length(name) between 1 and 120),
  number    text not null check (length(number) <= 40),
  link      text not null check (length(link) <= 300),
  says_fr   text not null check (length(says_fr) between 1 and 300),
  says_en   text not null check (length(says_en) between 1 and 300),
  place     integer not null check (place between 0 and 999),
  -- until when somebody looks again that it is right; absent for what was shipped and never looked at
  review_on date,
  version   integer not null default 1 check (version >= 1),
  edited_by uuid references users,
  edited_at timestamptz,
  constraint a_helpline_has_a_number check (kind <> 'HELPLINE' or number <> ''),
  constraint a_page_has_an_address check (kind <> 'PAGE' or link <> '')
);

-- Official French numbers only; hours and associations are left to leads, who can look.
insert into resources (kind, name, number, link, says_fr, says_en, place) values
('HELPLINE', 'Police, gendarmerie', '17', '', 'Danger immédiat.', 'Immediate danger.', 10),
('HELPLINE', 'Urgence européenne', '112', '', 'Danger immédiat, dans toute l’Europe.', 'Immediate danger, all over Europe.', 20),
('HELPLINE', 'Urgence par SMS', '114', '', 'Par SMS, pour qui ne peut pas entendre ou parler.', 'By text message, for those who cannot hear or speak.', 30),
('HELPLINE', 'Allô enfance en danger', '119', '', 'Enfant ou adolescent en danger. Jour et nuit, gratuit.', 'Child or teenager in danger. Day and night, free.', 40),
('HELPLINE', 'Violences Femmes Info', '3919', '', 'Violences faites aux femmes. Gratuit et anonyme.', 'Violence against women. Free and anonymous.', 50),
('HELPLINE', 'e-Enfance', '3018', '', 'Violences numériques et harcèlement. Gratuit.', 'Digital violence and bullying. Free.', 60),
('HELPLINE', 'Enfants disparus', '116 000', '', 'Disparition ou fugue d’un mineur. Gratuit.', 'A missing or runaway minor. Free.', 70),
('HELPLINE', 'France Victimes', '116 006', '', 'Aide aux victimes. Gratuit.', 'Support for victims. Free.', 80),
('HELPLINE', 'Samu social', '115', '', 'Hébergement d’urgence. Gratuit.', 'Emergency shelter. Free.', 90),
('HELPLINE', 'Prévention du suicide', '3114', '', 'Souffrance, idées de mort. Jour et nuit, gratuit.', 'Distress, thoughts of death. Day and night, free.', 100);
