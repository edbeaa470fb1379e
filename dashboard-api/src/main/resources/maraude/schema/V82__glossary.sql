-- Words that people and ads use, in plain terms, each with who says so. A source is an institution or
-- a law by its name; a day only where it is certain.
create table glossary_terms (
  id         uuid primary key default gen_random_uuid(),
  word_fr    text not null unique check (length(word_fr) between 1 and 80),
  word_en    text not null check (length(word_en) between 1 and 80),
  says_fr    text not null check (length(says_fr) between 1 and 600),
  says_en    text not null check (length(says_en) between 1 and 600),
  source     text not null check (length(source) between 1 and 200),
  source_day date,
  -- the rows of the indicator table beside which it stands, apart from rules whose words hold it
  indicators text[] not null default '{}',
  version    integer not null default 1 check (version >= 1),
  -- absent for what was shipped
  edited_by  uuid references users,
  edited_at  timestamptz
);

insert into glossary_terms (word_fr, word_en, says_fr, says_en, source, source_day, indicators) values
('michetonnage', 'michetonnage', 'Mot de jeunes pour un échange présenté comme banal : des cadeaux, une sortie ou un toit, avec quelque chose attendu en retour. Pour la loi, un mineur dans cette situation est en danger.', 'A word of young people for an exchange that is made to look ordinary: presents, an outing or a roof, with something expected in return. In French law a minor in this situation is in danger.', 'Groupe de travail sur la prostitution des mineurs, rapport', '2021-07-13', '{age-below-18}'),
('lover boy', 'lover boy', 'Quelqu’un qui se fait d’abord passer pour un amoureux, isole la personne, puis vit de ce qu’elle gagne.', 'Somebody who first pretends to be in love, cuts a person off from others, and then lives on what that person earns.', 'Europol', null, '{management,third-person}'),
('sugar daddy', 'sugar daddy', 'Personne plus âgée qui donne de l’argent ou des cadeaux en attendant quelque chose en retour.', 'An older person who gives money or presents and expects something in return.', 'Groupe de travail sur la prostitution des mineurs, rapport', '2021-07-13', '{}'),
('proxénétisme', 'procuring', 'Aider, protéger ou faire travailler autrui dans la prostitution, ou en tirer profit. La loi le punit, même sans contrainte.', 'Helping, protecting or putting others to work in prostitution, or profiting from it. French law punishes it, even without force.', 'Code pénal, article 225-5', null, '{management}'),
('traite des êtres humains', 'trafficking in human beings', 'Recruter, transporter ou héberger une personne pour l’exploiter, par la contrainte, la tromperie ou une promesse. Pour un mineur, aucun de ces moyens n’est exigé.', 'Recruiting, moving or housing a person in order to exploit them, by force, deceit or a promise. For a minor none of these means is required.', 'Code pénal, article 225-4-1', null, '{recruitment-link,movement}'),
('emprise', 'coercive control', 'Une personne décide de plus en plus pour une autre : son téléphone, son argent, ses sorties, ses amis.', 'One person decides more and more for another: telephone, money, outings, friends.', 'MIPROF', null, '{management}'),
('dette de passage', 'travel debt', 'Somme, souvent gonflée, qu’une personne doit rembourser à qui a organisé son voyage.', 'A sum, often blown up, that a person has to pay back to whoever arranged the journey.', 'GRETA, Conseil de l’Europe', null, '{recruitment-link}'),
('standard téléphonique', 'switchboard', 'Quelqu’un d’autre que la personne de l’annonce répond et prend les rendez-vous. Une agence ou un secrétariat le fait aussi.', 'Somebody other than the person of the ad answers and takes appointments. An agency or a secretary does so as well.', 'OCRTEH', null, '{management}'),
('tournée', 'touring', 'De courts séjours dans plusieurs villes d’affilée. Des personnes indépendantes voyagent aussi.', 'Short stays in one town after another. Independent people travel, too.', 'OCRTEH', null, '{movement,new-in-town}'),
('recrutement en ligne', 'online recruitment', 'Offre de travail facile ou bien payé, faite par message ou sur un réseau, sans employeur connu.', 'An offer of easy or well-paid work by message or on a network, without a known employer.', 'Europol', null, '{recruitment-link}'),
('mineur en danger', 'child in danger', 'Enfant dont la santé, la sécurité, la moralité ou l’éducation est compromise. Tout mineur en situation de prostitution en est un, sans exception.', 'A child whose health, safety, morality or education is at risk. Every minor in a situation of prostitution is one, without exception.', 'Loi n° 2002-305 du 4 mars 2002', '2002-03-04', '{age-below-18}'),
('information préoccupante', 'information of concern', 'Ce qui fait craindre pour un enfant et que l’on transmet à la CRIP de son département.', 'What gives concern for a child and is passed on to the office (CRIP) of the department.', 'Code de l’action sociale et des familles, article L226-3', null, '{age-below-18}'),
('signalement', 'report to the prosecutor', 'Écrit adressé au procureur quand un enfant est en danger grave ou immédiat.', 'A letter to the prosecutor when a child is in grave or immediate danger.', 'Code de l’action sociale et des familles, article L226-4', null, '{age-below-18}'),
('CRIP', 'CRIP', 'Cellule départementale de recueil des informations préoccupantes : elle reçoit et évalue ce qui inquiète pour un enfant.', 'The office of a French department that receives and weighs what gives concern for a child.', 'Loi n° 2007-293 du 5 mars 2007', '2007-03-05', '{}'),
('parcours de sortie', 'exit programme', 'Aide pour quitter la prostitution : accompagnement par une association agréée, allocation, logement, formation. Il se demande, il ne s’impose pas.', 'Help to leave prostitution: support by an approved association, an allowance, housing, training. It is asked for, never imposed.', 'Loi n° 2016-444 du 13 avril 2016', '2016-04-13', '{}'),
('aller-vers', 'reaching out', 'Aller à la rencontre de personnes qui ne demandent rien, et leur proposer un soutien qu’elles peuvent refuser.', 'Going towards people who ask for nothing, and offering support that they may refuse.', 'Haute Autorité de santé', null, '{}'),
('maraude virtuelle', 'online outreach', 'Aller-vers sur internet : lire des annonces publiques et proposer un soutien, une fois, sans insister.', 'Reaching out on the internet: reading public ads and offering support, once, without insisting.', 'Amicale du Nid', null, '{}'),
('consentement', 'consent', 'Un accord libre, que l’on peut retirer. La peur, une dette ou la dépendance le faussent.', 'An agreement given freely that can be withdrawn. Fear, a debt or dependence distort it.', 'MIPROF', null, '{}'),
('idée reçue', 'received idea', 'Ce que l’on répète sans vérifier, par exemple « c’est de l’argent facile ».', 'What is repeated without a look, such as “it is easy money”.', 'Amicale du Nid', null, '{}'),
('cyberharcèlement', 'cyberbullying', 'Messages ou publications répétés qui dégradent la vie de quelqu’un. Le 3018 aide à les faire retirer.', 'Repeated messages or posts that harm somebody’s life. 3018 helps to have them taken down.', 'Code pénal, article 222-33-2-2', null, '{}'),
('chantage à l’image', 'blackmail with pictures', 'Menace de montrer des images pour obtenir de l’argent ou autre chose. Ne pas payer, garder les preuves, demander de l’aide.', 'A threat to show pictures in order to get money or something else. Do not pay, keep what proves it, ask for help.', 'Code pénal, article 312-10', null, '{}');
