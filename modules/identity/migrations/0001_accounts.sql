create table accounts (
  id uuid primary key,
  name text not null check (length(name) between 2 and 100),
  subdomain text not null unique check (subdomain ~ '^[a-z0-9-]{3,30}$'),
  status text not null default 'active' check (status in ('active', 'suspended', 'cancelled')),
  billing_email text,
  tax_id text,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table users (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null check (length(name) between 1 and 100),
  email text not null check (email = lower(email) and length(email) <= 254),
  email_verified_at timestamptz,
  status text not null default 'active' check (status in ('active', 'inactive', 'suspended')),
  password_digest text,
  previous_password_digests text[] not null default '{}',
  preferences jsonb not null default '{}',
  two_factor_enabled boolean not null default false,
  failed_login_attempts integer not null default 0,
  lock_count integer not null default 0,
  locked_until timestamptz,
  last_login_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- An address signs in to one account only, so it is unique across all of them.
create unique index users_email on users (email);
create index users_account_created on users (account_id, created_at, id);
create index users_account_name on users (account_id, name, id);

-- One-time links that were emailed: only a digest is stored, and a newer link replaces an older one.
create table one_time_tokens (
  user_id uuid not null references users on delete cascade,
  purpose text not null check (purpose in ('verify_email', 'reset_password')),
  account_id uuid not null references accounts on delete cascade,
  digest text not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (user_id, purpose)
);
create index one_time_tokens_expiry on one_time_tokens (expires_at);
