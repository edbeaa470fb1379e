-- A link may also bring somebody back who has an account: it gives a new password and no role.
alter table enrolments add column user_id uuid references users on delete cascade;
alter table enrolments alter column role drop not null;
alter table enrolments add constraint a_link_makes_an_account_or_brings_one_back
  check ((role is null) = (user_id is not null));
