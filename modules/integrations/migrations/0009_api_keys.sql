-- Keys with which programs call the API. Only digests are stored; `prefix` is the part that is shown again.
create table api_keys (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  created_by_id uuid references users on delete set null,
  name text not null check (length(name) between 1 and 100),
  description text,
  environment text not null check (environment in ('live', 'test')),
  prefix text not null,
  digest text not null unique,
  -- The secret before the last regeneration, valid until its overlap ends.
  previous_digest text unique,
  previous_expires_at timestamptz,
  scopes text[] not null,
  allowed_ips text[] not null default '{}',
  rate_limit_per_minute integer check (rate_limit_per_minute > 0),
  monthly_quota bigint check (monthly_quota > 0),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_ip text,
  usage_count bigint not null default 0,
  -- Requests counted against the quota, and their month; in another month the count is 0.
  quota_month date,
  quota_used bigint not null default 0,
  -- When a refused address was last recorded in the audit log.
  denied_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((previous_digest is null) = (previous_expires_at is null))
);
create index api_keys_account on api_keys (account_id, created_at desc, id desc);
create index api_keys_maker on api_keys (created_by_id);

-- Requests by key, day, route and HTTP status, for the charts.
create table api_key_usage (
  api_key_id uuid not null references api_keys on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  day date not null,
  route text not null,
  method text not null,
  status integer not null,
  requests bigint not null,
  primary key (api_key_id, day, route, method, status)
);
create index api_key_usage_account on api_key_usage (account_id, day);
create index api_key_usage_day on api_key_usage (day);
