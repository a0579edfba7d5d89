-- One sign-in on one device, with all refresh tokens issued for it.
create table sessions (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  last_used_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index sessions_user on sessions (user_id) where revoked_at is null;
create index sessions_expiry on sessions (expires_at);

-- The id is the token's jti. It is not secret, because a token needs its signature.
create table refresh_tokens (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  session_id uuid not null references sessions on delete cascade,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  successor_id uuid references refresh_tokens on delete set null
);
create index refresh_tokens_session on refresh_tokens (session_id);
create index refresh_tokens_expiry on refresh_tokens (expires_at);
create index refresh_tokens_successor on refresh_tokens (successor_id);

-- JWT signing keys: the newest signs, retired ones verify until retired_at.
create table signing_keys (
  id uuid primary key,
  sealed_secret bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

-- Counters of rate-limiter-flexible for the sign-in throttles, which must survive a restart.
create table auth_throttles (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
create index auth_throttles_expiry on auth_throttles (expire);
