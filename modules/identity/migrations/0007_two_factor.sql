-- A second factor: pending until the first code proves that the app holds it, then enabled.
create table two_factor (
  user_id uuid primary key references users on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  sealed_secret bytea not null,
  pending_until timestamptz,
  enabled_at timestamptz,
  last_step bigint not null default 0,
  codes_generated_at timestamptz
);

create table backup_codes (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  position smallint not null,
  sealed_code bytea not null,
  used_at timestamptz
);
create index backup_codes_user on backup_codes (user_id);

-- When the user last proved their identity in this session, by password, code or passkey.
alter table sessions add column proved_at timestamptz not null default now();
create index sessions_device on sessions (user_id, user_agent);

alter table one_time_tokens drop constraint one_time_tokens_purpose_check;
alter table one_time_tokens add constraint one_time_tokens_purpose_check
  check (purpose in ('verify_email', 'reset_password', 'two_factor'));

-- Credentials of WebAuthn authenticators.
create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  name text not null check (length(name) between 1 and 100),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  last_used_at timestamptz,
  created_at timestamptz not null default now()
);
create index passkeys_user on passkeys (user_id, created_at);

-- Pending WebAuthn challenges. A sign-in has no user yet.
create table passkey_challenges (
  challenge text primary key,
  user_id uuid references users on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenges_expiry on passkey_challenges (expires_at);
create index passkey_challenges_user on passkey_challenges (user_id);
