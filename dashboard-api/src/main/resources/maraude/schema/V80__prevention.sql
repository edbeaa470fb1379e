-- Prevention beside the outreach: campaigns on social networks, themes by the fortnight, posts and
-- stories. A campaign belongs to a team; to others it does not exist. Counts only of who answered:
-- no name, no handle, no word of theirs.
create table campaigns (
  id        uuid primary key,
  team      uuid not null references teams,
  name      text not null check (length(name) between 1 and 120),
  aim       text not null check (length(aim) <= 1000),
  first_day date not null,
  last_day  date not null,
  made_at   timestamptz not null,
  constraint a_campaign_has_its_days check (last_day between first_day and first_day + 730)
);
create index campaigns_of_team on campaigns (team, first_day desc, id);

create table themes (
  id        uuid primary key,
  campaign  uuid not null references campaigns on delete cascade,
  title     text not null check (length(title) between 1 and 120),
  message   text not null check (length(message) <= 1000),
  first_day date not null,
  last_day  date not null,
  constraint a_theme_has_its_days check (last_day between first_day and first_day + 27)
);
create index themes_of_campaign on themes (campaign, first_day);

-- Decoded and written anew: nothing of the file that came but what is seen.
create table pictures (
  id      uuid primary key,
  type    text not null check (type in ('image/jpeg', 'image/png')),
  width   integer not null check (width between 1 and 2000),
  height  integer not null check (height between 1 and 2000),
  content bytea not null check (octet_length(content) between 1 and 12000000),
  made_at timestamptz not null
);

create table posts (
  id           uuid primary key,
  campaign     uuid not null references campaigns on delete cascade,
  kind         text not null check (kind in ('POST', 'STORY')),
  platform     text not null check (platform in ('INSTAGRAM', 'SNAPCHAT', 'TIKTOK', 'FACEBOOK', 'YOUTUBE', 'WEBSITE', 'OTHER')),
  words        text not null check (length(words) <= 5000),
  picture      uuid unique references pictures,
  alt_text     text not null check (length(alt_text) <= 1000),
  planned_at   timestamptz not null,
  status       text not null check (status in ('DRAFT', 'PROPOSED', 'APPROVED', 'PUBLISHED')),
  version      integer not null check (version >= 1),
  -- who wrote the first line of it, and everybody who changed anything of it since
  author       uuid references users,
  writers      uuid[] not null,
  proposed_by  uuid references users,
  approved_by  uuid references users,
  approved_at  timestamptz,
  published_by uuid references users,
  published_at timestamptz,
  -- what the platform calls it: an address or a number, by which its counts are found
  reference    text not null check (length(reference) <= 500),
  written_at   timestamptz not null,
  -- the names go some time after the campaign, the counts stay
  names_erased boolean not null default false,
  constraint nobody_approves_what_they_wrote check (not approved_by = any (writers)),
  constraint what_is_approved_names_who_approved check (
    (status in ('APPROVED', 'PUBLISHED')) = (approved_at is not null)
    and (names_erased or (approved_at is null) = (approved_by is null))),
  constraint what_was_written_names_its_writers check (
    names_erased or author is not null and author = any (writers)),
  constraint what_is_proposed_says_something check (status = 'DRAFT' or words <> '' or picture is not null),
  constraint a_picture_is_put_into_words check (
    status in ('DRAFT', 'PROPOSED') or picture is null or alt_text <> ''),
  constraint what_is_published_says_when check ((status = 'PUBLISHED') = (published_at is not null))
);
create index posts_of_campaign on posts (campaign, planned_at, id);
create unique index posts_reference on posts (campaign, reference) where reference <> '';

-- What a lead has read is what goes out: it changes only by becoming a draft again.
create function approved_posts_stay() returns trigger language plpgsql as $$
begin
  if (new.kind, new.platform, new.words, new.picture, new.alt_text)
      is distinct from (old.kind, old.platform, old.words, old.picture, old.alt_text) then
    raise exception 'an approved post stays as it was approved; make it a draft again first'
      using errcode = 'check_violation', constraint = 'an_approved_post_stays';
  end if;
  return new;
end
$$;
create trigger approved_posts_stay before update on posts
  for each row when (old.status in ('APPROVED', 'PUBLISHED') and new.status in ('APPROVED', 'PUBLISHED'))
  execute function approved_posts_stay();

-- A picture goes with its post, or when another takes its place.
create function pictures_go() returns trigger language plpgsql as $$
begin
  delete from pictures where id = old.picture;
  return null;
end
$$;
create trigger pictures_go after delete on posts
  for each row when (old.picture is not null) execute function pictures_go();
create trigger pictures_are_replaced after update of picture on posts
  for each row when (old.picture is distinct from new.picture and old.picture is not null)
  execute function pictures_go();

-- Organisations that pass posts on. Organisations, not people.
create table partners (
  id       uuid primary key,
  campaign uuid not null references campaigns on delete cascade,
  name     text not null check (length(name) between 1 and 120),
  unique (campaign, name)
);

create table relays (
  partner uuid not null references partners on delete cascade,
  post    uuid not null references posts on delete cascade,
  day     date not null,
  link    text not null check (length(link) <= 500),
  primary key (partner, post, day)
);
create index relays_of_post on relays (post);

-- Where a post stood on a day: totals as the platform shows them. The latest day counts.
create table interactions (
  post     uuid not null references posts on delete cascade,
  day      date not null,
  views    bigint not null check (views between 0 and 1000000000),
  likes    bigint not null check (likes between 0 and 1000000000),
  comments bigint not null check (comments between 0 and 1000000000),
  shares   bigint not null check (shares between 0 and 1000000000),
  saves    bigint not null check (saves between 0 and 1000000000),
  primary key (post, day)
);

-- How many conversations led to a contact: a number, of a day, a theme and where it led.
create table conversations (
  campaign    uuid not null references campaigns on delete cascade,
  day         date not null,
  theme       uuid references themes,
  orientation text not null check (orientation in ('LISTENING', 'OUR_TEAM', 'CHILD_PROTECTION', 'HEALTH', 'LAW', 'SHELTER', 'OTHER_ASSOCIATION', 'OTHER')),
  number      integer not null check (number between 1 and 10000),
  unique nulls not distinct (campaign, day, theme, orientation)
);

-- What an idempotency key made, so that a write that is sent twice is done once.
create table prevention_keys (
  id          uuid primary key default gen_random_uuid(),
  person      uuid not null references users on delete cascade,
  key         text not null check (length(key) <= 200),
  fingerprint text not null,
  made        uuid not null,
  at          timestamptz not null,
  unique (person, key)
);
