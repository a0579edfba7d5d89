-- Settings of the payment gateways that administrators enter, each sealed with the master key.
create table gateway_settings (
  id uuid primary key,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  name text not null,
  sealed_value bytea not null,
  -- Until when a replaced signing secret is still accepted. Null for the value in use.
  retires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (retires_at is null or name = 'webhook_secret')
);
create unique index gateway_settings_in_use on gateway_settings (gateway, name) where retires_at is null;
create index gateway_settings_retired on gateway_settings (retires_at) where retires_at is not null;

create table gateway_connection_jobs (
  id uuid primary key,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  status text not null check (status in ('pending', 'processing', 'completed', 'failed')),
  result jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  check ((completed_at is null) = (status = 'pending' or status = 'processing')),
  check ((result is null) = (completed_at is null))
);
create index gateway_connection_jobs_gateway on gateway_connection_jobs (gateway, created_at desc, id desc);
create index gateway_connection_jobs_created on gateway_connection_jobs (created_at);
