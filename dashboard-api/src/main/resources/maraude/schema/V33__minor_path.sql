-- Who takes in what is told of a child, in each department. An edit is a new version; the highest one
-- stands, the others are its history. No number is shipped: a wrong one would cost the time that
-- matters, so that every entry begins as one that a person has to verify.
create table crip_entries (
  departement text not null,
  version     integer not null check (version >= 1),
  name        text not null check (length(name) between 1 and 200),
  telephone   text not null check (length(telephone) <= 40),
  email       text not null check (length(email) <= 200),
  hours       text not null check (length(hours) <= 200),
  verified    boolean not null,
  -- absent for what was shipped
  edited_by   uuid references users,
  edited_at   timestamptz,
  primary key (departement, version),
  check ((edited_by is null) = (edited_at is null)),
  constraint what_is_verified_can_be_reached check (not verified or telephone <> '' or email <> '')
);
insert into crip_entries (departement, version, name, telephone, email, hours, verified)
select d, 1, 'CRIP ' || d, '', '', '', false
from unnest(array['01','02','03','04','05','06','07','08','09','10','11','12','13','14','15','16','17',
  '18','19','2A','2B','21','22','23','24','25','26','27','28','29','30','31','32','33','34','35','36',
  '37','38','39','40','41','42','43','44','45','46','47','48','49','50','51','52','53','54','55','56',
  '57','58','59','60','61','62','63','64','65','66','67','68','69','70','71','72','73','74','75','76',
  '77','78','79','80','81','82','83','84','85','86','87','88','89','90','91','92','93','94','95',
  '971','972','973','974','976']) d;

-- Who was told of a possible minor, when and by which way. A row stays as it was written; a slip is
-- set right by a later row. They go with the item.
create table tellings (
  id         uuid primary key,
  item_id    uuid not null references items on delete cascade,
  route      text not null check (route in ('EMERGENCY', 'LINE_119', 'CRIP', 'PROSECUTOR', 'PHAROS', 'OTHER')),
  told_at    timestamptz not null,
  whom       text not null check (length(whom) between 1 and 200),
  reference  text not null check (length(reference) <= 200),
  noted_by   uuid not null references users,
  noted_at   timestamptz not null,
  corrects   uuid unique references tellings on delete cascade,
  idempotency_key text,
  unique (noted_by, idempotency_key)
);
create index tellings_of_item on tellings (item_id);

-- The second reading of a minor's referral, by somebody else than who referred.
alter table decisions add constraint decisions_with_their_person unique (id, decided_by);
create table second_looks (
  decision_id uuid primary key,
  decided_by  uuid not null,
  item_id     uuid not null references items on delete cascade,
  looked_by   uuid not null references users,
  looked_at   timestamptz not null,
  agrees      boolean not null,
  note        text not null check (length(note) <= 4000),
  foreign key (decision_id, decided_by) references decisions (id, decided_by) on delete cascade,
  constraint nobody_looks_at_their_own_referral check (looked_by <> decided_by)
);
create index second_looks_of_item on second_looks (item_id);

create function tellings_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select 1 from items where id = old.item_id) then
    return old;
  end if;
  raise exception 'a telling stays as it was written; note another that corrects it'
    using errcode = 'insufficient_privilege';
end
$$;
create trigger tellings_stay before update or delete on tellings
  for each row execute function tellings_stay();
create trigger tellings_are_not_emptied before truncate on tellings
  for each statement execute function refuse_every_change();
