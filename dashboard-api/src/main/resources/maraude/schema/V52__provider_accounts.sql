-- Who a provider of log-ins (OpenID Connect) knows an account's person as.
create table provider_accounts (
  issuer    text not null,
  subject   text not null,
  user_id   uuid not null unique references users on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
