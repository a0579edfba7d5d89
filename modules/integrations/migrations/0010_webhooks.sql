create table webhooks (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  url text not null,
  description text,
  status text not null default 'active' check (status in ('active', 'inactive')),
  -- Empty means every event.
  event_types text[] not null default '{}',
  timeout_seconds integer not null default 30 check (timeout_seconds between 1 and 300),
  retry_limit integer not null default 9 check (retry_limit between 0 and 10),
  sealed_secret bytea not null,
  secret_preview text not null,
  -- Also signs until it expires.
  previous_sealed_secret bytea,
  previous_secret_expires_at timestamptz,
  circuit_status text not null default 'closed' check (circuit_status in ('closed', 'open', 'half_open')),
  -- How often it has opened in a row, which determines how long it stays open.
  circuit_step integer not null default 0,
  circuit_until timestamptz,
  consecutive_failures integer not null default 0,
  failing_since timestamptz,
  disabled_reason text check (disabled_reason in ('gone', 'failing')),
  disabled_at timestamptz,
  success_count bigint not null default 0,
  failure_count bigint not null default 0,
  last_delivery_at timestamptz,
  created_by_id uuid references users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index webhooks_account on webhooks (account_id, created_at);

create table webhook_deliveries (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  webhook_id uuid not null references webhooks on delete cascade,
  event_id uuid not null references events on delete cascade,
  event_type text not null,
  test boolean not null default false,
  -- pending: before the first attempt. failed: before the next one, at next_retry_at if set.
  status text not null default 'pending'
    check (status in ('pending', 'successful', 'failed', 'max_retries_reached')),
  attempt_count integer not null default 0,
  max_attempts integer not null,
  -- Number of the current job; earlier jobs are outdated.
  turn integer not null default 1,
  next_retry_at timestamptz,
  http_status integer,
  response_time_ms integer,
  error_message text,
  attempted_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz not null default now()
);
create index webhook_deliveries_account on webhook_deliveries (account_id, created_at desc, id desc);
create index webhook_deliveries_webhook on webhook_deliveries (webhook_id, created_at desc, id desc);
create index webhook_deliveries_status on webhook_deliveries (account_id, status, created_at desc);
create index webhook_deliveries_event on webhook_deliveries (event_id);
create index webhook_deliveries_waiting on webhook_deliveries (webhook_id)
  where status = 'pending' or next_retry_at is not null;
create index webhook_deliveries_created on webhook_deliveries (created_at);

-- One attempt of a delivery, with the response of the receiver.
create table webhook_attempts (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  delivery_id uuid not null references webhook_deliveries on delete cascade,
  http_status integer,
  response_time_ms integer not null,
  error_message text,
  response_body text,
  attempted_at timestamptz not null
);
create index webhook_attempts_delivery on webhook_attempts (delivery_id, attempted_at);
