-- What workers may copy on a round. A text stays as it was written; a change is a new version, and
-- only what a second person approved is shown. The first texts are placeholders of the program,
-- written by nobody and approved by nobody.
create table message_templates (
  kind        text not null check (kind in ('FIRST', 'SECOND')),
  language    text not null check (language in ('fr', 'en', 'es', 'ro', 'pt', 'zh')),
  version     integer not null check (version >= 1),
  words       text not null check (length(words) between 1 and 600),
  -- absent for what was shipped
  written_by  uuid references users,
  written_at  timestamptz,
  approved_by uuid references users,
  approved_at timestamptz,
  primary key (kind, language, version),
  check ((written_by is null) = (written_at is null)),
  check ((approved_by is null) = (approved_at is null)),
  constraint nobody_approves_their_own_words check (approved_by <> written_by)
);

insert into message_templates (kind, language, version, words) values
('FIRST', 'fr', 1, 'Bonjour, nous sommes une association. Nous proposons une écoute, des soins et des informations sur vos droits, gratuitement et en toute confidentialité. Si vous le souhaitez, répondez à ce message. Si vous ne le souhaitez pas, répondez STOP et nous ne vous écrirons plus.'),
('FIRST', 'en', 1, 'Hello, we are a support association. We offer someone to talk to, health care and information about your rights, free and in confidence. If you wish, answer this message. If you do not, answer STOP and we will not write again.'),
('FIRST', 'es', 1, 'Hola, somos una asociación. Ofrecemos escucha, atención de salud e información sobre sus derechos, de forma gratuita y confidencial. Si lo desea, responda a este mensaje. Si no lo desea, responda STOP y no le escribiremos más.'),
('FIRST', 'ro', 1, 'Bună ziua, suntem o asociație. Oferim pe cineva cu care puteți vorbi, îngrijiri medicale și informații despre drepturile dumneavoastră, gratuit și confidențial. Dacă doriți, răspundeți la acest mesaj. Dacă nu doriți, răspundeți STOP și nu vă vom mai scrie.'),
('FIRST', 'pt', 1, 'Olá, somos uma associação. Oferecemos escuta, cuidados de saúde e informações sobre os seus direitos, gratuitamente e com confidencialidade. Se desejar, responda a esta mensagem. Se não desejar, responda STOP e não voltaremos a escrever.'),
('FIRST', 'zh', 1, '您好，我们是一个公益协会，免费并保密地提供倾听、医疗帮助和权利信息。如果您愿意，请回复此信息。如果您不愿意，请回复 STOP，我们不会再联系您。'),
('SECOND', 'fr', 1, 'Bonjour, nous vous avons écrit il y a quelque temps. Notre proposition reste ouverte : écoute, soins, droits, gratuitement. C’est notre dernier message si vous ne répondez pas. Répondez STOP et nous ne vous écrirons plus.'),
('SECOND', 'en', 1, 'Hello, we wrote to you some time ago. Our offer stands: someone to talk to, health care, your rights, free of charge. This is our last message unless you answer. Answer STOP and we will not write again.'),
('SECOND', 'es', 1, 'Hola, le escribimos hace un tiempo. Nuestra propuesta sigue abierta: escucha, salud, derechos, gratis. Es nuestro último mensaje si no responde. Responda STOP y no le escribiremos más.'),
('SECOND', 'ro', 1, 'Bună ziua, v-am scris acum ceva timp. Propunerea noastră rămâne valabilă: sprijin, îngrijiri medicale, drepturi, gratuit. Este ultimul nostru mesaj dacă nu răspundeți. Răspundeți STOP și nu vă vom mai scrie.'),
('SECOND', 'pt', 1, 'Olá, escrevemos há algum tempo. A nossa proposta continua aberta: escuta, saúde, direitos, gratuitamente. É a nossa última mensagem se não responder. Responda STOP e não voltaremos a escrever.'),
('SECOND', 'zh', 1, '您好，我们不久前给您写过信息。我们的帮助仍然有效：倾听、医疗、权利信息，全部免费。如果您不回复，这是最后一条信息。请回复 STOP，我们不会再联系您。');

create function templates_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.approved_at is not null
      or (new.kind, new.language, new.version, new.words, new.written_by, new.written_at)
        is distinct from (old.kind, old.language, old.version, old.words, old.written_by, old.written_at) then
    raise exception 'a text stays as it was written; write a new version'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger message_templates_stay before update or delete on message_templates
  for each row execute function templates_stay();
