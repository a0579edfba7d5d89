create table audit_logs (
  id uuid primary key,
  account_id uuid references accounts on delete set null,
  user_id uuid,
  impersonator_id uuid,
  action text not null check (action ~ '^[a-z0-9_.]{1,100}$'),
  resource_type text not null,
  resource_id text,
  source text not null check (source in ('web', 'api', 'system', 'worker', 'webhook', 'admin_panel')),
  status text not null check (status in ('success', 'warning', 'error')),
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  risk_level text not null check (risk_level in ('low', 'medium', 'high', 'critical')),
  message text not null,
  ip_address text,
  user_agent text,
  request_id text,
  old_values jsonb not null default '{}',
  new_values jsonb not null default '{}',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index audit_logs_account on audit_logs (account_id, created_at desc, id desc);
create index audit_logs_resource on audit_logs (account_id, resource_type, resource_id, created_at desc);
create index audit_logs_user on audit_logs (account_id, user_id, created_at desc);
create index audit_logs_action on audit_logs (account_id, action, created_at desc);

-- The outbox: events, written in the transaction of the change.
create table events (
  id uuid primary key,
  account_id uuid references accounts on delete cascade,
  type text not null,
  data jsonb not null,
  created_at timestamptz not null default now()
);
create index events_account on events (account_id, created_at);
create index events_created on events (created_at);
