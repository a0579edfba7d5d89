-- Tier of an account; null for the tier of the setting default_rate_limit_tier.
alter table accounts add column rate_limit_tier text
  check (rate_limit_tier in ('free', 'starter', 'professional', 'business', 'unlimited'));
create index accounts_rate_limit_tier on accounts (rate_limit_tier, created_at, id);

-- One row: until when an administrator has disabled rate limiting.
create table rate_limiting (
  id boolean primary key default true check (id),
  disabled_until timestamptz,
  updated_at timestamptz not null default now()
);
insert into rate_limiting default values;

-- Refused requests: a row for each hour, rule, caller and endpoint.
create table rate_limit_violations (
  id uuid primary key,
  hour timestamptz not null,
  rule text not null,
  scope text not null check (scope in ('ip', 'user', 'api_key', 'account', 'worker')),
  identifier text not null,
  endpoint text not null,
  tier text,
  "limit" bigint not null,
  count bigint not null,
  last_at timestamptz not null,
  unique (hour, rule, identifier, endpoint)
);
create index rate_limit_violations_last on rate_limit_violations (last_at, id);
create index rate_limit_violations_identifier on rate_limit_violations (identifier, last_at);

-- Requests and refused requests per hour; account_id is null for visitors and workers.
create table rate_limit_totals (
  hour timestamptz not null,
  account_id uuid references accounts on delete cascade,
  requests bigint not null,
  throttled bigint not null,
  unique nulls not distinct (hour, account_id)
);
create index rate_limit_totals_account on rate_limit_totals (account_id, hour);
